/// A file that proves, without asking anyone, that an entry stands in the log
/// (C2SP tlog-proof@v1).
package struct LogProof: Hashable, Sendable {
    static let header = "c2sp.org/tlog-proof@v1"

    package let inclusion: Inclusion
    /// The checkpoint as the log signed it.
    package let checkpoint: SignedNote
    /// What the reader needs to make the entry again, for instance its salt. It is not signed:
    /// only what leads to the root is true.
    package let extra: [UInt8]

    package init(inclusion: Inclusion, checkpoint: SignedNote, extra: [UInt8] = []) {
        self.inclusion = inclusion
        self.checkpoint = checkpoint
        self.extra = extra
    }

    /// Throws unless `entry` stands at the named index of a log that the policy believes; gives the
    /// checkpoint, so that the reader can keep it and ask for consistency later.
    @discardableResult
    package func check(
        entry: some Collection<UInt8>, policy: LogPolicy
    ) throws(ProofFault) -> Checkpoint {
        let head = try policy.checkpoint(checkpoint)
        try inclusion.check(leaf: .leaf(entry), root: head.root, size: head.size)
        return head
    }

    /// The file.
    package var encoded: String {
        var lines = [Self.header]
        if !extra.isEmpty { lines.append("extra " + Base64.encode(extra)) }
        lines.append("index \(inclusion.index)")
        lines += inclusion.path.map(\.base64)
        return lines.map { $0 + "\n" }.joined() + "\n" + checkpoint.encoded
    }
}
