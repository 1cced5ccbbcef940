/// Everything in this room that grows has its end here.
package enum Limits {
    /// The bytes of a form or of a JSON body, and of what surrounds the files of an upload.
    static let fieldsBytes = 1 << 20
    /// A body that nobody reads.
    static let ignoredBytes = 64 * 1024
    /// The fields of one form, and the parameters of one query.
    static let fieldCount = 256
    /// The bytes of one text field.
    static let fieldBytes = 256 * 1024
    /// The bytes of all text fields of an upload that are kept in memory, and so can be shown
    /// again; 40,000 pasted lines have about half of it. A longer text is received as a file.
    static let pastedBytes = 4 << 20
    /// The bytes of the name of a field or of a file.
    static let nameBytes = 1024
    /// The bytes of the header lines of one part of a multipart body.
    static let partHeaderBytes = 8 * 1024
    /// The files of one form.
    static let fileCount = 8
    /// The nesting of JSON that is read.
    static let jsonDepth = 32
    /// The characters of a part number that is being typed.
    static let typedCharacters = 64
    /// An `Idempotency-Key` (reliability D6).
    static let idempotencyKeyBytes = 255
    /// A body that is kept to be sent again for the same `Idempotency-Key`.
    static let replayBytes = 256 * 1024
    /// An `X-Request-Id` that is taken over from outside.
    static let requestIDBytes = 64
    /// A session token.
    static let tokenBytes = 256
    /// A password, long enough for every sentence (reliability D7).
    static let passwordBytes = 256
    /// A username.
    static let usernameBytes = 64
    /// The path to which a form leads back.
    static let returnBytes = 2048
}
