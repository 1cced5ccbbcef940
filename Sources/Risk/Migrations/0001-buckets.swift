import Storage

/// How much of its limit each caller has used up, as one point in time.
extension RiskMigrations {
    static let buckets = Migration(
        room: "risk", number: 1, name: "buckets",
        [
            """
            CREATE TABLE risk_buckets (
                limit_name {text} NOT NULL,
                caller {text} NOT NULL,
                arrival {int} NOT NULL,
                PRIMARY KEY (limit_name, caller)
            ) {strict}
            """,
            "CREATE INDEX risk_buckets_arrival ON risk_buckets (arrival)",
        ])
}
