import CallbackSchema
import PageReading
import Testing

/// A page that lists the codes of a field below labels, and a schema in which another field selects one of several tables.
@Suite("Codes below labels and the tables of a schema")
struct CodeLabelTests {
  static let schema = CheckedPage.schema
    .replacing(
      "      mode: { type: Mode, doc: The mode. }",
      with: """
              module: { type: int, doc: The module. }
              mode:
                type: { by: module, of: { 1: RecorderMode, 2: UploaderMode }, else: int }
                doc: The mode.
        """
    )
    .replacing(
      "  Mode:\n    doc: A mode.\n    raw: int\n    values:\n      0: { name: single, doc: One by one. }\n"
        + "      1: { name: mixed, doc: All in one. }\n      2: { name: web, doc: A web page. }",
      with: """
          RecorderMode:
            doc: A mode of the recorder.
            raw: int
            values:
              0: { name: unknown, doc: It is not known. }
              11: { name: single, doc: One by one. }
              12: { name: mixed, doc: All in one. }
          UploaderMode:
            doc: A mode of the uploader.
            raw: int
            values:
              0: { name: unknown, doc: It is not known. }
              21: { name: direct, doc: At once. }
              22: { name: later, doc: At the end. }
        """)

  static let page = CheckedPage.page
    .replacing(
      "- `mode`: Number. The mode.\n  - `0`: One by one.\n  - `1`: All in one.\n  - `2`: A web page.\n",
      with: "- `module`: Number. The module.\n- `mode`: Number. The [mode](#mode).\n"
    )
    .replacing("\"mode\": 0,", with: "\"module\": 1, \"mode\": 11,")
    .replacing(
      "## <a name=\"2\">",
      with: """
        ### Mode

        | Field | Description |
        |---|---|
        | Recorder | 0: Unknown 11: One by one 12: All in one |
        | Uploader | 0: Unknown 21: At once 22: At the end |

        ## <a name="2">
        """)

  private func messages(replacing old: String, with new: String) throws -> [String] {
    let service = try CheckedPage.service(Self.schema)
    #expect(Self.page.contains(old))
    let read = try CheckedPage.read(Self.page.replacing(old, with: new), of: service)
    let check = PageCheck(read.facts, in: read.file, as: read.page, of: service)
    return check.differences.map { "\($0.isCertain ? "" : "? ")\($0.path): \($0.message)" }
  }

  @Test("Equal lists have no difference, whatever the words and the order of the labels")
  func unchanged() throws {
    #expect(try messages(replacing: "Recorder", with: "Recorder") == [])
    #expect(try messages(replacing: "| Recorder |", with: "| The first module |") == [])
  }

  @Test(
    "A change below one label is a difference, also if another label has the code",
    arguments: [
      (
        "12: All in one |\n| Uploader | 0: Unknown", "|\n| Uploader | 0: Unknown 12: All in one",
        "`12` of `UploaderMode` is on the page only; `12` of `RecorderMode` is in the schema only"
      ),
      ("Recorder | 0: Unknown", "Recorder |", "`0` of `RecorderMode` is in the schema only"),
      ("22: At the end", "22: At the end 11: Never", "`11` of `UploaderMode` is on the page only"),
      ("22: At the end", "22: At the end 23: Never", "`23` of `UploaderMode` is on the page only"),
    ])
  func changed(_ old: String, _ new: String, _ wording: String) throws {
    let found = try messages(replacing: old, with: new)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasPrefix("events.started.mode: ") && $0.contains(wording) })
  }

  @Test("Labels that stand for no table are compared as one list")
  func unclear() throws {
    let found = try messages(
      replacing:
        "| Recorder | 0: Unknown 11: One by one 12: All in one |\n| Uploader | 0: Unknown 21",
      with: "| All | 0: Unknown |\n| Recorder | 11: One by one 12: All in one |\n| Uploader | 21")
    #expect(found == [])
  }
}
