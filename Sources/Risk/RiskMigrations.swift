package import Storage

/// The tables of this room.
package enum RiskMigrations {
    package static let all: [Migration] = [buckets]
}
