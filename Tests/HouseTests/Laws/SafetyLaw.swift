/// Nothing in a room stops the program on input: no forced unwrap, try, cast or trap.
enum SafetyLaw {
    private static let words: [(word: String, instead: String)] = [
        ("try!", "handle the error or let it out"),
        ("as!", "cast with as? and say what happens otherwise"),
        ("fatalError(", "throw a fault"),
        ("preconditionFailure(", "throw a fault"),
        ("assertionFailure(", "throw a fault"),
        ("unowned(unsafe)", "hold the value"),
        ("@unchecked Sendable", "make it Sendable for the compiler too"),
        ("nonisolated(unsafe)", "use a lock or an actor"),
    ]

    static func trespasses(in file: SwiftFile, except allowed: Set<String> = []) -> [Trespass] {
        file.code.enumerated().flatMap { index, line -> [Trespass] in
            var found = words.filter { line.contains($0.word) && !isPartOfName($0.word, line) }
                .filter { !allowed.contains($0.word) }
                .map { Trespass(file.path, index + 1, "\($0.word): \($0.instead)") }
            if forces(line) {
                found.append(Trespass(file.path, index + 1, "a forced unwrap: use guard let or ??"))
            }
            return found
        }
    }

    /// `alias!` is no `as!`, `retry!` no `try!`.
    private static func isPartOfName(_ word: String, _ line: Substring) -> Bool {
        guard let range = line.firstRange(of: word), range.lowerBound > line.startIndex else {
            return false
        }
        let before = line[line.index(before: range.lowerBound)]
        return before.isLetter || before == "_"
    }

    /// A `!` right behind a name or a bracket, which is neither `!=` nor `try!`, `as!`.
    private static func forces(_ line: Substring) -> Bool {
        guard line.contains("!") else { return false }
        let bytes = Array(line.utf8)
        return bytes.indices.contains { index in
            guard bytes[index] == UInt8(ascii: "!"), index > 0 else { return false }
            let before = bytes[index - 1]
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0
            let isPostfix =
                (before >= 0x30 && before <= 0x39) || (before >= 0x41 && before <= 0x5A)
                || (before >= 0x61 && before <= 0x7A) || ")]_?\"".utf8.contains(before)
            let word =
                String(decoding: bytes[..<index], as: UTF8.self)
                .split { !$0.isLetter }.last ?? ""
            return isPostfix && after != UInt8(ascii: "=") && !["try", "as"].contains(word)
        }
    }
}
