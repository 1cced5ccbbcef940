/// Distinct texts numbered in the order of arrival: the dictionary of a segment being built.
///
/// One arena, one hash table with open addressing; about 12 bytes a text beside the text itself.
struct TextTable: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Text `n` lies in `bytes` from `starts[n]` to `starts[n + 1]`.
    private(set) var starts: [UInt32] = [0]
    private var hashes: [UInt32] = []
    private var slots = [UInt32](repeating: .max, count: 64)
    private let seed = UInt64.random(in: 1...UInt64.max)

    var count: Int { starts.count - 1 }

    func length(_ number: Int) -> Int { Int(starts[number + 1] - starts[number]) }

    func range(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

    /// The number of `text`, and whether it is new.
    mutating func insert(_ text: Span<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = hash(text)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != .max {
            let number = Int(slots[slot])
            if hashes[number] == hash, equals(number, text) { return (number, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(count)
        hashes.append(hash)
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        starts.append(UInt32(bytes.count))
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    /// Adds a text that is known to be new, and that nobody will look for by ``insert(_:)``.
    mutating func append(_ text: Column<UInt8>, _ range: Range<Int>) {
        for index in range { bytes.append(text[index]) }
        starts.append(UInt32(bytes.count))
    }

    /// The number of a text from `first` on.
    func find(_ text: Column<UInt8>, _ range: Range<Int>, since first: Int) -> Int? {
        for number in first..<count where length(number) == range.count {
            let start = Int(starts[number])
            var same = 0
            while same < range.count, bytes[start + same] == text[range.lowerBound + same] {
                same += 1
            }
            if same == range.count { return number }
        }
        return nil
    }

    /// Whether a text has these bytes.
    func equals(_ number: Int, _ text: Span<UInt8>) -> Bool {
        let range = range(number)
        guard range.count == text.count else { return false }
        return bytes.span.extracting(range).elementsEqual(text)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: .max, count: slots.count * 4)
        for number in hashes.indices {
            var slot = Int(hashes[number]) & (slots.count - 1)
            while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number)
        }
    }

    /// Mixed with a random seed: a list made to collide would make publishing quadratic.
    private func hash(_ text: Span<UInt8>) -> UInt32 {
        var state = seed
        var word: UInt64 = 0
        for index in text.indices {
            word = word << 8 | UInt64(text[index])
            if index & 7 == 7 {
                state = mix(state ^ word)
                word = 0
            }
        }
        state = mix(state ^ word ^ UInt64(text.count) << 56)
        return UInt32(truncatingIfNeeded: state)
    }

    @inline(__always) private func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}

extension Span<UInt8> {
    /// Compares eight bytes at a time; both are of one length.
    @inline(__always) func elementsEqual(_ other: Span<UInt8>) -> Bool {
        let (left, right) = unsafe (self.bytes, other.bytes)
        var at = 0
        while at + 8 <= left.byteCount {
            let a = unsafe left.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
            let b = unsafe right.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
            if a != b { return false }
            at += 8
        }
        while at < left.byteCount {
            if self[at] != other[at] { return false }
            at += 1
        }
        return true
    }
}
