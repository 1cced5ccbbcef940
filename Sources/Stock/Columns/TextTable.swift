/// The distinct texts of one list, numbered in the order in which they came; number 0 is the empty
/// text. Two texts are one when their bytes are.
///
/// A text costs its bytes and 20 to 36 more; finding its number reads about two cache lines.
package struct TextTable: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each text ends; it begins where the one before it ends.
    private(set) var ends: [UInt32] = [0]
    /// The upper half of the hash, then the number; 0 = free. At most half of them are taken.
    private var slots = [UInt64](repeating: 0, count: 64)
    private static let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000
    private let seed = UInt64.random(in: 0...UInt64.max)

    /// Texts, the empty one included.
    var count: Int { ends.count }

    /// The number of `text`, which is added when it is new.
    mutating func number(_ text: Span<UInt8>) -> UInt32 {
        if text.isEmpty { return 0 }
        let hash = TextBytes.hash(text, seed: seed)
        let (slot, number) = look(text, hash)
        return number != 0 ? number : add(text, hash, slot)
    }

    mutating func number(_ text: String) -> UInt32 { number(text.utf8Span.span) }

    /// The number of `text`; `nil` when it is not here.
    func find(_ text: Span<UInt8>) -> UInt32? {
        if text.isEmpty { return 0 }
        let (_, number) = look(text, TextBytes.hash(text, seed: seed))
        return number == 0 ? nil : number
    }

    func range(_ number: UInt32) -> Range<Int> {
        number == 0 ? 0..<0 : Int(ends[Int(number) - 1])..<Int(ends[Int(number)])
    }

    func string(_ number: UInt32) -> String {
        String(decoding: bytes[range(number)], as: UTF8.self)
    }

    /// How two texts sort by their bytes: less than 0, 0, more than 0.
    func compare(_ a: UInt32, _ b: UInt32) -> Int {
        if a == b { return 0 }
        let all = bytes.span
        return TextBytes.compare(
            all.extracting(range(a)), all.extracting(range(b)))
    }

    /// The texts in which a word stands; few, for every place where its first byte stands is looked
    /// at.
    func numbers(containing word: [UInt8]) -> Set<UInt32> {
        var found: Set<UInt32> = []
        var number: UInt32 = 1
        for place in bytes.indices where bytes[place] == word.first {
            guard bytes[place...].starts(with: word) else { continue }
            while Int(ends[Int(number)]) <= place { number += 1 }
            found.insert(number)
        }
        return found
    }

    /// The slot at which the search for `text` ended, and the number found there.
    @inline(__always)
    private func look(_ text: Span<UInt8>, _ hash: UInt64) -> (slot: Int, number: UInt32) {
        let all = bytes.span
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let found = slots[slot]
            if found >> 32 == hash >> 32 {
                let number = UInt32(truncatingIfNeeded: found)
                let known = all.extracting(range(number))
                if TextBytes.areEqual(known, text) { return (slot, number) }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, 0)
    }

    private mutating func add(_ text: Span<UInt8>, _ hash: UInt64, _ slot: Int) -> UInt32 {
        let number = UInt32(ends.count)
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        ends.append(UInt32(bytes.count))
        slots[slot] = hash & Self.upperHalf | UInt64(number)
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        var wider = [UInt64](repeating: 0, count: slots.count * 2)
        let (bytes, ends) = (bytes, ends)
        let all = bytes.span
        for number in 1..<UInt32(ends.count) {
            let range = Int(ends[Int(number) - 1])..<Int(ends[Int(number)])
            let hash = TextBytes.hash(all.extracting(range), seed: seed)
            var slot = Int(truncatingIfNeeded: hash) & mask
            while wider[slot] != 0 { slot = (slot + 1) & mask }
            wider[slot] = hash & Self.upperHalf | UInt64(number)
        }
        slots = wider
    }
}
