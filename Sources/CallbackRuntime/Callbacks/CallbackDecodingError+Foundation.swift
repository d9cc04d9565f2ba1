#if Foundation
  public import protocol Foundation.LocalizedError

  extension CallbackDecodingError: LocalizedError {
    /// The path, the problem and the byte offset, for `localizedDescription`.
    public var errorDescription: String? { description }
  }
#endif
