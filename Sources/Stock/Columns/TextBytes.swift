/// Hashes and compares UTF-8 eight bytes at a time.
enum TextBytes {
    /// Equal texts have equal hashes for one `seed`; a seed that nobody outside knows keeps a list
    /// from being made of texts that collide.
    static func hash(_ cell: Span<UInt8>, seed: UInt64) -> UInt64 {
        let text = unsafe cell.bytes
        let count = text.byteCount
        var hash = seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var place = 0
        while place + 8 <= count {
            hash = mix(hash ^ word(text, place))
            place += 8
        }
        var rest: UInt64 = 0
        if count >= 8 {
            rest = word(text, count - 8)
        } else {
            while place < count {
                rest = rest << 8 | UInt64(byte(text, place))
                place += 1
            }
        }
        return mix(hash ^ rest)
    }

    static func areEqual(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
        guard first.count == second.count else { return false }
        let a = unsafe first.bytes
        let b = unsafe second.bytes
        var place = 0
        while place + 8 <= a.byteCount {
            guard word(a, place) == word(b, place) else { return false }
            place += 8
        }
        while place < a.byteCount {
            guard byte(a, place) == byte(b, place) else { return false }
            place += 1
        }
        return true
    }

    /// Less than 0, 0 or more than 0, as the bytes of `first` stand before, like or after those of
    /// `second`.
    static func compare(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Int {
        let a = unsafe first.bytes
        let b = unsafe second.bytes
        let shared = min(a.byteCount, b.byteCount)
        var place = 0
        while place + 8 <= shared {
            let (x, y) = (word(a, place).byteSwapped, word(b, place).byteSwapped)
            if x != y { return x < y ? -1 : 1 }
            place += 8
        }
        while place < shared {
            let (x, y) = (byte(a, place), byte(b, place))
            if x != y { return x < y ? -1 : 1 }
            place += 1
        }
        return a.byteCount - b.byteCount
    }

    /// Eight bytes from `place` on as a number that sorts as they do; bytes beyond the end are 0.
    static func prefix(_ cell: Span<UInt8>, from place: Int) -> UInt64 {
        let text = unsafe cell.bytes
        if place + 8 <= text.byteCount { return word(text, place).byteSwapped }
        var value: UInt64 = 0
        for index in place..<place + 8 {
            value = value << 8 | (index < text.byteCount ? UInt64(byte(text, index)) : 0)
        }
        return value
    }

    private static func word(_ text: RawSpan, _ place: Int) -> UInt64 {
        UInt64(
            littleEndian: unsafe text.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    private static func byte(_ text: RawSpan, _ place: Int) -> UInt8 {
        unsafe text.unsafeLoadUnaligned(fromByteOffset: place, as: UInt8.self)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
