/// The versions of this runtime that generated code may ask for.
///
/// Generated code names the one it was made for, so that a mismatch is one readable error.
public enum CallbackRuntimeVersion {
  /// The first version.
  public enum V1 {}
}
