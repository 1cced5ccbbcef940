package import Basics
import Foundation
package import Mustache

/// The one place that turns views and refusals into bytes.
package struct Renderer: Sendable {
    private let templates: MustacheLibrary
    private let wordsByLanguage: [Language: Words]
    package let assets: Assets

    package init(templates: MustacheLibrary, words: [Words], assets: Assets) {
        self.templates = templates
        wordsByLanguage = Dictionary(words.map { ($0.language, $0) }) { first, _ in first }
        self.assets = assets
    }

    package func words(_ language: Language) -> Words {
        wordsByLanguage[language] ?? Words(language, [:])
    }

    /// The HTML of a page; throws when there is no such template.
    package func html(_ model: PageModel, in frame: Frame) throws -> [UInt8] {
        let scope = PageScope(
            model: model, frame: frame, words: words(frame.language), assets: assets)
        guard let text = templates.render(scope, withTemplate: model.template) else {
            throw MissingTemplate(name: model.template)
        }
        return Array(text.utf8)
    }

    /// JSON with sorted keys, so that equal values have equal bytes.
    package static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    /// A refusal as a page: what happened, what is wrong where, and what to do next.
    package func page(_ refusal: Refusal, at path: String, language: Language) -> PageModel {
        let words = words(language)
        let problem = Problem(refusal, at: path, words: words)
        return PageModel(
            "error", title: problem.title,
            context: ErrorPage(
                status: problem.status, heading: problem.title, detail: problem.detail,
                next: words["refusal.\(refusal.key).next"]
                    ?? words("refusal.kind.\(refusal.kind.rawValue).next"),
                needsSignIn: refusal.kind == .needsSignIn,
                errors: problem.errors.map { .init(field: $0.pointer, message: $0.message) }))
    }
}

/// The context of the template `error`.
struct ErrorPage: Sendable {
    let status: Int
    let heading: String
    let detail: String
    let next: String
    let needsSignIn: Bool
    let errors: [FieldError]

    /// One wrong field.
    struct FieldError: Sendable {
        let field: String
        let message: String
    }
}

/// A page names a template that is not in `Templates/`.
struct MissingTemplate: Error { let name: String }

extension Renderer {
    /// The same from the texts of templates by name; throws for one that does not parse.
    package init(templates: [String: String], words: [Words], assets: Assets) throws {
        var library = MustacheLibrary()
        for (name, text) in templates { try library.register(text, named: name) }
        self.init(templates: library, words: words, assets: assets)
    }
}
