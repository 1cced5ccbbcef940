import CPostgres

/// How every connection to PostgreSQL is made and set up (reliability D2).
enum PostgresSettings {
    /// What an operator may set otherwise in the URL.
    private static let standards: [(String, String)] = [
        ("application_name", "cic"), ("connect_timeout", "3"), ("keepalives", "1"),
        ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "5000"),
    ]

    /// What the program relies on, whatever the URL says: a server that takes writes, UTF-8.
    private static let musts: [(String, String)] = [
        ("target_session_attrs", "read-write"), ("client_encoding", "UTF8"),
    ]

    /// No statement runs for longer than 5 s, waits longer than 2 s for a lock, or leaves its
    /// transaction open for 10 s; and a commit is not acknowledged before it is on the disk.
    static let session = """
        SET statement_timeout = 5000; SET lock_timeout = 2000;
        SET idle_in_transaction_session_timeout = 10000;
        SET synchronous_commit = on; SET client_min_messages = warning;
        SET TimeZone = 'UTC'; SET standard_conforming_strings = on
        """

    /// A connection, or one that tells why it is none; `nil` when there is no memory. Of a setting
    /// that comes twice libpq takes the last, and the URL stands between ours.
    static func connect(_ url: String) -> OpaquePointer? {
        let all = standards + [("dbname", url)] + musts
        let keywords = CStrings(all.map(\.0))
        let values = CStrings(all.map(\.1))
        return unsafe PQconnectdbParams(keywords.pointers, values.pointers, 1)
    }
}

/// Strings for a C function that takes a list of them with a null at its end.
@safe
private final class CStrings {
    private let owned: [UnsafeMutablePointer<CChar>]
    private(set) var pointers: [UnsafePointer<CChar>?]

    init(_ strings: [String]) {
        unsafe owned = strings.map { string in
            let bytes = Array(string.utf8CString)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            unsafe copy.initialize(from: bytes, count: bytes.count)
            return unsafe copy
        }
        unsafe pointers = owned.map { unsafe UnsafePointer($0) } + [nil]
    }

    deinit {
        for place in unsafe owned.indices { unsafe owned[place].deallocate() }
    }
}
