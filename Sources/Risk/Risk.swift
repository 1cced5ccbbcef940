/// The room of rate limits: who may do what how often. This file holds the limits of the room.
package enum Limits {
    /// Callers that one process counts at once; each takes about 150 bytes.
    package static let localBuckets = 100_000
    /// Callers whose counts are shared in one transaction.
    package static let sharedAtOnce = 1_000
}
