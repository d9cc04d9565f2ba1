/// Example bodies.
extension FactCollector {
  mutating func readExample(_ code: CodeBlock, _ block: Block) {
    guard let body = ExampleScanner.scan(code) else { return }
    var example = PageExample(
      text: code.text, position: block.position, lastLine: block.lastLine, isValid: body.isValid,
      members: body.members)
    example.elements = body.elements
    examples.append(ExampleDraft(example: example, section: owner))
  }
}
