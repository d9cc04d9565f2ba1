// swift-tools-version: 6.2
import PackageDescription

/// A package that uses generated modules and nothing else of callbackgen.
let package = Package(
  name: "ModulesOnly",
  dependencies: [.package(name: "callbackgen", path: "../../..", traits: [])],
  targets: [
    .executableTarget(
      name: "Receiver",
      dependencies: [
        .product(name: "TencentTRTCRecording", package: "callbackgen"),
        .product(name: "CallbackRuntime", package: "callbackgen"),
      ])
  ]
)
