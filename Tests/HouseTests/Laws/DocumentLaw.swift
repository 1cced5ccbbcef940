/// What a document names exists: targets of make, commands of the program, their options, paths.
enum DocumentLaw {
    /// The targets of the Makefile.
    static func targets(_ makefile: String) -> Set<String> {
        Set(makefile.matches(of: /(?m)^([a-z][a-z-]*):/).map { String($0.output.1) })
    }

    /// The commands of the program by the names that one types; of `bench search`, both words.
    static func commands(in files: [SwiftFile]) -> Set<String> {
        var names: Set<String> = []
        for file in files {
            let text = file.lines.joined(separator: "\n")
            for match in text.matches(of: /struct (\w+): (?:Async)?ParsableCommand \{/) {
                let body = text[match.range.upperBound...].components("\nstruct ")[0]
                let given = body.firstMatch(of: /commandName: "([^"]+)"/)?.output.1
                names.insert(given.map(String.init) ?? kebab(String(match.output.1)))
            }
        }
        return names
    }

    /// The long options of all commands, as typed: `--dry-run`.
    static func options(in files: [SwiftFile]) -> Set<String> {
        var names: Set<String> = ["--help", "--version"]
        for file in files {
            let text = file.lines.joined(separator: "\n")
            let pattern = /@(?:Option|Flag)(?:\((?:[^()]|\([^()]*\))*\))?\s+var (\w+)/
            for match in text.matches(of: pattern) {
                let given = match.output.0.firstMatch(of: /customLong\("([^"]+)"/)?.output.1
                names.insert("--" + (given.map(String.init) ?? kebab(String(match.output.1))))
            }
        }
        return names
    }

    private static func kebab(_ name: String) -> String {
        var text = ""
        var wasUpper = true
        for character in name {
            if character.isUppercase, !wasUpper { text += "-" }
            wasUpper = character.isUppercase
            text += character.lowercased()
        }
        return text
    }

    /// What the project is: what a document may name.
    struct Known: Sendable {
        let targets: Set<String>
        let commands: Set<String>
        let options: Set<String>
        let exists: @Sendable (String) -> Bool
    }

    /// Gives each name in a document that stands for nothing.
    static func trespasses(in text: String, at path: String, known: Known) -> [Trespass] {
        var isBlock = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
            index, line -> [Trespass] in
            if line.hasPrefix("```") { isBlock.toggle() }
            let codes = isBlock ? [line] : line.matches(of: /`([^`]+)`/).map(\.output.1)
            let found = codes.flatMap { missing(in: $0, known) } + deadLinks(line, path, known)
            return found.map { Trespass(path, index + 1, $0) }
        }
    }

    private static func missing(in code: Substring, _ known: Known) -> [String] {
        var found: [String] = []
        for match in code.matches(of: /\bmake ([a-z][a-z-]*)\b/)
        where !known.targets.contains(String(match.output.1)) {
            found.append("there is no make \(match.output.1)")
        }
        if let match = code.firstMatch(of: /(?:^|[\s\/])cic ([a-z][a-z-]*)(.*)$/) {
            if !known.commands.contains(String(match.output.1)) {
                found.append("there is no cic \(match.output.1)")
            }
            for option in match.output.2.matches(of: /--[a-z][a-z-]*/)
            where !known.options.contains(String(option.output)) {
                found.append("there is no option \(option.output)")
            }
        }
        let folders = /^(?:Sources|Tests|docs|scripts|soak|Benchmarks|\.ci)\/[^\s*…<>{}:]*/
        if let match = code.firstMatch(of: folders), !known.exists(String(match.output)) {
            found.append("there is no \(match.output)")
        }
        return found
    }

    private static func deadLinks(
        _ line: Substring, _ path: String, _ known: Known
    ) -> [String] {
        let folder = path.split(separator: "/").dropLast()
        return line.matches(of: /\]\(([^)\s#]+)(?:#[^)]*)?\)/).compactMap { match in
            let link = match.output.1
            guard !link.contains("://"), !link.hasPrefix("mailto:") else { return nil }
            var steps = Array(folder)
            for step in link.split(separator: "/") {
                if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
            }
            let target = steps.joined(separator: "/")
            return known.exists(target) ? nil : "the link \(link) leads nowhere"
        }
    }

    /// The names in the columns type and table of a glossary.
    static func glossary(_ text: String) -> [String] {
        text.split(separator: "\n").flatMap { row in
            let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            return cells.count < 6
                ? []
                : cells[3...4].flatMap { $0.matches(of: /`(\w+)`/).map { String($0.output.1) } }
        }
    }

    /// Gives what is wrong with the decisions: their numbers and their four parts.
    static func decisions(_ documents: [(path: String, text: String)]) -> [Trespass] {
        var numbers: Set<Int> = []
        return documents.sorted { $0.path < $1.path }.flatMap { document in
            var found: [Trespass] = []
            let name = document.path.split(separator: "/").last ?? ""
            let number = name.dropFirst(4).hasPrefix("-") ? Int(name.prefix(4)) : nil
            if number.map({ numbers.insert($0).inserted }) != true {
                found.append(Trespass(document.path, "has no number of its own"))
            }
            for part in ["Context", "Decision", "Rejected", "Consequences"]
            where !document.text.contains("\n## \(part)\n") {
                found.append(Trespass(document.path, "has no part '## \(part)'"))
            }
            return found
        }
    }
}
