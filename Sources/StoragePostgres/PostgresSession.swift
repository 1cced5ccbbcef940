import Storage

/// What the body of a transaction speaks to.
///
/// A class, because PostgreSQL ends a transaction with its first fault and this remembers it: a
/// body that swallows one gets it again at the end.
final class PostgresSession: Writer {
    private let connection: PostgresConnection
    private(set) var fault: StorageFault?

    init(_ connection: PostgresConnection) { self.connection = connection }

    func rows(_ sql: SQL) throws -> [Row] { try execute(sql).rows() }

    func run(_ sql: SQL) throws -> Int { try execute(sql).changed }

    private func execute(_ sql: SQL) throws -> PostgresResult {
        if let fault { throw fault }
        do {
            return try connection.execute(sql)
        } catch let error as StorageFault {
            fault = error
            throw error
        }
    }
}
