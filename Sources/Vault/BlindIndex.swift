import Crypto

/// Finds equal values without keeping them: HMAC-SHA-256 under a key of the installation.
///
/// A plain hash of a network address or a phone number is undone by trying them all; without the
/// key this one is not (reliability D7).
package struct BlindIndex: Sendable {
    private let key: SymmetricKey

    /// Takes 32 random bytes that never lie beside the data.
    package init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// 64 hexadecimal digits; equal for equal purpose and value.
    package func hex(_ value: String, for purpose: String) -> String {
        var bytes = Array(purpose.utf8)
        bytes.append(0)
        bytes += Array(value.utf8)
        return Hex.encode(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    }
}
