// swift-tools-version: 6.2
import PackageDescription

// Every upcoming feature of the compiler; the script holds that none is missing.
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
  "AgoraCloudRecording", "TencentTRTCRecording", "VolcengineRTC", "CallbackRuntime",
].map { .product(name: $0, package: "callbackgen") }

/// A package as strict as can be that uses the shipped modules as somebody else's.
let package = Package(
  name: "Consumer",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(name: "Receiver", dependencies: shipped, swiftSettings: strict),
    // The same for those whose code is on the main actor unless it says otherwise.
    .target(
      name: "MainActorReceiver", dependencies: shipped,
      swiftSettings: strict + [.defaultIsolation(MainActor.self)]),
    .testTarget(
      name: "ReceiverTests", dependencies: ["Receiver", "MainActorReceiver"] + shipped,
      swiftSettings: strict),
  ]
)
