import Basics

/// What a buyer typed, in the forms that lines are compared with.
struct QueryText {
    /// Without outer white space.
    let trimmed: [UInt8]
    let identity: [UInt8]
    /// At least one character.
    let loose: [UInt8]

    /// Throws `search_empty` without a letter A–Z or digit, `search_too_long` beyond
    /// ``Limits/keyLength`` characters.
    init(_ text: String) throws(Refusal) {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
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
}
