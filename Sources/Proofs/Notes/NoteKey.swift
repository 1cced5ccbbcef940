import Crypto
import Foundation

/// A key that signs notes: its name, what it signs, and its public half (C2SP signed-note).
package struct NoteKey: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        /// The log itself signs the text.
        case log = 0x01
        /// A witness signs that it saw the text at a time (C2SP tlog-cosignature).
        case witness = 0x04
    }

    package let name: String
    package let kind: Kind
    /// 32 bytes of Ed25519.
    package let publicKey: [UInt8]
    /// Tells keys of one name apart; no secret and no proof.
    package let id: UInt32

    /// Throws `malformed` for a name that a note cannot carry, or a key of another length.
    package init(name: String, kind: Kind, publicKey: [UInt8]) throws(ProofFault) {
        guard Self.isName(name), publicKey.count == 32 else { throw .malformed("key", line: 0) }
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
        id = Self.id(name, kind, publicKey)
    }

    /// Reads `name+hexid+base64`, the form in which keys are handed out.
    package init(_ text: String) throws(ProofFault) {
        let pieces = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3, let bytes = Base64.decode(pieces[2]), bytes.count == 33,
            let kind = Kind(rawValue: bytes[0])
        else { throw .malformed("key", line: 0) }
        try self.init(
            name: String(pieces[0]), kind: kind, publicKey: Array(bytes.dropFirst()))
        guard Self.hex(id) == pieces[1] else { throw .malformed("key", line: 0) }
    }

    /// What ``init(_:)`` reads.
    package var text: String {
        name + "+" + Self.hex(id) + "+" + Base64.encode([kind.rawValue] + publicKey)
    }

    /// Whether `signature` of this key fits the message.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }

    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= NoteLimits.nameBytes
            && name.unicodeScalars.allSatisfy {
                $0 != "+" && !$0.properties.isWhitespace && $0.value >= 0x20 && $0.value != 0x7F
            }
    }

    private static func id(_ name: String, _ kind: Kind, _ publicKey: [UInt8]) -> UInt32 {
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A, kind.rawValue] + publicKey)
        return digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func hex(_ id: UInt32) -> String {
        let text = String(id, radix: 16)
        return String(repeating: "0", count: 8 - text.count) + text
    }
}
