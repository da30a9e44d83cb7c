// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "homes",
    products: [.executable(name: "homes", targets: ["homes"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        // The terminal library, as the system has it: a module map and a shim, nothing else.
        .systemLibrary(name: "CNcurses"),
        // What has to happen inside a signal handler, where Swift may not run.
        .target(name: "CTerminalGuard"),
        // data/ compiled into the program, so that one file is the whole installation.
        .target(name: "CReferenceData"),
        // SQLite's own header for the sealed file, and the two calls that Swift cannot spell.
        .target(name: "CVault", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(
            name: "Vault",
            dependencies: [
                "CVault", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "HomesCore",
            dependencies: [
                "CReferenceData", "Vault", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(name: "HomesUI", dependencies: ["HomesCore"], swiftSettings: strict),
        .executableTarget(
            name: "homes",
            dependencies: [
                "CNcurses", "CTerminalGuard", "HomesCore", "HomesUI",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["HomesCore", "HomesUI"],
            path: "Tests/TestSupport", swiftSettings: strict),
        // A program that tests kill while it writes into a sealed file; it also measures the file.
        .executableTarget(
            name: "VaultExercise",
            dependencies: ["Vault", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/VaultExercise", swiftSettings: strict),
        // A program that tests kill while a caseworker works in it.
        .executableTarget(
            name: "StoreExercise", dependencies: ["HomesCore"], path: "Tests/StoreExercise",
            swiftSettings: strict),
        // A disk in memory that fails and loses power when a test says so.
        .target(
            name: "SimulatedDisk", dependencies: ["CVault"], path: "Tests/SimulatedDisk",
            swiftSettings: strict),
        .testTarget(
            name: "VaultTests",
            dependencies: [
                "Vault", "CVault", "VaultExercise", "SimulatedDisk",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "HomesCoreTests",
            dependencies: ["HomesCore", "Vault", "TestSupport", "SimulatedDisk", "StoreExercise"],
            exclude: ["Goldens", "Rules/Cases"], swiftSettings: strict),
        .testTarget(
            name: "HomesUITests", dependencies: ["HomesUI", "TestSupport"],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "HomesProgramTests", dependencies: ["homes", "TestSupport"],
            swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)
