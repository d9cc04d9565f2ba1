// swift-tools-version: 6.2
import PackageDescription

/// A package with an invalid schema; its script adds invalid configurations.
let package = Package(
  name: "Errors",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
      plugins: [.plugin(name: "GenerateCallbacks", package: "callbackgen")])
  ]
)
