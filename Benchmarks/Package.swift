// swift-tools-version: 6.2
import PackageDescription

/// Speed, as ratios of two things run side by side. A package of its own: nobody who uses callbackgen builds it.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "callbackgen", path: "..")],
  targets: [
    .executableTarget(
      name: "Speed",
      dependencies: [
        .product(name: "AgoraCloudRecording", package: "callbackgen"),
        .product(name: "CallbackRuntime", package: "callbackgen"),
        .product(name: "TencentTRTCRecording", package: "callbackgen"),
        .product(name: "VolcengineRTC", package: "callbackgen"),
      ])
  ]
)
