/// A secret that is shown once to its bearer: 256 random bits. Only its hash is ever stored.
package struct Token: Sendable, Hashable {
    private static let size = 32
    private let bytes: [UInt8]

    /// A new one from the system's generator.
    package init() {
        var generator = SystemRandomNumberGenerator()
        bytes = (0..<Self.size).map { _ in generator.next() }
    }

    /// Takes what a bearer presents; `nil` when it cannot be a token.
    package init?(_ text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// 43 characters of base64url, for the bearer only.
    package var text: String { Base64URL.encode(bytes) }

    package var hash: TokenHash { TokenHash(bytes: ContentHash(of: bytes).bytes) }
}

/// What the database keeps of a token: its SHA-256. A copy of the database opens no session.
package struct TokenHash: Sendable, Hashable {
    /// 32 bytes.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }
}

/// Compares in a time that tells nothing but whether the lengths differ.
package func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for place in a.indices { difference |= a[place] ^ b[place] }
    return difference == 0
}
