/// A generator of random numbers that gives the same row for the same seed (SplitMix64).
package struct Dice: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `bound`.
    package mutating func number(_ bound: Int) -> Int { Int(next() >> 33) % max(1, bound) }

    /// True in so many of a hundred cases.
    package mutating func chance(_ percent: Int) -> Bool { number(100) < percent }

    /// One of `values`, which must not be empty.
    package mutating func pick<T>(_ values: [T]) -> T { values[number(values.count)] }

    /// Up to `most` of `scraps` in a row.
    package mutating func soup(_ scraps: [String], most: Int) -> String {
        (0..<number(most + 1)).map { _ in pick(scraps) }.joined()
    }
}
