import Dispatch

/// Frees a large value on another thread; the end of the process does not wait for it.
package func discard<Value: Sendable>(_ value: consuming Value) {
  let value = value
  DispatchQueue.global().async { withExtendedLifetime(value) {} }
}
