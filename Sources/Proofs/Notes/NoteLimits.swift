/// How much of a note a verifier reads before it gives up.
enum NoteLimits {
    static let nameBytes = 255
    static let textBytes = 64 * 1024
    static let signatures = 64
    /// Hashes in an inclusion proof: a tree of 2^64 leaves has no more.
    static let pathHashes = 64
    /// Bytes of `extra` data in a proof file, decoded.
    static let extraBytes = 64 * 1024
}
