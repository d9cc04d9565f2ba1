// swift-tools-version: 6.2
import PackageDescription

/// A package whose script adds generated Swift of another major version of callbackgen.
let package = Package(
  name: "VersionSkew",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")])
  ]
)
