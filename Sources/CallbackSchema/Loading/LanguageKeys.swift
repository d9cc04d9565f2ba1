/// The keys of the schema language, by the mapping that allows them.
public enum LanguageKeys {
  public static let version = 1

  public static let file = ["callbackgen", "service", "tables", "objects", "formats", "events"]
  public static let service = [
    "name", "title", "doc", "namespace", "editions", "only", "event", "body", "envelope", "headers",
    "signatures", "acknowledge", "retries", "identity", "order", "probes", "not-modelled",
  ]
  public static let edition = ["kind", "title", "date", "url", "partial"]
  public static let discriminator = ["by", "in"]
  public static let signature = [
    "in", "part", "prefix", "algorithm", "encoding", "over", "time", "tolerance", "editions",
  ]
  public static let acknowledgement = ["status", "within", "body", "body-required", "editions"]
  public static let retries = ["attempts", "first", "interval", "for", "editions"]
  public static let identity = ["members", "doc", "editions"]
  public static let omission = ["section", "because"]
  public static let event = [
    "id", "in", "name", "doc", "deprecated", "constant", "type", "include", "fields", "const",
    "outcome", "examples", "editions",
  ]
  public static let deprecation = ["doc", "editions"]
  public static let eventConstant = ["value", "editions"]
  public static let example = ["file", "of", "editions", "title", "repaired"]
  public static let object = ["include", "fields", "protocol", "doc", "editions"]
  public static let field =
    ["type", "fields", "name", "doc", "deprecated"] + Constraint.Key.allCases.map(\.rawValue)
    + [
      "default", "example", "optional", "nullable", "required", "editions", "readings", "aliases",
      "accepts",
    ]
  public static let format = ["list", "base64"]
  public static let textFormat = ["doc", "forms", "parts"]
  public static let form = ["text", "editions"]
  public static let signed = ["sorted", "claim", "of", "encoding"]
  public static let dependency = ["by", "of", "else"]
  public static let table = [
    "raw", "kind", "values", "ordered", "elsewhere", "columns", "doc", "editions",
  ]
  public static let row = [
    "name", "constant", "doc", "deprecated", "outcome", "advice", "editions", "readings",
  ]
  public static let meaning = ["doc"]
  public static let fieldReading = [
    "wire", "type", "unit", "optional", "nullable", "when", "default", "flattened", "name", "const",
    "doc",
  ]
  public static let rowReading = ["name", "doc"]
  public static let negation = ["not"]
}
