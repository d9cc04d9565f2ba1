// swift-tools-version: 6.2
import PackageDescription

/// A package that commits its models: a command makes them, no build step does.
let package = Package(
  name: "Command",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
      exclude: ["Schemas", "callbackgen.json"])
  ]
)
