#!/usr/bin/env python3
"""Compile time of a generated module against the same structs with synthesised Codable.

The plain module is made of the generated one: the same types, tables and doc comments, without the readers, writers and
validators, and with Codable synthesised; its callback picks the event by a switch, as one writes it by hand. Both are
compiled with `swiftc -O -wmo -c`, in turn; the figure is the ratio of the least user times, since other load only adds to a time.
"""
import os, re, resource, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SERVICE = "AgoraCloudRecording"
ROUNDS = 15
# Times the user time of the structs with synthesised Codable.
LIMIT = 0.9


def codes(match):
    """The initializer of a code table as one writes it by hand: a switch over the raw values."""
    other, rows = match.group(2), re.findall(r"case \.(\w+|`\w+`):\s+(\".*?\")\n", match.group(4))
    cases = "".join(f"    case {value}: self = .{name}\n" for name, value in rows)
    return f"{match.group(1)}switch rawValue {{\n{cases}    default: self = .{other}(rawValue)\n    }}\n{match.group(3)}{match.group(4)}"


def plain(text):
    text = text.split("// MARK: - Reading, writing, validating")[0]
    cases = re.findall(r"^    case (\w+)\((\w+)\)$", text, re.M)
    text = re.sub(r"^ +@inline\(never\)\n", "", text, flags=re.M)
    ids = dict(re.findall(r"^ +case \.(\w+): (-?[\d_]+)$", text, re.M))
    text = re.sub(r"(public init\(rawValue: Swift\.String\) \{\n\s+)let known = .*\n\s+self =\s+known < 0 \? \.(\w+)\(rawValue\) : .*\n"
                  r"((?:.*\n)*?)(\s+public var rawValue: Swift\.String \{\n(?:.*\n)*?\s+case \.\w+\(let rawValue\): rawValue\n)",
                  codes, text)
    text = re.sub(r"\n +private static let _values = CallbackRuntime\.FieldNames\((?:[^()]|\n)*?\)\n", "", text)
    text = re.sub(r"\n +public static func _readJSON\((?:.*\n)*?.*-> Self\? \{\n.*\n +\}\n", "", text)
    # As one writes it by hand: without qualified names.
    text = re.sub(r"\b(CallbackRuntime|Swift)\.", "", text)
    text = re.sub(r": (CallbackObject|DocumentedValue) \{", ": Codable, Hashable, Sendable {", text)
    text = re.sub(r"private func requiredRuntime.*\n", "", text)
    # Synthesised Codable keeps nothing of a field that it cannot decode.
    text = re.sub(r"    /// The fields that failed to decode.*\n    public var faults.*\n", "", text)
    # The facts of the service, for a receiver.
    text = re.sub(r"^extension Agora\.Callback: ServiceCallback \{.*?^\}\n", "", text, flags=re.M | re.S)
    if "public enum Event:" in text:
        lines = ["extension Agora.Event: Codable {",
                 "  enum Key: String, CodingKey { case eventType, payload, details }",
                 "  public init(from decoder: any Decoder) throws {",
                 "    let root = try decoder.container(keyedBy: Key.self)",
                 "    let payload = try root.nestedContainer(keyedBy: Key.self, forKey: .payload)",
                 "    let id = try root.decode(Int.self, forKey: .eventType)",
                 "    switch id {"]
        for name, kind in cases:
            if name in ids:
                lines.append(f"    case {ids[name]}: self = .{name}(try payload.decode(Agora.{kind}.self, forKey: .details))")
        lines += ["    default: self = .unrecognized(UnrecognizedEvent(id: id, details: try payload.decode(RawJSON.self, forKey: .details)))",
                  "    }", "  }",
                  "  public func encode(to encoder: any Encoder) throws {",
                  "    var root = encoder.container(keyedBy: Key.self)",
                  "    var payload = root.nestedContainer(keyedBy: Key.self, forKey: .payload)",
                  "    try root.encode(id, forKey: .eventType)",
                  "    switch self {"]
        for name, kind in cases:
            if name in ids:
                lines.append(f"    case .{name}(let event): try payload.encode(event, forKey: .details)")
        lines += ["    case .unrecognized(let event): try payload.encode(event.details, forKey: .details)",
                  "    case .malformed(let event): try payload.encode(event.details, forKey: .details)",
                  "    case .otherProduct(let callback): try payload.encode(callback.body, forKey: .details)",
                  "    }", "  }", "}"]
        text += "\n".join(lines) + "\n"
    return text.replace("SeparatedList", "String")


def user_time(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main():
    swiftc = os.environ.get("SWIFTC", "swiftc")
    generated = os.path.join(ROOT, "Generated", SERVICE)
    names = sorted(n for n in os.listdir(generated) if n.endswith(".swift"))
    with tempfile.TemporaryDirectory() as work:
        runtime = os.path.join(ROOT, "Sources", "CallbackRuntime")
        sources = sorted(os.path.join(folder, n) for folder, _, found in os.walk(runtime) for n in found
                         if n.endswith(".swift"))
        features = sum((["-enable-upcoming-feature", f] for f in
                        ("ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility")), [])
        common = [swiftc, "-swift-version", "6", "-O", "-wmo", "-suppress-warnings", *features]
        subprocess.run([*common, "-parse-as-library", "-package-name", "callbackgen", "-emit-module", "-module-name", "CallbackRuntime",
                        "-D", "Foundation", "-c", *sources, "-o", os.path.join(work, "runtime.o"),
                        "-emit-module-path", os.path.join(work, "CallbackRuntime.swiftmodule")], check=True)
        ours, theirs = [], []
        for name in names:
            text = open(os.path.join(generated, name)).read()
            for folder, files, content in (("ours", ours, text), ("theirs", theirs, plain(text))):
                os.makedirs(os.path.join(work, folder), exist_ok=True)
                path = os.path.join(work, folder, name)
                open(path, "w").write(content)
                files.append(path)
        def command(folder, files):
            return [*common, "-parse-as-library", "-package-name", "callbackgen", "-module-name", SERVICE, "-I", work, "-c", *files,
                    "-o", os.path.join(work, folder + ".o")]
        times = {"ours": [], "theirs": []}
        for _ in range(ROUNDS):
            times["theirs"].append(user_time(command("theirs", theirs)))
            times["ours"].append(user_time(command("ours", ours)))
        size = {f: os.path.getsize(os.path.join(work, f + ".o")) for f in ("ours", "theirs")}
        ratio = min(times["ours"]) / min(times["theirs"])
        rounds = ", ".join(f"{own / base:.2f}" for own, base in zip(times["ours"], times["theirs"]))
        print(f"Compile time of {SERVICE} against the same structs with synthesised Codable, -O -wmo, user time:")
        print(f"  {ratio:.2f} (rounds: {rounds}); object file "
              f"{size['ours'] / size['theirs']:.2f}" + (f"; MISS: above {LIMIT}" if ratio > LIMIT else ""))
        return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
