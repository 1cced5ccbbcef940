/// An answer that was given once and is given again, byte for byte, to the same request.
package struct StoredAnswer: Sendable, Hashable {
    /// HTTP status.
    package let status: Int
    /// In the form that `Web` chooses; the store does not look into it.
    package let headers: String
    package let body: [UInt8]

    package init(status: Int, headers: String, body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// What makes two requests the same one: who asks, for what, under which key.
package struct IdempotencyKey: Sendable, Hashable {
    /// Account id, or another name of the caller.
    package let actor: String
    /// Method and path pattern, for instance `POST /api/v1/stock-lists`.
    package let route: String
    /// The value of the `Idempotency-Key` header.
    package let key: String

    /// `nil` for an empty key, or one of more than `Limits.idempotencyKey` characters.
    package init?(actor: String, route: String, key: String) {
        guard (1...Limits.idempotencyKey).contains(key.unicodeScalars.count),
            !key.utf8.contains(0)
        else { return nil }
        self.actor = actor
        self.route = route
        self.key = key
    }
}
