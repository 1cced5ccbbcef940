/// The rules for what stands in a note: UTF-8 without control characters other than the newline.
enum NoteText {
    static func isClean(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
    }

    /// Reads bytes as UTF-8, without repairing anything.
    static func decode(_ bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self), isClean(text) else { return nil }
        return text
    }

    /// A number in ASCII digits without leading zeros.
    static func decimal(_ text: some StringProtocol) -> UInt64? {
        UInt64(text).flatMap { String($0) == text ? $0 : nil }
    }
}
