// swift-tools-version: 6.2
import PackageDescription

// Every upcoming feature of the compiler; the script fails if one is missing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let shipped: [Target.Dependency] = [
  "AgoraCloudRecording", "TencentTRTCRecording", "TencentTRTCRoom", "VolcengineRTC",
  "CallbackRuntime",
].map { .product(name: $0, package: "callbackgen") }

/// A package that uses the shipped modules as a dependency, with all strict settings.
let package = Package(
  name: "Consumer",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(name: "Receiver", dependencies: shipped, swiftSettings: strict),
    // The same with the main actor as default isolation.
    .target(
      name: "MainActorReceiver", dependencies: shipped,
      swiftSettings: strict + [.defaultIsolation(MainActor.self)]),
    .testTarget(
      name: "ReceiverTests", dependencies: ["Receiver", "MainActorReceiver"] + shipped,
      swiftSettings: strict),
  ]
)
