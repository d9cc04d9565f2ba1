import SwiftGeneration
import Testing

@Suite("Unified diff")
struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff.text(old: old, new: new, oldName: "a", newName: "b", context: 1)
  }

  @Test("Equal texts have no difference")
  func equal() { #expect(diff("a\n", "a\n").isEmpty) }

  @Test("A change is shown with its context and its place")
  func change() {
    #expect(
      diff("1\n2\n3\n4\n", "1\n2\nx\n4\n") == "--- a\n+++ b\n@@ -2,3 +2,3 @@\n 2\n-3\n+x\n 4\n")
  }

  @Test("Changes far from each other are two hunks")
  func hunks() {
    let old = (1...9).map { "\($0)\n" }.joined()
    let new = old.replacing("1\n", with: "a\n").replacing("9\n", with: "b\n")
    #expect(
      diff(old, new) == "--- a\n+++ b\n@@ -1,2 +1,2 @@\n-1\n+a\n 2\n@@ -8,2 +8,2 @@\n 8\n-9\n+b\n")
  }

  @Test("A new file begins at line 1, an empty one at 0")
  func new() { #expect(diff("", "x\n") == "--- a\n+++ b\n@@ -0,0 +1,1 @@\n+x\n") }
}
