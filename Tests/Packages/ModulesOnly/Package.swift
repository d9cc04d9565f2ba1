// swift-tools-version: 6.2
import PackageDescription

/// A package that uses only generated modules of callbackgen.
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
