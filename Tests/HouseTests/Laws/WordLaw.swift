import Foundation

/// Every word of the pages stands in both languages, and every word that is asked for exists.
enum WordLaw {
    /// A key that some file asks for; a `prefix` is one whose end is known only when it runs.
    struct Use: Hashable {
        let key: String
        let isPrefix: Bool
        let file: String
        let line: Int
    }

    /// The flat word file as key → text; `nil` when it is no JSON object of strings.
    static func words(_ data: Data) -> [String: String]? {
        try? JSONDecoder().decode([String: String].self, from: data)
    }

    /// Gives each key that the other language lacks, or whose places differ.
    static func differences(
        _ zh: [String: String], _ en: [String: String], files: (zh: String, en: String)
    ) -> [Trespass] {
        Set(zh.keys).union(en.keys).sorted().compactMap { key in
            guard let chinese = zh[key] else { return Trespass(files.zh, "lacks \(key)") }
            guard let english = en[key] else { return Trespass(files.en, "lacks \(key)") }
            // "one line" needs no number where "多行" does.
            let isAlike =
                key.hasSuffix(".one")
                ? places(english).isSubset(of: places(chinese))
                : places(chinese) == places(english)
            guard isAlike else {
                return Trespass(files.en, "\(key) has other places than in Chinese")
            }
            return chinese.isEmpty || english.isEmpty
                ? Trespass(files.en, "\(key) is empty") : nil
        }
    }

    /// The names in `{{name}}`.
    static func places(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{\{([^}]*)\}\}/).map { String($0.output.1) })
    }

    /// `{{w.search.title}}` in a template asks for `search.title`.
    static func uses(inTemplate text: String, at path: String) -> [Use] {
        lines(text).flatMap { number, line in
            line.matches(of: /\{\{\{?[#^&]?\s*w\.([A-Za-z0-9_.\-]+)/).map {
                Use(key: String($0.output.1), isPrefix: false, file: path, line: number)
            }
        }
    }

    /// What Swift asks for: `words("key")`, and the words that refusals, row errors and warnings
    /// name by their keys.
    static func uses(in file: SwiftFile) -> [Use] {
        guard file.room != "cic" else { return [] }
        return used(in: file)
    }

    private static func used(in file: SwiftFile) -> [Use] {
        file.lines.enumerated().flatMap { index, line -> [Use] in
            guard line.contains("\""), !line.drop(while: { $0 == " " }).hasPrefix("//") else {
                return []
            }
            return patterns.flatMap { prefix, pattern in
                line.matches(of: pattern).map { match in
                    let written = String(match.output.1)
                    let known = written.components(#"\("#)[0]
                    return Use(
                        key: prefix + known, isPrefix: known != written || known.last == ".",
                        file: file.path, line: index + 1)
                }
            }
        }
    }

    private static var patterns: [(String, Regex<(Substring, Substring)>)] {
        [
            ("", /(?:^|[^A-Za-z])words\("([^"]+)"/),
            ("", /[wW]ords\[key: "([^"]+)"\]/),
            ("", /(?:^|[^A-Za-z])say\("([^"]+)"/),
            ("refusal.", /Refusal\(\s*\.\w+, "([^"]+)"/),
            ("refusal.", /Field\([^"]*"[^"]*", "([^"]+)"/),
            ("refusal.", /\.field\([^,]+, "([^"]+)"/),
            ("row_error.", /RowError\(.*code: "([^"]+)"/),
            ("warning.", /ListWarning\(.*code: "([^"]+)"/),
        ]
    }

    /// Gives each use of a key that the words do not have.
    static func missing(_ uses: [Use], in keys: Set<String>) -> [Trespass] {
        uses.filter { use in
            use.isPrefix
                ? !keys.contains { $0.hasPrefix(use.key) } : !keys.contains(use.key)
        }.map { Trespass($0.file, $0.line, "no words for \($0.key)\($0.isPrefix ? "…" : "")") }
    }

    private static func lines(_ text: String) -> [(Int, Substring)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
            ($0 + 1, $1)
        }
    }
}
