/// One call in the text of the manifest, `room("Risk", "rate limits", enters: ["Basics"])`, cut
/// into its arguments.
struct ManifestCall {
    let function: String
    /// The unlabelled string arguments.
    let plain: [String]
    /// Label → the text of the argument.
    let labelled: [String: String]
    let level: Int
    let line: Int

    private static let functions = ["room", "tests", "library", ".executableTarget"]

    /// Every call of the functions that make targets, in order.
    static func all(in text: String) -> [ManifestCall] {
        var calls: [ManifestCall] = []
        var level = 0
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var number = 0
        while let line = lines.popFirst() {
            number += 1
            let trimmed = String(line).trimming(" ")
            if trimmed.hasPrefix("// MARK: level ") {
                level = Int(trimmed.dropFirst("// MARK: level ".count).prefix { $0 != " " }) ?? 0
            } else if trimmed.hasPrefix("// MARK: for tests") {
                level = Manifest.levelForTests
            }
            guard let function = functions.first(where: { trimmed.hasPrefix("\($0)(") }) else {
                continue
            }
            let start = number
            var body = String(trimmed.dropFirst(function.count))
            while !isClosed(body), let next = lines.popFirst() {
                number += 1
                body += " " + String(next).trimming(" ")
            }
            calls.append(.init(function: function, body: body, level: level, line: start))
        }
        return calls
    }

    private init(function: String, body: String, level: Int, line: Int) {
        var plain: [String] = []
        var labelled: [String: String] = [:]
        for argument in Self.arguments(of: body) {
            let label = argument.prefix { $0.isLetter }
            if !label.isEmpty, argument.dropFirst(label.count).hasPrefix(":") {
                labelled[String(label)] = String(argument.dropFirst(label.count + 1))
            } else {
                plain.append(argument.trimming("\""))
            }
        }
        self.function = function
        self.plain = plain
        self.labelled = labelled
        self.level = level
        self.line = line
    }

    /// The string literals of an argument.
    func strings(_ label: String) -> [String] {
        words(label).filter { $0.hasPrefix("\"") }.map { $0.trimming("\"") }
    }

    /// The literals (with their quotes) and names of an argument.
    func words(_ label: String) -> [String] {
        let separators: Set<Character> = ["[", "]", ",", "+", " "]
        return (labelled[label] ?? "").split { separators.contains($0) }.map(String.init)
    }

    private static func depths(_ text: String) -> [Int] {
        var depth = 0
        var quoted = false
        return text.map { character in
            if character == "\"" { quoted.toggle() }
            if !quoted, "([".contains(character) { depth += 1 }
            if !quoted, ")]".contains(character) { depth -= 1 }
            return quoted ? depth + 100 : depth
        }
    }

    private static func isClosed(_ text: String) -> Bool {
        depths(text).contains(0)
    }

    private static func arguments(of body: String) -> [String] {
        var arguments = [""]
        for (character, depth) in zip(body, depths(body)).dropFirst() {
            if depth == 0 { break }
            if depth == 1, character == "," {
                arguments.append("")
            } else {
                arguments[arguments.count - 1].append(character)
            }
        }
        return arguments.map { $0.trimming(" ") }.filter { !$0.isEmpty }
    }
}

extension String {
    func trimming(_ character: Character) -> String {
        var text = self[...]
        while text.first == character { text.removeFirst() }
        while text.last == character { text.removeLast() }
        return String(text)
    }

}

extension StringProtocol where SubSequence == Substring {
    func components(_ separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
