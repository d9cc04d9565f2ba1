// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is held to.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Optimizes the modules in which the tests spend their time: they read and validate hundreds of thousands of bodies and
/// thousands of pages.
///
/// `make` sets the variable. The flag is unsafe to SwiftPM, which refuses it in dependencies, so it is off by default.
let optimized: [SwiftSetting] =
  Context.environment["CALLBACKGEN_OPTIMIZED_TESTS"] == nil ? [] : [.unsafeFlags(["-O"])]

/// The services that have schemas here: one module each.
let services = ["AgoraCloudRecording", "TencentTRTCRecording", "TencentTRTCRoom", "VolcengineRTC"]

/// The cases of `Tests/Goldens`.
let goldens = [
  "Acme", "Alternatives", "BesideEnvelope", "BitMask", "BodyList", "BrokenFields", "CodeTables",
  "Conditions", "Configured", "DependentTable", "EmbeddedEvent", "Envelope", "EventKeys",
  "Flattened", "FormBody", "HeaderDispatch", "HeaderTopic", "KeptFields", "KeysOfObject",
  "LargeObjects", "Limits", "ListOfObjects", "ListedDiscriminators", "LongNames", "MalformedEvents",
  "ManyFields", "Maps", "NestedDiscriminator", "NestedObjects", "Nulls", "Numbers",
  "OptionalPayload", "Outcomes", "Pattern", "Protocols", "Readings", "Recursion", "RequiredKinds",
  "SeveralPlaces",
  "SharedStructs", "Signatures", "Spellings", "TextFormats", "Unions", "Versions",
]

/// The services of `Tests/Vendors`, with the names of their schema files.
let vendors: KeyValuePairs = [
  "GitHub": [
    "accounts", "administration", "checks", "issues", "pull-requests", "pushes", "repository",
    "service",
  ],
  "LiveKit": ["egress", "ingress", "rooms", "service"],
  "Shopify": ["orders", "service", "shop"],
  "Slack": ["conversations", "service"],
  "Stripe": ["customers", "invoices", "payments", "service"],
  "TwilioVideo": ["service"],
  "Zoom": ["service"],
]

/// The products of other packages that several targets of the receiver use.
let httpTypes = Target.Dependency.product(
  name: "HTTPTypes", package: "swift-http-types", condition: .when(traits: ["Foundation"]))
let grdb = Target.Dependency.product(
  name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Foundation"]))

/// The parser of the command lines.
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser",
  condition: .when(traits: ["Foundation"]))

