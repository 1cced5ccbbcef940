/// How a signed note is read: strictly, nothing repaired.
extension SignedNote {
    /// Reads a note. Throws `malformed` with the line, `tooLarge`.
    package init(_ bytes: [UInt8]) throws(ProofFault) {
        guard bytes.count <= NoteLimits.textBytes * 2 else { throw .tooLarge("note") }
        guard let whole = NoteText.decode(bytes) else { throw .malformed("note", line: 1) }
        try self.init(encoded: whole)
    }

    /// The same of a text. The last empty line parts the text from its signatures.
    package init(encoded whole: String) throws(ProofFault) {
        guard let cut = Self.lastEmptyLine(whole) else { throw .malformed("note", line: 1) }
        let text = whole[..<cut]
        let rest = whole[whole.index(after: cut)...]
        let first = text.utf8.count { $0 == 0x0A } + 2
        guard rest.hasSuffix("\n") else { throw .malformed("signature", line: first) }
        let lines = rest.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count <= NoteLimits.signatures else { throw .tooLarge("signatures") }
        var signatures: [Signature] = []
        for (place, line) in lines.enumerated() {
            guard let signature = Signature(line) else {
                throw .malformed("signature", line: first + place)
            }
            signatures.append(signature)
        }
        try self.init(text: String(text), signatures: signatures)
    }

    /// Where the last empty line of the note stands; a text may itself end with empty lines.
    private static func lastEmptyLine(_ whole: String) -> String.Index? {
        var end = whole.endIndex
        while let newline = whole[..<end].lastIndex(of: "\n"), newline > whole.startIndex {
            if whole[whole.index(before: newline)] == "\n" { return newline }
            end = newline
        }
        return nil
    }
}

extension SignedNote.Signature {
    /// Reads `— name base64`.
    init?(_ line: Substring) {
        let pieces = line.split(separator: " ", omittingEmptySubsequences: false)
        guard pieces.count == 3, pieces[0] == "\u{2014}", NoteKey.isName(String(pieces[1])),
            let bytes = Base64.decode(pieces[2]), bytes.count > 4
        else { return nil }
        self.init(
            name: String(pieces[1]), id: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) },
            bytes: Array(bytes.dropFirst(4)))
    }
}
