// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let receiver = Target.Dependency.product(name: "CallbackReceiver", package: "callbackgen")

/// The store of docs/receiving.md for receivers on several machines, and its tests against a PostgreSQL server.
let package = Package(
  name: "PostgreSQL",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "callbackgen", path: "../../.."),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    .target(
      name: "PostgreSQLStore", dependencies: ["CLibPQ", receiver], swiftSettings: strict),
    // A receiver in a process of its own.
    .executableTarget(
      name: "PostgreSQLProbe",
      dependencies: [
        "PostgreSQLStore", receiver,
        .product(name: "AgoraCloudRecording", package: "callbackgen"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      path: "Sources/Probe", swiftSettings: strict),
    .testTarget(
      name: "PostgreSQLStoreTests",
      dependencies: [
        "PostgreSQLProbe", "PostgreSQLStore", receiver,
        .product(name: "AgoraCloudRecording", package: "callbackgen"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: strict),
  ]
)
