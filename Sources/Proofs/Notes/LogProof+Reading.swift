/// How a proof file is read: strictly, line by line.
extension LogProof {
    /// Reads a proof file. Throws `malformed` with the line, `tooLarge`.
    package init(_ bytes: [UInt8]) throws(ProofFault) {
        guard bytes.count <= 4 * NoteLimits.textBytes else { throw .tooLarge("proof") }
        guard let text = NoteText.decode(bytes) else { throw .malformed("proof", line: 1) }
        var rest = Substring(text)
        guard let first = Self.line(&rest), first == Self.header else {
            throw .malformed("proof", line: 1)
        }
        var number = 2
        var line = Self.line(&rest)
        var extra: [UInt8] = []
        if let found = line, found.hasPrefix("extra ") {
            guard let bytes = Base64.decode(found.dropFirst(6)), !bytes.isEmpty else {
                throw .malformed("extra", line: number)
            }
            guard bytes.count <= NoteLimits.extraBytes else { throw .tooLarge("extra") }
            extra = bytes
            number += 1
            line = Self.line(&rest)
        }
        guard let found = line, found.hasPrefix("index "),
            let index = NoteText.decimal(found.dropFirst(6))
        else { throw .malformed("index", line: number) }
        let path = try Self.path(&rest, &number)
        self.init(
            inclusion: Inclusion(index: index, path: path),
            checkpoint: try SignedNote(encoded: String(rest)), extra: extra)
    }

    private static func path(
        _ rest: inout Substring, _ number: inout Int
    ) throws(ProofFault) -> [TreeHash] {
        var path: [TreeHash] = []
        while true {
            number += 1
            guard let line = line(&rest) else { throw .malformed("path", line: number) }
            if line.isEmpty { return path }
            guard let hash = TreeHash(base64: line) else { throw .malformed("path", line: number) }
            guard path.count < NoteLimits.pathHashes else { throw .tooLarge("path") }
            path.append(hash)
        }
    }

    /// Takes the next line off; `nil` when none ends any more.
    private static func line(_ rest: inout Substring) -> Substring? {
        guard let end = rest.firstIndex(of: "\n") else { return nil }
        defer { rest = rest[rest.index(after: end)...] }
        return rest[..<end]
    }
}
