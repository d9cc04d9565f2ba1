// swift-tools-version: 6.2
import PackageDescription

/// Speed, as ratios of two things run side by side. A package of its own: nobody who uses callbackgen builds it.
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "callbackgen", path: ".."),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    // Generated from Schemas/Quality.
    .target(
      name: "Quality",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")]),
    .executableTarget(
      name: "Speed",
      dependencies: [
        .product(name: "AgoraCloudRecording", package: "callbackgen"),
        .product(name: "CallbackRuntime", package: "callbackgen"),
        "Quality",
        .product(name: "TencentTRTCRecording", package: "callbackgen"),
        .product(name: "VolcengineRTC", package: "callbackgen"),
      ]),
    .executableTarget(
      name: "Verification",
      dependencies: [
        .product(name: "AgoraCloudRecording", package: "callbackgen"),
        .product(name: "CallbackReceiver", package: "callbackgen"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
  ]
)
