import Dispatch

/// Frees a large value five seconds later on another thread: most commands have ended by then, and save the time.
///
/// The caller has to give up its own copy, with `consume`, or else it frees the value itself.
package func discard<Value: Sendable>(_ value: consuming Value) {
  let holder = Holder(value)
  DispatchQueue.global().asyncAfter(deadline: .now() + 5) { holder.value = nil }
}

/// The only owner of a value. It is handed from one thread to another, and never used by both.
private final class Holder<Value: Sendable>: @unchecked Sendable {
  var value: Value?

  init(_ value: consuming Value) { self.value = value }
}
