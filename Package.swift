// swift-tools-version: 6.2
// The manifest is the map: one line per room, saying what the room is for and which rooms it may
// enter. A room enters lower rooms only; HouseTests reads this file and every import and fails on
// a trespass.
import PackageDescription

let language: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]
let settings: [SwiftSetting] = language + [.strictMemorySafety()]

/// Rooms whose loops walk every byte of a list or every part of the index are optimised in debug
/// builds too, so that tests run on lists of real size; so are the tests with a million cases.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(
    _ name: String, _ purpose: String, enters rooms: [String] = [],
    vendors: [Target.Dependency] = [], resources: [Resource] = [], extra: [SwiftSetting] = []
) -> Target {
    .target(
        name: name, dependencies: rooms.map { .init(stringLiteral: $0) } + vendors,
        resources: resources, swiftSettings: settings + extra)
}

func tests(
    _ room: String, enters rooms: [String] = [], vendors: [Target.Dependency] = [],
    beside fixtures: [String] = [], extra: [SwiftSetting] = []
) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: rooms.map { .init(stringLiteral: $0) } + vendors,
        exclude: fixtures, swiftSettings: language + extra)
}

func library(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(
    name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(
    name: "HummingbirdTesting", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
]
let http: [Target.Dependency] = [
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]

let rooms: [Target] = [
    // MARK: level 0
    room("Basics", "words that every room speaks: ids, money, time, language, pages, refusals"),

    // MARK: level 1
    room("Proofs", "what a verifier needs: Merkle trees, tiles, signed notes, checkpoints, proofs",
        vendors: [crypto]),
    room("Vault", "content hashes, password and token hashing; with Proofs the only importer of crypto",
        enters: ["Basics"], vendors: [crypto, "CArgon2"]),
    room("Files", "where bytes lie: the store protocol and the folder store", enters: ["Basics"]),
    room("Storage", "engine-neutral databases: SQL literal, rows, migrator, outbox",
        enters: ["Basics"]),
    room("Sheets", "bytes to rows for CSV, XLSX, XLS, HTML and pasted text; bounded, no database",
        enters: ["Basics"], vendors: ["CZip", "CXML", "CWalls"], extra: optimised),
    room("PartSearch", "pure in-memory part-number engine: normalise, index, match, rank",
        enters: ["Basics"], extra: optimised),

    // MARK: level 3
    room("Risk", "rate limits", enters: ["Basics", "Storage"]),

    // MARK: level 4
    room("Catalogue", "manufacturers and aliases, parts, packages, datasheets, suffix rules",
        enters: ["Basics", "Storage", "PartSearch"], resources: [.copy("Facts")]),
    room("Members", "accounts, sessions, supplier companies",
        enters: ["Basics", "Storage", "Vault"]),

    // MARK: level 5
    room("Stock", "supplier lists: upload, mapping, dry run, publication, freshness; feeds search",
        enters: [
            "Basics", "Storage", "Files", "Vault", "Sheets", "PartSearch", "Catalogue", "Members",
        ], extra: optimised),

    // MARK: level 7
    room("Web", "routes, guards, pages and JSON; no SQL, no rule",
        enters: [
            "Basics", "Files", "Risk", "PartSearch", "Catalogue", "Members", "Stock", "Vault",
        ], vendors: [hummingbird, hummingbirdCore, mustache] + nio + http,
        resources: [.copy("Templates"), .copy("Static"), .copy("Words")]),
    room("StorageSQLite", "SQLite behind the storage protocol",
        enters: ["Basics", "Storage"], vendors: [grdb, "CSQLite"]),
    room("StoragePostgres", "PostgreSQL behind the storage protocol",
        enters: ["Basics", "Storage"], vendors: ["CPostgres"]),

    // MARK: level 8
    room("App", "composition root: configuration, rooms, server, jobs, graceful shutdown",
        enters: [
            "Basics", "Vault", "Files", "Storage", "StorageSQLite", "StoragePostgres", "Sheets",
            "PartSearch", "Risk", "Catalogue", "Members", "Stock", "Web",
        ], vendors: http, resources: [.copy("Demo")]),

    // MARK: for tests
    room("TestDice", "seeded random cases of fuzz tests: how many, and how far they are",
        extra: optimised),
    room("TestWorld", "the named cast, a clock that stands still, both database engines",
        enters: [
            "Basics", "Vault", "Files", "Storage", "StorageSQLite", "StoragePostgres", "Catalogue",
            "Members", "Stock",
        ]),
]

/// Level 9: the program itself.
let program: [Target] = [
    .executableTarget(
        name: "cic",
        dependencies: ["App", "Basics", "PartSearch", "Sheets", "Stock", "Web", arguments],
        swiftSettings: settings),
    // For the scripts in soak/: a writer to kill and to cut off.
    .executableTarget(
        name: "cic-soak",
        dependencies: [
            "Basics", "Catalogue", "Files", "Members", "Sheets", "Stock", "Storage",
            "StorageSQLite", "Vault",
        ],
        swiftSettings: settings),
]

/// C libraries of the system, one per format or engine.
let libraries: [Target] = [
    library("CZip", pkgConfig: "libzip", apt: "libzip-dev"),
    library("CXML", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    .systemLibrary(name: "CWalls"),
    library("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    library("CPostgres", pkgConfig: "libpq", apt: "libpq-dev"),
    library("CArgon2", pkgConfig: "libargon2", apt: "libargon2-dev"),
]

let testRooms: [Target] = [
    tests("Basics", enters: ["Basics"]),
    tests("Proofs", enters: ["Proofs"], vendors: [crypto]),
    tests("Vault", enters: ["Basics", "Vault"]),
    tests("Files", enters: ["Basics", "Files", "TestWorld"]),
    tests("Storage",
        enters: ["Basics", "Storage", "StorageSQLite", "StoragePostgres", "TestWorld"]),
    tests("Sheets", enters: ["Basics", "Sheets", "TestDice"], beside: ["Fixtures"], extra: optimised),
    tests("PartSearch", enters: ["Basics", "PartSearch", "TestDice"], extra: optimised),
    tests("Catalogue", enters: ["Basics", "Storage", "Catalogue", "TestWorld", "PartSearch"]),
    tests("Members", enters: ["Basics", "Storage", "Members", "Vault", "TestWorld"]),
    tests("Risk", enters: ["Basics", "Storage", "Risk", "TestWorld"]),
    tests("Stock",
        enters: [
            "Basics", "Storage", "Files", "Vault", "Sheets", "PartSearch", "Catalogue", "Members",
            "Stock", "TestDice", "TestWorld",
        ], extra: optimised),
    tests("Web",
        enters: [
            "Basics", "Storage", "Files", "Risk", "Catalogue", "Members", "Stock", "Web", "App",
            "PartSearch", "Sheets", "TestWorld", "Vault",
        ], vendors: [hummingbird, hummingbirdCore, hummingbirdTesting, mustache] + nio + http),
    tests("App", enters: ["Basics", "App", "Members", "Storage", "TestWorld"]),
    tests("House"),
]

let package = Package(
    name: "cic",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: rooms + program + libraries + testRooms,
    swiftLanguageModes: [.v6]
)
