/// The room of bytes: what is put here lies on the disk, whole, before the call returns.
///
/// A store keeps bytes under keys; what they mean is known to the room that puts them. This file
/// holds the limits of the room.
package enum Limits {
    /// Bytes of a key.
    package static let key = 200
    /// Folders above a file, the store's own not counted.
    package static let depth = 6
    /// Bytes of one file that is read whole; larger ones are mapped.
    package static let wholeBytes = 268_435_456
    /// Bytes of a mapped file up to which it is read here and there; larger ones are walked.
    package static let scatteredBytes = 134_217_728
    /// Seconds after which a temporary file that nobody finished is swept away.
    package static let orphanSeconds = 86_400
}
