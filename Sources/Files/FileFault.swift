import Basics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What can go wrong where bytes lie.
package enum FileFault: Error, Sendable, Hashable {
    case notFound(key: String)
    /// A key that is empty, too long, or has a part that is no plain name.
    case badKey(String)
    /// The disk failed; nothing that the call was to write can be relied on.
    case io(String)
    /// Anything else that the system said.
    case system(String)

    /// The fault, or for a full disk the `Refusal`, that an error number of the system stands for.
    static func from(_ code: Int32, _ doing: String) -> any Error {
        let words = "\(doing): \(unsafe String(cString: strerror(code)))"
        switch code {
        case EIO: return FileFault.io(words)
        case ENOSPC, EDQUOT: return Refusal(.unavailable, "disk_full", retryAfter: 60)
        default: return FileFault.system(words)
        }
    }
}
