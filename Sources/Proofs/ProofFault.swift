/// Why a proof, a note or a tile does not hold; said without repeating what was read.
package enum ProofFault: Error, Sendable, Hashable {
    /// The bytes do not follow their format; `line` counts from 1, 0 where there are no lines.
    case malformed(_ what: String, line: Int)
    /// More than a verifier is willing to read.
    case tooLarge(_ what: String)
    /// The named index does not lie in a tree of this size, or the sizes are the wrong way round.
    case outOfRange(index: UInt64, size: UInt64)
    /// A proof with more or fewer hashes than its place in the tree asks for.
    case wrongLength(expected: Int, found: Int)
    /// The hashes lead to another root.
    case wrongRoot
    /// No signature by a key that is trusted.
    case unsigned
    /// A signature by a trusted key that does not fit the text.
    case forged(key: String)
    /// The checkpoint speaks of another log.
    case wrongOrigin(found: String)
    /// Fewer witnesses have seen the checkpoint than were asked for.
    case tooFewWitnesses(expected: Int, found: Int)
    /// The store has no such tile.
    case missing(tile: String)
}
