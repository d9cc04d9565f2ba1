// swift-tools-version: 6.2
import PackageDescription

/// A package that its script fills with Swift of another version of callbackgen.
let package = Package(
  name: "VersionSkew",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")])
  ]
)
