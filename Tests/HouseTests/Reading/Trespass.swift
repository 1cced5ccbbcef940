import Testing

/// One place where a law of the house is broken: file, line, and what to do about it.
struct Trespass: Hashable, CustomStringConvertible {
    let file: String
    /// 1-based; 0 = the file as a whole.
    let line: Int
    let what: String

    init(_ file: String, _ line: Int, _ what: String) {
        self.file = file
        self.line = line
        self.what = what
    }

    init(_ file: String, _ what: String) { self.init(file, 0, what) }

    var description: String {
        line > 0 ? "\(file):\(line): \(what)" : "\(file): \(what)"
    }
}

extension [Trespass] {
    /// The trespasses as lines for a test's message, the first hundred of them.
    var list: String {
        let shown = prefix(100).map(\.description).joined(separator: "\n")
        return count > 100 ? "\(shown)\n… and \(count - 100) more" : shown
    }
}

/// Records the trespasses as one issue, each told once; nothing when there are none.
func expectNone(_ found: [Trespass], sourceLocation: SourceLocation = #_sourceLocation) {
    if !found.isEmpty {
        Issue.record(
            "broken in \(found.count) places:\n\(found.list)", sourceLocation: sourceLocation)
    }
}
