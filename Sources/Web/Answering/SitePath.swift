/// Tells a path of this site from a way out of it (reliability A27).
enum SitePath {
    /// `path` when it is an absolute path of this site with at most a query: it begins with one
    /// slash, and holds no `\`, no control character, no space and no fragment of a host.
    static func checked(_ path: String) -> String? {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= Limits.returnBytes,
            bytes.dropFirst().first != UInt8(ascii: "/"),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return path
    }
}
