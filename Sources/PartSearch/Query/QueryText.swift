import Basics

/// What a buyer typed, in the forms that lines are compared with.
struct QueryText {
    /// Without white space and invisible characters at both ends, like the spelling of a line.
    let trimmed: [UInt8]
    let identity: [UInt8]
    /// At least one character.
    let loose: [UInt8]

    /// Throws `search_empty` without a letter A–Z or digit, `search_too_long` beyond
    /// ``Limits/keyLength`` characters.
    init(_ text: String) throws(Refusal) {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !Self.isOuter($0) }),
            let last = scalars.lastIndex(where: { !Self.isOuter($0) })
        else { throw Refusal(.invalid, "search_empty") }
        let inner = scalars[first...last]
        guard inner.count <= Limits.keyLength else {
            throw Refusal(.invalid, "search_too_long", ["limit": String(Limits.keyLength)])
        }
        let body = String(inner)
        trimmed = Array(body.utf8)
        identity = PartKey.identity(utf8: body.utf8Span.span)
        var key: [UInt8] = []
        KeyFold.loose(identity, into: &key)
        loose = key
        if loose.isEmpty { throw Refusal(.invalid, "search_empty") }
    }

    /// A key that needs no reading.
    init(loose: [UInt8]) {
        trimmed = loose
        identity = loose
        self.loose = loose
    }

    private static func isOuter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || PartKey.isInvisible(scalar)
    }
}
