/// The order and the number codes of loose keys, which hold only `0–9` and `A–Z`.
enum KeyText {
    /// Codes of three characters in base 37, where 0 is "the key has ended".
    static let triples = 37 * 37 * 37

    /// 1…36 in the order of ASCII.
    @inline(__always) static func code(_ byte: UInt8) -> Int {
        Int(byte) - (byte < 0x41 ? 0x2F : 0x36)
    }

    /// Code of the first three characters from `start` on.
    @inline(__always) static func triple(_ text: Column<UInt8>, _ start: Int, _ length: Int) -> Int
    {
        let first = length > 0 ? code(text[start]) : 0
        let second = length > 1 ? code(text[start + 1]) : 0
        let third = length > 2 ? code(text[start + 2]) : 0
        return (first * 37 + second) * 37 + third
    }

    /// Twelve characters from `start` on as one number that compares like the text.
    static func dozen(_ text: Column<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
        var number: UInt64 = 0
        for index in 0..<12 {
            number = number &* 37 &+ (index < length ? UInt64(code(text[start + index])) : 0)
        }
        return number
    }

    /// Eight characters from `start` on, filled up with zeros, as one number that compares like the
    /// text.
    @inline(__always) static func word(
        _ text: Column<UInt8>, _ start: Int, _ length: Int
    ) -> UInt64 {
        if length >= 8 { return text.word(at: start) }
        return length == 0 ? 0 : text.word(at: start) & ~UInt64(0) << UInt64(64 - 8 * length)
    }

    /// −1, 0 or 1; 0 also when the first text begins with the second and `prefix` is asked for.
    @inline(__always) static func compare(
        _ a: Column<UInt8>, _ aStart: Int, _ aLength: Int,
        _ b: Column<UInt8>, _ bStart: Int, _ bLength: Int, prefix: Bool = false
    ) -> Int {
        let common = min(aLength, bLength)
        var index = 0
        while index < common {
            var left = a.word(at: aStart + index)
            var right = b.word(at: bStart + index)
            let rest = common - index
            if rest < 8 {
                let mask = ~UInt64(0) << UInt64(64 - 8 * rest)
                left &= mask
                right &= mask
            }
            if left != right { return left < right ? -1 : 1 }
            index += 8
        }
        if aLength < bLength { return -1 }
        return prefix || aLength == bLength ? 0 : 1
    }

    /// A hash of the bytes; `seed` is random per table, so that nobody can make keys collide.
    @inline(__always) static func hash(
        _ text: Column<UInt8>, _ start: Int, _ length: Int, seed: UInt64
    ) -> UInt64 {
        var state = seed ^ (UInt64(length) &* 0x9E37_79B9_7F4A_7C15)
        var index = 0
        while index < length {
            var word = text.word(at: start + index)
            if length - index < 8 { word &= ~UInt64(0) << UInt64(64 - 8 * (length - index)) }
            let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
            state = product.high ^ product.low
            index += 8
        }
        let product = (state ^ seed).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
