/// The tables that belong to the storage room itself; every ``Migrator`` runs them first.
package enum StorageMigrations {
    package static let all = [outbox, idempotency]
}
