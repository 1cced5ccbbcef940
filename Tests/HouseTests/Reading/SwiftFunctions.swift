/// The functions, initialisers and subscripts of a file with their lengths, braces included.
struct SwiftFunctions {
    struct Function: Hashable {
        let name: String
        /// Where it is declared.
        let line: Int
        /// From the declaration to the closing brace.
        let lines: Int
    }

    private struct Token {
        let text: Substring
        let line: Int
    }

    private let tokens: [Token]

    /// Every function of the file that has a body, nested ones too.
    static func all(in file: SwiftFile) -> [Function] {
        let reader = SwiftFunctions(tokens: tokens(of: file))
        return reader.tokens.indices.compactMap { reader.function(at: $0) }
    }

    private static func tokens(of file: SwiftFile) -> [Token] {
        var tokens: [Token] = []
        for (index, line) in file.code.enumerated() {
            var rest = line[...]
            while let first = rest.first {
                if first.isLetter || first == "_" {
                    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                    tokens.append(Token(text: word, line: index + 1))
                    rest = rest.dropFirst(word.count)
                } else {
                    if first != " " { tokens.append(Token(text: rest.prefix(1), line: index + 1)) }
                    rest = rest.dropFirst()
                }
            }
        }
        return tokens
    }

    private func function(at index: Int) -> Function? {
        let token = tokens[index]
        let before = index > 0 ? tokens[index - 1].text : ""
        guard ["func", "init", "subscript"].contains(token.text), before != "." else { return nil }
        guard let open = openingBrace(after: index), let close = closingBrace(of: open) else {
            return nil
        }
        let name = token.text == "func" ? tokens[index + 1].text : token.text
        return Function(
            name: String(name), line: token.line, lines: tokens[close].line - token.line + 1)
    }

    /// `nil` for a requirement of a protocol, which has no body.
    private func openingBrace(after index: Int) -> Int? {
        let declarations: Set<Substring> = [
            "func", "init", "subscript", "var", "let", "static", "package", "case", "struct", "}",
        ]
        var depth = 0
        for at in (index + 1)..<max(tokens.count, index + 1) {
            let text = tokens[at].text
            if "([".contains(text) { depth += 1 }
            if ")]".contains(text) { depth -= 1 }
            if depth == 0, text == "{" { return at }
            if depth == 0, declarations.contains(text) { return nil }
        }
        return nil
    }

    private func closingBrace(of open: Int) -> Int? {
        var depth = 0
        for at in open..<tokens.count {
            if tokens[at].text == "{" { depth += 1 }
            if tokens[at].text == "}" { depth -= 1 }
            if depth == 0 { return at }
        }
        return nil
    }
}
