/// A text with signatures under it (C2SP signed-note). Nothing of the text may be believed before
/// ``verified(by:)`` has said whose it is.
package struct SignedNote: Hashable, Sendable {
    /// One signature line.
    package struct Signature: Hashable, Sendable {
        package let name: String
        package let id: UInt32
        /// What follows the four bytes of the id.
        package let bytes: [UInt8]

        package init(name: String, id: UInt32, bytes: [UInt8]) {
            self.name = name
            self.id = id
            self.bytes = bytes
        }

        var line: String {
            let number = (0..<4).map { UInt8(truncatingIfNeeded: id >> UInt32(24 - 8 * $0)) }
            return "\u{2014} \(name) \(Base64.encode(number + bytes))\n"
        }
    }

    /// Ends with a newline.
    package let text: String
    package private(set) var signatures: [Signature]

    /// Throws `malformed` for a text that a note cannot carry.
    package init(text: String, signatures: [Signature] = []) throws(ProofFault) {
        guard text.hasSuffix("\n"), NoteText.isClean(text) else {
            throw .malformed("note", line: 1)
        }
        guard text.utf8.count <= NoteLimits.textBytes else { throw .tooLarge("note") }
        self.text = text
        self.signatures = signatures
    }

    /// Signs the text as its log.
    package mutating func sign(_ signer: NoteSigner) throws {
        let bytes = try signer.sign(Array(text.utf8))
        signatures.append(Signature(name: signer.key.name, id: signer.key.id, bytes: bytes))
    }

    /// Signs that the text was seen at `seconds` after 1970.
    package mutating func cosign(_ signer: NoteSigner, seconds: UInt64) throws {
        let bytes = try signer.sign(Cosignature.message(text, seconds: seconds))
        let time = (0..<8).map { UInt8(truncatingIfNeeded: seconds >> UInt64(56 - 8 * $0)) }
        signatures.append(
            Signature(name: signer.key.name, id: signer.key.id, bytes: time + bytes))
    }

    /// The keys of `trusted` that have signed. Signatures of unknown keys are passed over; one of a
    /// known key that does not fit makes the whole note worthless.
    package func verified(by trusted: [NoteKey]) throws(ProofFault) -> [NoteKey] {
        var found: [NoteKey] = []
        for signature in signatures {
            guard
                let key = trusted.first(where: {
                    $0.name == signature.name && $0.id == signature.id
                })
            else { continue }
            guard fits(signature, key) else { throw .forged(key: key.name) }
            if !found.contains(key) { found.append(key) }
        }
        return found
    }

    private func fits(_ signature: Signature, _ key: NoteKey) -> Bool {
        switch key.kind {
        case .log: return key.verifies(signature.bytes, of: Array(text.utf8))
        case .witness:
            guard let cosignature = Cosignature(signature.bytes) else { return false }
            let message = Cosignature.message(text, seconds: cosignature.seconds)
            return key.verifies(cosignature.bytes, of: message)
        }
    }

    /// The note as it is stored and sent.
    package var encoded: String { text + "\n" + signatures.map(\.line).joined() }
}
