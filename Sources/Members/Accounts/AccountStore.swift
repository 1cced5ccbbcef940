import Basics
import Storage
import Vault

/// All SQL of accounts and their sessions.
struct AccountStore {
    /// What sign-in needs to know of an account.
    struct Credentials {
        let account: ID<Account>
        let username: String
        let hash: PasswordHash
        let supplier: ID<SupplierCompany>?
    }

    func credentials(_ username: String, on reader: any Reader) throws -> Credentials? {
        try reader.row(
            """
            SELECT id, username, password_hash, supplier FROM members_accounts
            WHERE username = \(username)
            """
        ).map { row in
            Credentials(
                account: try row.id("id"), username: try row.text("username"),
                hash: PasswordHash(text: try row.text("password_hash")),
                supplier: try row.idOrNil("supplier"))
        }
    }

    func insert(
        _ id: ID<Account>, username: String, hash: PasswordHash,
        supplier: ID<SupplierCompany>?, at now: Instant, on writer: any Writer
    ) throws {
        try writer.run(
            """
            INSERT INTO members_accounts (id, username, password_hash, supplier, created)
            VALUES (\(id), \(username), \(hash.text), \(supplier), \(now))
            """)
    }

    func setHash(_ id: ID<Account>, _ hash: PasswordHash, on writer: any Writer) throws {
        try writer.run(
            "UPDATE members_accounts SET password_hash = \(hash.text) WHERE id = \(id)")
    }

    func open(
        _ token: TokenHash, _ account: ID<Account>, at now: Instant, on writer: any Writer
    ) throws {
        try writer.run(
            """
            INSERT INTO members_sessions (token_hash, account, created, seen, expires)
            VALUES (\(token.bytes), \(account), \(now), \(now),
                \(now.adding(seconds: Session.absoluteSeconds)))
            """)
    }

    func close(_ token: TokenHash, on writer: any Writer) throws {
        try writer.run("DELETE FROM members_sessions WHERE token_hash = \(token.bytes)")
    }

    func closeExpired(at now: Instant, on writer: any Writer) throws -> Int {
        try writer.run(
            """
            DELETE FROM members_sessions
            WHERE expires <= \(now) OR seen <= \(now.adding(seconds: -Session.idleSeconds))
            """)
    }

    func noteSeen(_ token: TokenHash, at now: Instant, on writer: any Writer) throws {
        try writer.run(
            "UPDATE members_sessions SET seen = \(now) WHERE token_hash = \(token.bytes)")
    }

    /// The open session of a token and when it was last used.
    func session(
        _ token: TokenHash, at now: Instant, on reader: any Reader
    ) throws -> (Session, seen: Instant)? {
        let row = try reader.row(
            """
            SELECT a.id, a.username, a.supplier, s.seen, s.expires
            FROM members_sessions s JOIN members_accounts a ON a.id = s.account
            WHERE s.token_hash = \(token.bytes) AND s.expires > \(now)
                AND s.seen > \(now.adding(seconds: -Session.idleSeconds))
            """)
        guard let row else { return nil }
        let supplier: ID<SupplierCompany>? = try row.idOrNil("supplier")
        let company = try supplier.flatMap { try SupplierStore().find($0, on: reader) }
        let account = Account(
            id: try row.id("id"), username: try row.text("username"), supplier: company)
        let session = Session(account: account, expires: try row.instant("expires"))
        return (session, try row.instant("seen"))
    }
}
