// swift-tools-version: 6.2
import PackageDescription

/// A package that its script changes bit by bit: what a build runs again, and what it leaves alone.
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
