// swift-tools-version: 6.2
import PackageDescription

/// A target that declares a type for every public name of the runtime and many of the standard library, beside generated code.
let package = Package(
  name: "Shadowing",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .target(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
      ],
      plugins: [.plugin(name: "GenerateCallbacks", package: "callbackgen")]),
    .testTarget(
      name: "ReceiverTests",
      dependencies: ["Receiver", .product(name: "CallbackRuntime", package: "callbackgen")]),
  ]
)
