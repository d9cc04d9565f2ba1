// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A target with models of its own, as its `callbackgen.json` wants them.
func models(_ name: String) -> Target {
  .target(
    name: name, dependencies: [.product(name: "CallbackRuntime", package: "callbackgen")],
    swiftSettings: strict,
    plugins: [.plugin(name: "GenerateCallbacks", package: "callbackgen")])
}

/// What `callbackgen.json` can say, a target for each way. The schemas lie outside of all targets and are shared.
let package = Package(
  name: "Options",
  dependencies: [.package(name: "callbackgen", path: "../../..")],
  targets: [
    models("Internal"), models("Package"), models("Several"), models("Chosen"),
    .testTarget(
      name: "OptionsTests",
      dependencies: [
        "Internal", "Package", "Several", "Chosen",
        .product(name: "CallbackRuntime", package: "callbackgen"),
      ],
      swiftSettings: strict),
  ]
)
