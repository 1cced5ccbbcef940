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
        guard !wordless.contains(file.room) else { return [] }
        let calls = Self.calls
        let names = calls.map(\.name)
        return file.lines.indices.flatMap { index -> [Use] in
            let line = file.lines[index]
            guard line.utf8.contains(UInt8(ascii: "(")), names.contains(where: line.contains),
                !isComment(line)
            else { return [] }
            let following = file.lines[(index + 1)...].prefix(2).joined(separator: "\n")
            return calls.flatMap { call in
                starts(of: call.name, in: line).compactMap { start in
                    let text = line[start...] + "\n" + following
                    guard let match = text.prefixMatch(of: call.arguments) else { return nil }
                    let written = String(match.output.1)
                    let known = written.components(#"\("#)[0]
                    return Use(
                        key: call.prefix + known, isPrefix: known != written || known.last == ".",
                        file: file.path, line: index + 1)
                }
            }
        }
    }

    /// Where the arguments of a call begin; `keywords(` is no call of `words(`.
    private static func starts(of name: String, in line: Substring) -> [Substring.Index] {
        guard line.contains(name) else { return [] }
        return line.ranges(of: name).filter { range in
            guard range.lowerBound > line.startIndex, name.first?.isLetter == true else {
                return true
            }
            let before = line[line.index(before: range.lowerBound)]
            return !before.isLetter && !before.isNumber
        }.map(\.upperBound)
    }

    /// Rooms below the words, whose `words(…)` and `say(…)` mean something else.
    private static let wordless: Set<String> = [
        "cic", "cic-soak", "Storage", "StorageSQLite", "StoragePostgres",
    ]

    private static func isComment(_ line: Substring) -> Bool {
        line.drop { $0 == " " }.hasPrefix("//")
    }

    private struct Call {
        let name: String
        /// What the key begins with in the word files.
        let prefix: String
        let arguments: Regex<(Substring, Substring)>
    }

    private static var calls: [Call] {
        let second = /\s*[^,()]+,\s+"([^"]+)"/
        return [
            Call(name: "words(", prefix: "", arguments: /"([^"]+)"/),
            Call(name: "words[key: ", prefix: "", arguments: /"([^"]+)"/),
            Call(name: "say(", prefix: "", arguments: /"([^"]+)"/),
            Call(name: "Refusal(", prefix: "refusal.", arguments: second),
            Call(name: "Field(", prefix: "refusal.", arguments: second),
            Call(name: ".init(", prefix: "refusal.", arguments: /"\/[^"]*",\s+"([^"]+)"/),
            Call(name: ".field(", prefix: "refusal.", arguments: second),
            Call(name: "RowError(", prefix: "row_error.", arguments: /[^)]*code: "([^"]+)"/),
            Call(name: "ListWarning(", prefix: "warning.", arguments: /\s*code: "([^"]+)"/),
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
