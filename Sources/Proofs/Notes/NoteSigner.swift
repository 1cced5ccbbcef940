package import Crypto

/// The private half of a ``NoteKey``.
package struct NoteSigner: Sendable {
    package let key: NoteKey
    private let secret: Curve25519.Signing.PrivateKey

    /// Throws `malformed` for a name that a note cannot carry.
    package init(
        name: String, kind: NoteKey.Kind, secret: Curve25519.Signing.PrivateKey
    ) throws(ProofFault) {
        key = try NoteKey(
            name: name, kind: kind, publicKey: Array(secret.publicKey.rawRepresentation))
        self.secret = secret
    }

    /// The same from 32 secret bytes.
    package init(name: String, kind: NoteKey.Kind, seed: [UInt8]) throws {
        try self.init(
            name: name, kind: kind, secret: .init(rawRepresentation: seed))
    }

    /// Signs a message as it is; for a witness, the time stands before the signature.
    func sign(_ message: [UInt8]) throws -> [UInt8] {
        Array(try secret.signature(for: message))
    }
}
