/// The versions of this runtime that generated code may ask for.
///
/// Generated code names the one it was made for, so that a mismatch is one readable error. A version that is over stays
/// here, unavailable, with what to do; so does the next one, because Swift may be younger than its runtime.
public enum _CallbackRuntimeVersion {
  /// The first version, which this is.
  public enum V1 {}

  /// The next version, which this is not yet.
  @available(
    *, unavailable,
    message:
      "this Swift was generated for CallbackRuntime 2, and the package depends on CallbackRuntime 1: generate it again with the callbackgen that the package depends on, or depend on callbackgen 2"
  )
  public enum V2 {}
}
