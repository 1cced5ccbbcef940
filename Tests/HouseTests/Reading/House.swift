import Foundation

/// The repository as files on disk: what the laws read, without building or running anything.
struct House {
    let root: URL
    /// Paths relative to the root, sorted; what `.gitignore` keeps out is left out.
    let paths: [String]

    /// The repository that this file lies in.
    static let here = House(root: Self.rootAbove(#filePath))

    init(root: URL) {
        self.root = root
        self.paths = Self.walk(root)
    }

    /// The nearest folder above that holds both the manifest and the rooms.
    private static func rootAbove(_ file: String) -> URL {
        var folder = URL(fileURLWithPath: file).resolvingSymlinksInPath()
        while folder.path != "/" {
            let rooms = folder.appendingPathComponent("Sources/Basics").path
            if FileManager.default.fileExists(atPath: rooms) { return folder }
            folder.deleteLastPathComponent()
        }
        return folder
    }

    private static let outside: Set<String> = [
        ".build", ".git", ".venv", ".swiftpm", "node_modules", "__pycache__", "var",
        "Package.resolved",
    ]

    private static func walk(_ root: URL) -> [String] {
        var found: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let place = root.appendingPathComponent(folder)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            for name in names where !outside.contains(name) {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                var isFolder: ObjCBool = false
                let full = root.appendingPathComponent(path).path
                _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
                if isFolder.boolValue { folders.append(path) } else { found.append(path) }
            }
        }
        return found.sorted()
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    func bytes(_ path: String) -> Data {
        (try? Data(contentsOf: root.appendingPathComponent(path))) ?? Data()
    }

    /// The file as text; empty when it is missing or not UTF-8.
    func text(_ path: String) -> String {
        String(data: bytes(path), encoding: .utf8) ?? ""
    }

    func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: root.appendingPathComponent(path).path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    func paths(under folders: String..., ext: String) -> [String] {
        paths.filter { path in
            path.hasSuffix(".\(ext)") && folders.contains { path.hasPrefix("\($0)/") }
        }
    }

    /// Every Swift file of the rooms, read and taken apart once for all laws.
    static let sources: [SwiftFile] = here.paths(under: "Sources", ext: "swift").map {
        SwiftFile(path: $0, text: here.text($0))
    }

    static let tests: [SwiftFile] = here.paths(under: "Tests", ext: "swift").map {
        SwiftFile(path: $0, text: here.text($0))
    }

    static let manifest = Manifest(here.text("Package.swift"))
}
