/// A room imports what the manifest lets it enter, and nothing else.
enum ImportLaw {
    /// What comes with the language and the system, open to every room.
    static let system: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Synchronization",
        "Dispatch",
        "RegexBuilder", "Testing", "PackageDescription",
    ]

    /// Every module of other people has its rooms; most have exactly one.
    static let homes: [String: Set<String>] = [
        "Crypto": ["Proofs", "Vault"], "CArgon2": ["Vault"],
        "CZip": ["Sheets"], "CXML": ["Sheets"], "CWalls": ["Sheets"],
        "GRDB": ["StorageSQLite"], "CSQLite": ["StorageSQLite"], "CPostgres": ["StoragePostgres"],
        "Hummingbird": ["Web"], "HummingbirdCore": ["Web"], "Mustache": ["Web"],
        "NIOCore": ["Web"], "NIOPosix": ["Web"], "NIOHTTP1": ["Web"],
        "NIOConcurrencyHelpers": ["Web"], "HTTPTypes": ["Web"],
        "Logging": ["Web", "App"], "ServiceLifecycle": ["Web", "App"],
        "UnixSignals": ["App"],
        "ArgumentParser": ["cic"],
    ]

    /// Takes a file and the map; gives each import that the map does not know.
    static func trespasses(in file: SwiftFile, by manifest: Manifest) -> [Trespass] {
        let targets = file.path.hasPrefix("Tests/") ? manifest.tests : manifest.rooms
        guard let target = targets.first(where: { $0.name == file.room }) else {
            return [Trespass(file.path, "the manifest has no target \(file.room)")]
        }
        return imports(of: file).compactMap { line, module in
            guard !system.contains(module) else { return nil }
            if manifest.room(module) != nil {
                return target.enters.contains(module)
                    ? nil : Trespass(file.path, line, "\(file.room) may not enter \(module)")
            }
            guard target.vendors.contains(module) else {
                return Trespass(file.path, line, "\(file.room) does not name vendor \(module)")
            }
            let isAtHome = homes[module]?.contains(file.room) ?? false
            return target.level == Manifest.levelForTests || isAtHome || isTest(file)
                ? nil : Trespass(file.path, line, "\(module) has its home in another room")
        }
    }

    /// Takes the map; gives each line of it that enters its own level, a higher one, or nothing.
    static func trespasses(in manifest: Manifest) -> [Trespass] {
        manifest.rooms.flatMap { room in
            room.enters.sorted().compactMap { name in
                guard let other = manifest.room(name) else {
                    return Trespass("Package.swift", room.line, "there is no room \(name)")
                }
                return other.level < room.level
                    ? nil
                    : Trespass(
                        "Package.swift", room.line,
                        "\(room.name) (level \(room.level)) enters \(name) (level \(other.level))")
            }
        }
    }

    /// Takes the map; gives each vendor that it lets into a room where it has no home.
    static func homeless(in manifest: Manifest) -> [Trespass] {
        manifest.rooms.flatMap { room in
            room.vendors.sorted().compactMap { vendor in
                homes[vendor] == nil
                    ? Trespass("Package.swift", room.line, "\(vendor) has no home in ImportLaw")
                    : nil
            }
        }
    }

    private static func isTest(_ file: SwiftFile) -> Bool { file.path.hasPrefix("Tests/") }

    /// Line and module of each import; `import struct Foundation.Date` imports Foundation.
    static func imports(of file: SwiftFile) -> [(line: Int, module: String)] {
        let kinds: Set<Substring> = [
            "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
        ]
        return file.code.enumerated().compactMap { index, line in
            var words = line.split(separator: " ")[...]
            while let word = words.first,
                word.hasPrefix("@") || ["package", "internal", "private", "public"].contains(word)
            {
                words.removeFirst()
            }
            guard words.popFirst() == "import" else { return nil }
            if let word = words.first, kinds.contains(word) { words.removeFirst() }
            guard let module = words.first?.split(separator: ".").first else { return nil }
            return (index + 1, String(module))
        }
    }
}
