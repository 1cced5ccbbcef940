import Basics
package import Foundation
import Mustache
import Vault

/// Reads what lies beside the program: templates, words and static files, once, at the start.
extension Renderer {
    /// Reads the folders `Templates`, `Words` and `Static` of this room. Throws for a template
    /// that does not parse and for words that are no flat object.
    package static func bundled() throws -> Renderer {
        guard let root = Bundle.module.resourceURL else { throw MissingTemplate(name: "bundle") }
        return try Renderer(folder: root)
    }

    /// The same from another folder.
    package init(folder: URL) throws {
        var templates = MustacheLibrary()
        for (name, bytes) in try Self.files(in: folder.appending(path: "Templates")) {
            guard name.hasSuffix(".mustache") else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            try templates.register(text, named: String(name.dropLast(".mustache".count)))
        }
        var words: [Words] = []
        for language in Language.allCases {
            let url = folder.appending(path: "Words/\(language.rawValue).json")
            guard let data = try? Data(contentsOf: url) else { continue }
            words.append(try Words(language, json: Array(data)))
        }
        let assets = try Self.files(in: folder.appending(path: "Static")).compactMap {
            name, bytes in
            Assets.type(of: name).map { Assets.File(name: name, type: $0, bytes: bytes) }
        }
        self.init(templates: templates, words: words, assets: Assets(assets))
    }

    /// Every file below a folder, by its path from there.
    private static func files(in folder: URL) throws -> [(String, [UInt8])] {
        let names = FileManager.default.subpaths(atPath: folder.path(percentEncoded: false)) ?? []
        return try names.sorted().compactMap { name in
            let url = folder.appending(path: name)
            let values = try url.resourceValues(forKeys: [.isRegularFileKey])
            guard values.isRegularFile == true else { return nil }
            return (name, Array(try Data(contentsOf: url)))
        }
    }
}

extension Assets.File {
    /// A file with the hash of its bytes.
    package init(name: String, type: String, bytes: [UInt8]) {
        self.init(
            name: name, hash: String(ContentHash.sha256Hex(of: bytes).prefix(16)), type: type,
            bytes: bytes)
    }
}
