/// One Swift file, taken apart: its lines, its code without comments and literals, its literals.
struct SwiftFile {
    /// A string literal; interpolations are shown as `?`.
    struct Literal: Hashable {
        let line: Int
        let text: String
    }

    let path: String
    let lines: [Substring]
    /// Line for line the code; comments and the inside of literals are blanks.
    let code: [Substring]
    let literals: [Literal]

    init(path: String, text: String) {
        var scanner = SwiftScanner(text)
        scanner.scanCode(until: nil)
        self.path = path
        self.lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.code = String(decoding: scanner.code, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        self.literals = scanner.literals
    }

    /// `Sources/Stock/Line/Price.swift` → `Stock`.
    var room: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// `Price.swift` → `Price`.
    var name: String {
        String((path.split(separator: "/").last ?? "").dropLast(".swift".count))
    }

    /// How many lines the file has; the end of the last line does not open another one.
    var lineCount: Int { lines.last?.isEmpty == true ? lines.count - 1 : lines.count }

    var isMigration: Bool { path.contains("/Migrations/") }
}
