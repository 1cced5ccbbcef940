/// Whom a verifier believes: the log's keys, the witnesses, and how many of these must have seen a
/// checkpoint.
package struct LogPolicy: Hashable, Sendable {
    package let origin: String
    /// Old ones too, so that what was signed before a change of key stays provable.
    package let logKeys: [NoteKey]
    package let witnesses: [NoteKey]
    package let quorum: Int

    /// Keys of the wrong kind are left out: a witness who signs is not the log, nor the reverse.
    package init(
        origin: String, logKeys: [NoteKey], witnesses: [NoteKey] = [], quorum: Int = 0
    ) {
        self.origin = origin
        self.logKeys = logKeys.filter { $0.kind == .log }
        self.witnesses = witnesses.filter { $0.kind == .witness }
        self.quorum = quorum
    }

    /// The checkpoint in a note, when the log has signed it and enough witnesses have.
    package func checkpoint(_ note: SignedNote) throws(ProofFault) -> Checkpoint {
        guard !(try note.verified(by: logKeys).isEmpty) else { throw .unsigned }
        let seen = try note.verified(by: witnesses).count
        guard seen >= quorum else { throw .tooFewWitnesses(expected: quorum, found: seen) }
        let checkpoint = try Checkpoint(text: note.text)
        guard checkpoint.origin == origin else { throw .wrongOrigin(found: checkpoint.origin) }
        return checkpoint
    }
}
