import PartSearch
import Files

/// Numbers and texts out of a mapped file; outside of it everything reads as 0 or empty.
extension MappedFile {
    /// A little-endian 32-bit word.
    func word(_ at: Int) -> UInt32 {
        withBytes { bytes in
            at >= 0 && at + 4 <= bytes.byteCount
                ? UInt32(
                    littleEndian: unsafe bytes.unsafeLoadUnaligned(
                        fromByteOffset: at, as: UInt32.self)) : 0
        }
    }

    /// UTF-8 text; bytes that are none become U+FFFD.
    func text(_ range: Range<Int>) -> String {
        withBytes { bytes in
            guard range.lowerBound >= 0, range.upperBound <= bytes.byteCount else { return "" }
            return unsafe bytes.withUnsafeBytes { buffer in
                unsafe String(
                    decoding: UnsafeRawBufferPointer(rebasing: buffer[range]), as: UTF8.self)
            }
        }
    }
}

/// The loose key of an identity key.
func looseKey(of identity: String) -> String { PartKey.loose(identity) }
