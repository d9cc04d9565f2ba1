#if Foundation
  public import struct Foundation.Data

  extension CallbackObject {
    /// The value as JSON in UTF-8, where a `Data` is expected; see `json()` for the bytes.
    @_disfavoredOverload
    public func json() -> Data { Data(json() as [UInt8]) }
  }
#endif
