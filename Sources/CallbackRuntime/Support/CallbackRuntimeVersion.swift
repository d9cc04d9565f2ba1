/// The major versions of this module that generated code may require.
///
/// Generated code refers to the version that it was generated for, so that a mismatch is one compiler error with a fix.
/// Generated code may be older or newer than the module: the next version and past ones are declared unavailable.
public enum _CallbackRuntimeVersion {
  /// Version 1, the current one.
  public enum V1 {}

  /// Version 2, which does not exist yet.
  @available(
    *, unavailable,
    message:
      "this code was generated for CallbackRuntime 2, and the package depends on CallbackRuntime 1: generate it again with the callbackgen that the package depends on, or depend on callbackgen 2"
  )
  public enum V2 {}
}