let package = Package(
  name: "callbackgen",
  platforms: [.macOS(.v13)],
  products: [
    .executable(name: "callbackgen", targets: ["callbackgen"]),
    .executable(name: "callbackgen-inbox", targets: ["callbackgen-inbox"]),
    .plugin(name: "GenerateCallbacks", targets: ["GenerateCallbacks"]),
    .plugin(name: "RegenerateCallbacks", targets: ["RegenerateCallbacks"]),
    .library(name: "CallbackRuntime", targets: ["CallbackRuntime"]),
    .library(name: "CallbackReceiver", targets: ["CallbackReceiver"]),
    .library(name: "CallbackReceiverSQLite", targets: ["CallbackReceiverSQLite"]),
  ] + services.map { .library(name: $0, targets: [$0]) },
  traits: [
    // One trait and no more by default: SwiftPM 6.3 passes the names of several in another order each time it plans, and
    // compiles everything anew.
    .trait(
      name: "Foundation",
      description:
        "Dates for the times of callbacks; the receiver; and the tool, with its plugins."),
    .default(enabledTraits: ["Foundation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // For the receiver: users of other products compile nothing of them, and without the trait do not fetch them either.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // The settings of the C library's allocator, which Glibc's module does not have.
    .systemLibrary(name: "CMalloc"),
    .target(
      name: "SchemaSource", dependencies: ["CLibYAML"],
      swiftSettings: strict + [.strictMemorySafety()] + optimized),
    .target(
      name: "CallbackSchema", dependencies: ["CallbackRuntime", "SchemaSource"],
      swiftSettings: strict + optimized),
    .target(
      name: "SwiftGeneration",
      dependencies: ["CallbackRuntime", "CallbackSchema", "SchemaSource"],
      swiftSettings: strict + optimized),
    .target(
      name: "PayloadValidation",
      dependencies: ["CallbackSchema", "CallbackRuntime", "SchemaSource"],
      swiftSettings: strict + optimized),
    .target(
      name: "SchemaExport",
      dependencies: ["CallbackRuntime", "CallbackSchema", "PayloadValidation", "SchemaSource"],
      swiftSettings: strict),
    .target(
      name: "SchemaReview",
      dependencies: [
        "CallbackRuntime", "CallbackSchema", "PayloadValidation", "SchemaSource", "SwiftGeneration",
      ],
      resources: ["page.css", "page.js"].map { .embedInCode("Reports/HTML/\($0)") },
      swiftSettings: strict),
    .target(
      name: "PageReading",
      dependencies: [
        "CallbackRuntime", "CallbackSchema", "PayloadValidation", "SchemaReview", "SchemaSource",
      ],
      swiftSettings: strict + optimized),
    .target(
      name: "CallbackRuntime", swiftSettings: strict + [.strictMemorySafety()] + optimized),
    .target(
      name: "CallbackReceiver",
      dependencies: [
        "CallbackRuntime",
        .product(
          name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Foundation"])),
        httpTypes,
      ],
      swiftSettings: strict + optimized),
    // A product of its own, so that users of other stores need no SQLite.
    .target(
      name: "CallbackReceiverSQLite",
      dependencies: [
        "CallbackReceiver", grdb, httpTypes,
        // SQLite itself, for what GRDB does not offer.
        .product(
          name: "GRDBSQLite", package: "GRDB.swift", condition: .when(traits: ["Foundation"])),
      ],
      swiftSettings: strict),
    // What both programs of the command line share.
    .target(
      name: "CommandSupport",
      dependencies: ["CallbackSchema", "PayloadValidation", "SchemaSource", argumentParser],
      swiftSettings: strict),
    .executableTarget(
      name: "callbackgen",
      dependencies: [
        "CMalloc", "CallbackRuntime", "CallbackSchema", "CommandSupport", "PageReading",
        "PayloadValidation", "SchemaExport", "SchemaReview", "SchemaSource", "SwiftGeneration",
        argumentParser,
      ],
      resources: ["callbackgen.json", "service.yaml"].map { .embedInCode("Starter/\($0)") },
      swiftSettings: strict),
    // A product of its own, so that the plugins, which use callbackgen, compile neither swift-crypto nor GRDB.
    .executableTarget(
      name: "callbackgen-inbox",
      dependencies: [
        "CallbackReceiver", "CallbackReceiverSQLite", "CallbackRuntime", "CallbackSchema",
        "CommandSupport", argumentParser, httpTypes,
      ],
      swiftSettings: strict),
    .plugin(
      name: "GenerateCallbacks", capability: .buildTool(), dependencies: ["callbackgen"]),
    .plugin(
      name: "RegenerateCallbacks",
      capability: .command(
        intent: .custom(
          verb: "generate-callbacks",
          description: "Makes Swift of the services that callbackgen.json names, into the package."),
        permissions: [
          .writeToPackageDirectory(reason: "The generated Swift is written into the package.")
        ]), dependencies: ["callbackgen"]),

    .target(
      name: "TestSupport",
      dependencies: [
        "CallbackRuntime", "CallbackSchema", "PayloadValidation", "SchemaExport", "SchemaSource",
      ],
      path: "Tests/TestSupport", swiftSettings: strict + optimized),
    .testTarget(
      name: "SchemaSourceTests",
      dependencies: ["PayloadValidation", "SchemaSource", "TestSupport"]),
    .testTarget(
      name: "CallbackSchemaTests",
      dependencies: [
        "CallbackRuntime", "CallbackSchema", "PayloadValidation", "SchemaSource", "SwiftGeneration",
        "TestSupport",
      ]),
    .testTarget(
      name: "SwiftGenerationTests",
      dependencies: [
        "CallbackSchema", "PayloadValidation", "SchemaSource", "SwiftGeneration", "TestSupport",
      ]),
    .testTarget(
      name: "CallbackRuntimeTests", dependencies: ["CallbackRuntime", "PayloadValidation"],
      exclude: ["Fixture/Media/service.yaml"]),
    .testTarget(
      name: "CallbackReceiverTests",
      dependencies: ["CallbackReceiver", "CallbackRuntime", httpTypes]
        + services.map { .byName(name: $0) }),
    // A receiver in a process of its own.
    .executableTarget(
      name: "CallbackReceiverProbe",
      dependencies: [
        "AgoraCloudRecording", "CallbackReceiver", "CallbackReceiverSQLite", "CallbackRuntime",
        httpTypes,
      ],
      path: "Tests/CallbackReceiverProbe", swiftSettings: strict),
    .testTarget(
      name: "CallbackReceiverSQLiteTests",
      dependencies: [
        "AgoraCloudRecording", "CallbackReceiver", "CallbackReceiverProbe",
        "CallbackReceiverSQLite", "CallbackRuntime", grdb, httpTypes,
      ]),
    .testTarget(
      name: "PageReadingTests", dependencies: ["CallbackSchema", "PageReading", "SchemaSource"]),
    .testTarget(
      name: "callbackgenTests",
      dependencies: [
        "CallbackReceiver", "CallbackReceiverSQLite", "CallbackRuntime", "CallbackSchema",
        "CommandSupport", "PayloadValidation", "SchemaExport", "SchemaSource", "TestSupport",
        "callbackgen", "callbackgen-inbox", httpTypes,
      ] + services.map { .byName(name: $0) }),
    .testTarget(
      name: "SchemaReviewTests",
      dependencies: [
        "CallbackRuntime", "CallbackSchema", "PayloadValidation", "SchemaReview", "SchemaSource",
        "SwiftGeneration", "TestSupport",
      ]),
    .testTarget(
      name: "RenderedPageTests",
      dependencies: ["CallbackSchema", "PageReading", "SchemaSource", "TestSupport"]),
    .testTarget(
      name: "PageDraftTests", dependencies: ["CallbackSchema", "PageReading", "SchemaSource"]),
    // All services in one module, as a team that works with several vendors has them.
    .testTarget(
      name: "AllServicesTests",
      dependencies: services.map { .target(name: $0) } + [
        "CallbackReceiver", "CallbackRuntime", "CallbackSchema", "PayloadValidation",
        "SchemaExport", "SchemaReview", "SchemaSource", "SwiftGeneration", "TestSupport",
      ]),
    // Small schemas with their expected Swift beside them, compiled as a user's strict package would.
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "CallbackRuntime", "CallbackSchema", "PayloadValidation", "SchemaSource", "TestSupport",
      ], path: "Tests/Goldens",
      exclude: goldens.map { "\($0)/service.yaml" }
        + ["Configured", "KeptFields", "KeysOfObject", "MalformedEvents"].map {
          "\($0)/callbackgen.json"
        },
      swiftSettings: strict + [.strictMemorySafety(), .treatAllWarnings(as: .error)]),
    // Services of other vendors, transcribed for tests only.
    .testTarget(
      name: "VendorTests",
      dependencies: [
        "CallbackRuntime", "CallbackSchema", "PayloadValidation", "SchemaSource", "TestSupport",
      ], path: "Tests/Vendors",
      exclude: ["README.md", "callbackgen.json"]
        + vendors.flatMap { name, schemas in
          ["\(name)/Bodies"] + schemas.map { "\(name)/\($0).yaml" }
        },
      swiftSettings: strict + [.strictMemorySafety(), .treatAllWarnings(as: .error)]),
  ]
    + services.map {
      .target(
        name: $0, dependencies: ["CallbackRuntime"], path: "Generated/\($0)",
        swiftSettings: strict + [.strictMemorySafety()])
    }
    + services.map {
      .testTarget(
        name: "\($0)Tests",
        dependencies: [
          .target(name: $0), "CallbackRuntime", "CallbackSchema", "PayloadValidation",
          "SchemaExport", "SchemaSource", "TestSupport",
        ])
    }
)
