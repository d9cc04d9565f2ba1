// swift-tools-version: 6.2
import PackageDescription

/// A package whose schema is wrong: its build must fail at the schema's own line.
let package = Package(
  name: "WrongSchema",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
      exclude: ["Schemas"],
      plugins: [.plugin(name: "GenerateCallbacks", package: "callbackgen")])
  ]
)
