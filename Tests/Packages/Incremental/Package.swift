// swift-tools-version: 6.2
import PackageDescription

/// A package for incremental builds, which its script changes step by step.
let package = Package(
  name: "Incremental",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
      plugins: [.plugin(name: "GenerateCallbacks", package: "callbackgen")])
  ]
)
