/// The room of the tests' world: clocks that stand still, ids that count, both database engines.
///
/// Nothing here is part of the program; no room but a test enters it.
package enum TestWorld {
    /// The instant at which the tests' world begins: 2026-09-24 09:00:00 in China.
    package static let beginning: Int64 = 1_790_211_600_000
}
