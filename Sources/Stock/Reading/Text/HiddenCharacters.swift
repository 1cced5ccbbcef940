/// Characters of a part number that nobody sees and that are no mere padding: control characters,
/// and marks of writing direction, which can show a number backwards (UAX 9).
struct HiddenCharacters: Hashable, Sendable {
    /// The text with each of them named: `[U+202E]8TC`.
    let shown: String
    /// One of them turns the order of what follows: nobody can know which number is meant.
    let turns: Bool

    /// `nil` when there is none in the text, which is nearly always so and quickly seen.
    init?(_ text: String) {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xE2 }) else {
            return nil
        }
        var shown = ""
        var (isFound, turns) = (false, false)
        for scalar in text.unicodeScalars {
            guard Self.isHidden(scalar.value) else {
                shown.unicodeScalars.append(scalar)
                continue
            }
            isFound = true
            turns = turns || Self.rightward.contains(scalar.value)
            let digits = String(scalar.value, radix: 16, uppercase: true)
            shown += "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        }
        guard isFound else { return nil }
        self.shown = shown
        self.turns = turns
    }

    /// Embedding, override and isolate from right to left.
    private static let rightward: Set<UInt32> = [0x202B, 0x202E, 0x2067]

    private static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        case 9, 10, 13: false
        case 0..<0x20, 0x7F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
