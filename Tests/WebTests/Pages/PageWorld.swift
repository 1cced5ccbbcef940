import Basics
import Foundation
import Mustache

@testable import Web

/// The templates and words of the source tree, ready to render a page.
enum PageWorld {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/Web").standardizedFileURL

    static func words(_ language: Language) throws -> Words {
        let file = folder.appending(path: "Words/\(language.rawValue).json")
        return try Words(language, json: Array(Data(contentsOf: file)))
    }

    static func frame(_ language: Language) -> Frame {
        Frame(
            language: language, theme: .dark, here: "/search?q=a",
            member: SignedIn(
                accountID: "a", username: "huaxin", supplierID: "sup_1", supplierName: "华芯"),
            formToken: "token", requestID: "req")
    }

    static func renderer() async throws -> Renderer {
        Renderer(
            templates: try await MustacheLibrary(
                directory: folder.appending(path: "Templates").path),
            words: try Language.allCases.map(words), assets: Assets())
    }

    static func html(
        _ page: any PageContent, _ language: Language, _ renderer: Renderer
    ) throws -> String {
        let model = page.model(renderer.words(language))
        return String(decoding: try renderer.html(model, in: frame(language)), as: UTF8.self)
    }

    /// All files below `name`, with their text.
    static func files(_ name: String, _ ending: String) throws -> [(name: String, text: String)] {
        let root = folder.appending(path: name)
        let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return try (all?.allObjects as? [URL] ?? []).filter { $0.path.hasSuffix(ending) }.map {
            ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
        }
    }
}

/// Stands around a page's values and writes down each name that nobody knew.
final class Watch: MustacheParent {
    let scope: PageScope
    private(set) var unknown: Set<String> = []

    init(_ scope: PageScope) { self.scope = scope }

    func child(named name: String) -> Any? {
        let found = scope.child(named: name)
        if found == nil { unknown.insert(name) }
        return found
    }
}
