/// What can go wrong in a database, in the same words for both engines.
package enum StorageFault: Error, Sendable, Hashable {
    /// A second row with the same key. Names the columns as `table.column, table.column`, or the
    /// index when it has no plain columns.
    case uniqueViolation(String)
    /// A row that is referred to is missing, or one that is still referred to would go. Names the
    /// constraint where the engine tells it.
    case foreignKeyViolation(String)
    /// Names the constraint, or on SQLite for an unnamed one its expression.
    case checkViolation(String)
    /// Names `table.column`.
    case notNullViolation(String)
    /// A lock was not got in time, or the statement took too long; the same may work later.
    case busy(String)
    /// The transaction lost against a concurrent one, more often than we try.
    case serialization(String)
    /// The connection broke before anything was committed.
    case connectionLost(String)
    /// The connection broke while the commit was on its way: it may or may not have happened. Look
    /// it up by its idempotency key (reliability D2).
    case commitUnknown(String)
    /// The disk failed. The engine ends the process (see ``FailStop``).
    case io(String)
    /// The file is damaged. The engine ends the process (see ``FailStop``).
    case corrupt(String)
    case full(String)
    case readOnly(String)
    /// A row does not hold what the code expects of it.
    case decoding(String)
    /// The schema and the program's migrations do not fit each other.
    case migration(String)
    /// The engine cannot give what it must promise, for instance a synchronous commit.
    case unsafeEngine(String)
    /// Anything else, with the engine's own code.
    case other(code: String, message: String)

    /// After these nothing that the engine says can be believed (reliability finding 6).
    package var endsTheProcess: Bool {
        switch self {
        case .io, .corrupt: true
        default: false
        }
    }

    /// Whether the same transaction may be tried again at once: nothing of it was kept, and it
    /// failed only because another one was in the way.
    package var isWorthAnotherTry: Bool {
        if case .serialization = self { true } else { false }
    }

    /// Whether a row with the same key in exactly this column or these columns is there already:
    /// `fault.isDuplicate(of: "members_accounts.username")`.
    package func isDuplicate(of columns: String) -> Bool { self == .uniqueViolation(columns) }
}
