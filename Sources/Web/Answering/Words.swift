package import Basics
import Foundation

/// The words of one language: flat keys such as `search.title`, places such as `{{name}}`.
package struct Words: Sendable {
    package let language: Language
    private let texts: [String: String]
    /// `a`, `a.b` for the key `a.b.c`: the steps by which templates walk to a text.
    private let steps: Set<String>

    package init(_ language: Language, _ texts: [String: String]) {
        self.language = language
        self.texts = texts
        steps = Self.steps(of: texts.keys)
    }

    /// Reads a flat JSON object of strings.
    package init(_ language: Language, json: [UInt8]) throws {
        let texts = try JSONDecoder().decode([String: String].self, from: Data(json))
        self.init(language, texts)
    }

    /// The text of `key` with its places filled; the key itself when there is no such text, so
    /// that what is missing is seen and named.
    package func callAsFunction(_ key: String, _ detail: [String: String] = [:]) -> String {
        guard let text = texts[key] else { return key }
        return detail.isEmpty ? text : Self.fill(text, detail)
    }

    /// The text of `key`, or `nil`.
    package subscript(key: String) -> String? { texts[key] }

    /// True when some key begins with `prefix` and a dot.
    package func hasKeys(under prefix: String) -> Bool { steps.contains(prefix) }

    /// Every key, sorted.
    package var keys: [String] { texts.keys.sorted() }

    /// One pass, so that a value which itself looks like a place stays what it is.
    private static func fill(_ text: String, _ detail: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"),
            let close = rest[open.upperBound...].firstRange(of: "}}")
        {
            filled += rest[..<open.lowerBound]
            let name = String(rest[open.upperBound..<close.lowerBound])
            filled += detail[name] ?? String(rest[open.lowerBound..<close.upperBound])
            rest = rest[close.upperBound...]
        }
        return filled + rest
    }

    private static func steps(of keys: some Sequence<String>) -> Set<String> {
        var all: Set<String> = []
        for key in keys {
            var start = key.startIndex
            while let dot = key[start...].firstIndex(of: ".") {
                all.insert(String(key[..<dot]))
                start = key.index(after: dot)
            }
        }
        return all
    }
}
