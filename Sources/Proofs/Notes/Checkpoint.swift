/// What a log says of itself at one size: its name, how many entries it has, the root over them
/// (C2SP tlog-checkpoint).
package struct Checkpoint: Hashable, Sendable {
    package let origin: String
    package let size: UInt64
    package let root: TreeHash
    /// Further lines; ours has none.
    package let extensions: [String]

    package init(origin: String, size: UInt64, root: TreeHash, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// The text that is signed.
    package var text: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// Reads the text of a note. Throws `malformed` with the line.
    package init(text: String) throws(ProofFault) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.last?.isEmpty == true, lines.count >= 4 else {
            throw .malformed("checkpoint", line: lines.count)
        }
        for (place, line) in lines.dropLast().enumerated() where line.isEmpty {
            throw .malformed("checkpoint", line: place + 1)
        }
        guard let size = NoteText.decimal(lines[1]) else { throw .malformed("size", line: 2) }
        guard let root = TreeHash(base64: lines[2]) else { throw .malformed("root", line: 3) }
        guard size > 0 || root == .empty else { throw .wrongRoot }
        self.init(
            origin: String(lines[0]), size: size, root: root,
            extensions: lines.dropFirst(3).dropLast().map(String.init))
    }
}
