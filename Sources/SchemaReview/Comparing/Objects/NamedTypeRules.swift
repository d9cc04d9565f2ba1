extension ReviewRule {
  static let typeAdded = ReviewRule(
    "type-added", "A table, an object or a text format was added.",
    why: "Fields that use it have changes of their own.")
  static let typeRemoved = ReviewRule(
    "type-removed", "A table, an object or a text format was removed.", source: .breaks,
    why: "The generated type no longer exists. Fields that used it have changes of their own.",
    advice: "Remove the uses of the type.")
  static let typeRenamed = ReviewRule(
    "type-renamed", "A table, an object or a text format has another name.", source: .breaks,
    why: "The JSON is the same; the generated type has the new name.",
    advice: "Keep the old name, or update the code.")
  static let includedObjectChanged = ReviewRule(
    "included-object-changed", "An object that is only included was removed or renamed.",
    why: "No type is generated from it. Its fields have changes of their own.")
}
