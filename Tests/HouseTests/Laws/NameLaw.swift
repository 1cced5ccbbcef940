/// Names are the trade's own words, and each file opens by saying what its type is.
enum NameLaw {
    static let banned: Set<String> = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Impl",
    ]

    private static let declarations: Set<Substring> = [
        "struct", "class", "enum", "actor", "protocol", "typealias", "func",
    ]

    /// Gives each declared name, and a file's own, that has a banned word in it.
    static func bannedNames(in file: SwiftFile) -> [Trespass] {
        var found = [(0, file.name)].filter { isBanned($0.1) }
        for (index, line) in file.code.enumerated() {
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            for (keyword, name) in zip(words, words.dropFirst())
            where declarations.contains(keyword) && isBanned(String(name)) {
                found.append((index + 1, String(name)))
            }
        }
        return found.map { Trespass(file.path, $0.0, "\($0.1): name it with a word of the trade") }
    }

    /// `HTTPUtilFor` → HTTP, Util, For; a banned word counts only as a whole one.
    private static func isBanned(_ name: String) -> Bool {
        var words: [String] = [""]
        for character in name {
            if character.isUppercase || !character.isLetter { words.append("") }
            if character.isLetter { words[words.count - 1].append(character) }
        }
        return words.contains { banned.contains($0.prefix(1).uppercased() + $0.dropFirst()) }
    }

    /// Gives the file if its first declaration has no `///` sentence above it.
    static func silentOpening(of file: SwiftFile) -> [Trespass] {
        let isProgram = file.name == "main" || file.name == "Package"
        var lines = file.lines.enumerated()[...]
        while let (_, line) = lines.first, isPreamble(line) { lines.removeFirst() }
        let comment = lines.prefix { $0.element.hasPrefix("///") }
        guard let first = lines.first else { return [] }
        if comment.isEmpty {
            let header = file.lines.first ?? ""
            return isProgram && header.hasPrefix("// ")
                ? [] : [Trespass(file.path, first.offset + 1, "say in a /// sentence what it is")]
        }
        let paragraph = comment.map { $0.element.dropFirst(3) }
            .prefix { !$0.allSatisfy { $0 == " " } }.joined(separator: " ")
        return paragraph.last.map { ".:;?)。".contains($0) } == true
            ? [] : [Trespass(file.path, first.offset + 1, "the opening is no whole sentence")]
    }

    private static func isPreamble(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        let isComment = line.hasPrefix("//") && !line.hasPrefix("///")
        return words.isEmpty || isComment || line.hasPrefix("#if") || line.hasPrefix("#e")
            || line.hasPrefix("@_exported") || words.prefix(3).contains("import")
    }
}
