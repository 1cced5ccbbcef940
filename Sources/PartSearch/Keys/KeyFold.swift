/// Folds the common spellings of a part number to its identity key, byte by byte, without a String.
///
/// Common means ASCII, the full-width block, the no-break and the ideographic space: all but one in
/// a thousand of real lines. Costs about 2 ns a byte and allocates nothing beyond `output`.
enum KeyFold {
    /// Appends the identity key of `raw` to `output`; `false`, and nothing appended, when `raw`
    /// holds other characters and needs the Unicode tables of ``PartKey``.
    static func identity(_ raw: Span<UInt8>, into output: inout [UInt8]) -> Bool {
        let start = output.count
        var index = 0
        var space = false
        while index < raw.count {
            guard let (byte, length) = character(raw, index) else {
                output.removeSubrange(start...)
                return false
            }
            index += length
            if isSpace(byte) {
                space = true
            } else if byte >= 0x20, byte != 0x7F {
                append(byte, after: &space, start, &output)
            }
        }
        trim(&output, from: start)
        return true
    }

    /// Appends A–Z and 0–9 of an identity key to `output`.
    static func loose(_ identity: some Sequence<UInt8>, into output: inout [UInt8]) {
        for byte in identity where isLoose(byte) { output.append(byte) }
    }

    /// Takes the spaces, full stops and commas away that end a key.
    static func trim(_ output: inout [UInt8], from start: Int) {
        while output.count > start, let last = output.last,
            last == 0x20 || last == 0x2E || last == 0x2C
        {
            output.removeLast()
        }
    }

    static func isLoose(_ byte: UInt8) -> Bool {
        (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    }

    private static func append(
        _ byte: UInt8, after space: inout Bool, _ start: Int, _ output: inout [UInt8]
    ) {
        if space, output.count > start, output.count - start < Limits.keyLength {
            output.append(0x20)
        }
        space = false
        if output.count - start < Limits.keyLength {
            output.append(byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
        }
    }

    /// The ASCII character that the bytes at `index` stand for, and how many bytes it takes.
    private static func character(_ raw: Span<UInt8>, _ index: Int) -> (UInt8, Int)? {
        let byte = raw[index]
        if byte < 0x80 { return (byte, 1) }
        if byte == 0xC2, index + 1 < raw.count, raw[index + 1] == 0xA0 { return (0x20, 2) }
        guard index + 2 < raw.count else { return nil }
        let (second, third) = (raw[index + 1], raw[index + 2])
        switch (byte, second) {
        case (0xE3, 0x80) where third == 0x80: return (0x20, 3)
        case (0xEF, 0xBC) where third >= 0x81: return (third - 0x60, 3)
        case (0xEF, 0xBD) where third <= 0x9E: return (third - 0x20, 3)
        default: return nil
        }
    }
}
