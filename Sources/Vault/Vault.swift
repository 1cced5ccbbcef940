/// The room of cryptography: hashes of contents, tokens and passwords. No other room imports any.
///
/// This file holds the limits of the room.
package enum Limits {
    /// Bytes of a password; 256 characters of any script (reliability D7).
    package static let passwordBytes = 1_024
    /// Password hashes that may wait for a free core (reliability D7).
    package static let waitingHashes = 50
    /// Memory in KiB that a stored hash may ask for when it is checked.
    package static let hashMemoryKiB = 131_072
}
