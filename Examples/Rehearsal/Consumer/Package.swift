// swift-tools-version: 6.2
import PackageDescription

/// A receiver of room callbacks that makes its models in its own build, from the schema in `Schemas`.
let package = Package(
  name: "Consumer",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Receiver",
      dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ],
      plugins: [.plugin(name: "GenerateCallbacks", package: "callbackgen")])
  ]
)
