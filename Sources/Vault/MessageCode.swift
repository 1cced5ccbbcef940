import Crypto

/// A secret of the program with which it signs what it hands out and later takes back.
package struct MessageCode: Sendable {
    private let key: SymmetricKey

    /// A new random key of 256 bits; what it signed is worthless after a restart.
    package init() { key = SymmetricKey(size: .bits256) }

    /// Takes a key from the configuration; `nil` when it has less than 32 bytes.
    package init?(key bytes: [UInt8]) {
        guard bytes.count >= 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// HMAC-SHA-256 of the text, 43 characters of base64url.
    package func sign(_ text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
        return Base64URL.encode(Array(code))
    }

    /// Whether `code` is the signature of the text; takes the same time for every wrong one.
    package func verify(_ code: String, of text: String) -> Bool {
        constantTimeEqual(Array(code.utf8), Array(sign(text).utf8))
    }
}
