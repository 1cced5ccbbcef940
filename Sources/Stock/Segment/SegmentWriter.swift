import Basics

/// Makes the bytes of a segment file from lines that are sorted by their key.
package struct SegmentWriter {
    private var lines: StockLines

    package init(capacity: Int) {
        lines = StockLines()
        lines.reserveCapacity(capacity)
    }

    /// The lines of a list that are all there.
    package init(_ lines: StockLines) { self.lines = lines }

    /// Adds the next line; lines come in the order of their keys.
    package mutating func append(_ line: StockLine) { lines.append(line) }

    /// The whole file.
    package func bytes(constant: ConstantQuantity?) -> [UInt8] {
        var numbers = SegmentNumbers(lines)
        let columns = numbers.columns()
        var out: [UInt8] = []
        out.reserveCapacity(
            SegmentFormat.headerBytes + columns.count * 4
                + Int(numbers.priceCount) * SegmentFormat.priceBytes + numbers.textEnds.count * 4
                + numbers.textBytes.count + numbers.times.count * 8)
        out.append(words: [
            SegmentFormat.magic, SegmentFormat.version, UInt32(lines.count),
            UInt32(numbers.times.count), numbers.priceCount, UInt32(numbers.textEnds.count),
            UInt32(numbers.textBytes.count), constant?.value ?? 0, constant?.lines ?? 0,
            SegmentFormat.readingVersion,
        ])
        for time in numbers.times { out.append(word: UInt64(bitPattern: time)) }
        out.append(words: columns)
        out.append(words: numbers.priceWords())
        out.append(words: numbers.textEnds)
        out.append(contentsOf: numbers.textBytes)
        return out
    }
}

/// One quantity that stands on suspiciously many lines of a list (domain 3.2, phantom signals).
package struct ConstantQuantity: Hashable, Sendable {
    package let value: UInt32
    /// How many lines carry it.
    package let lines: UInt32

    /// The constant quantity of a list: at least 20 % of at least 200 lines, and more than one
    /// piece; `nil` when there is none.
    package init?(_ quantities: some Sequence<UInt32>) {
        var counts: [UInt32: UInt32] = [:]
        var all: UInt32 = 0
        for quantity in quantities {
            counts[quantity, default: 0] += 1
            all += 1
        }
        guard all >= 200, let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 5 >= all
        else { return nil }
        value = most.key
        lines = most.value
    }

    init(value: UInt32, lines: UInt32) {
        self.value = value
        self.lines = lines
    }
}

extension Quantity.Kind {
    /// The number under which segments and the index store it; never change one.
    package var code: UInt32 {
        switch self {
        case .unknown: 0
        case .exact: 1
        case .atLeast: 2
        }
    }

    package init(code: UInt32) {
        self = Self.allCases.first { $0.code == code } ?? .unknown
    }
}

extension [UInt8] {
    mutating func append(word: UInt64) {
        append(words: [UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32)])
    }

    /// Little-endian.
    mutating func append(words: [UInt32]) {
        let words = UInt32(1).littleEndian == 1 ? words : words.map(\.littleEndian)
        unsafe words.withUnsafeBytes { unsafe append(contentsOf: $0) }
    }
}

extension String {
    /// This text, or as many whole characters of it as fit into `bytes`.
    func cut(toBytes bytes: Int) -> String {
        guard utf8.count > bytes else { return self }
        var kept = ""
        for character in self where kept.utf8.count + character.utf8.count <= bytes {
            kept.append(character)
        }
        return kept
    }
}
