// swift-tools-version: 6.2
import PackageDescription

/// A receiver of room callbacks whose models are generated in its build from the schema in `Schemas`.
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
