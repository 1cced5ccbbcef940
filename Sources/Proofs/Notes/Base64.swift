import Foundation

/// Base 64 of RFC 4648, section 4, with exactly one spelling of every value: a proof that can be
/// written in two ways is a proof that someone will call forged.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// `nil` for anything that ``encode(_:)`` does not give.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let text = String(text)
        guard let data = Data(base64Encoded: text) else { return nil }
        let bytes = Array(data)
        return encode(bytes) == text ? bytes : nil
    }
}
