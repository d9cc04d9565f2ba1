// swift-tools-version: 6.2
import PackageDescription

/// A package whose schema is wrong, and whose configurations its script makes wrong: what its build must say.
let package = Package(
  name: "Errors",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
      exclude: ["Schemas"],
      plugins: [.plugin(name: "GenerateCallbacks", package: "callbackgen")])
  ]
)
