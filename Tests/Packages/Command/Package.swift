// swift-tools-version: 6.2
import PackageDescription

/// A package with committed models, which the command plugin generates.
let package = Package(
  name: "Command",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")])
  ]
)
