/// What a witness puts under a checkpoint: when it saw it, and its signature over both
/// (C2SP tlog-cosignature, Ed25519).
struct Cosignature {
    /// Seconds after 1970.
    let seconds: UInt64
    let bytes: [UInt8]

    /// Eight bytes of time, 64 of signature; `nil` for anything else.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == 72 else { return nil }
        seconds = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        guard seconds <= UInt64(Int64.max) else { return nil }
        self.bytes = Array(bytes.dropFirst(8))
    }

    /// What is signed: a header that no other message has, the time, the text.
    static func message(_ text: String, seconds: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
    }
}
