// swift-tools-version: 6.2
import PackageDescription

/// A package that makes its models in its own build, from the schemas shipped here and from one of its own.
let package = Package(
  name: "BuildTool",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
      exclude: ["Schemas"],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .unsafeFlags(["-warnings-as-errors"]),
      ],
      plugins: [.plugin(name: "GenerateCallbacks", package: "callbackgen")]),
    .testTarget(name: "ReceiverTests", dependencies: ["Receiver"]),
  ]
)
