import Basics

/// A row's place in the order of one answer: what a cursor says.
///
/// It is a place and not a number of rows, so that rows neither repeat nor vanish when lists change
/// between two pages. Written as base64url of 24 bytes.
struct Place: Hashable {
    private static let version: UInt8 = 1

    let mode: MatchMode
    /// Match class and turned rank, as in ``Candidate/order``.
    let order: UInt64
    /// Supplier and row, as in ``Candidate/place``.
    let place: UInt64
    /// Of the question and its filters; another question's cursor means nothing here.
    let fingerprint: UInt64

    var text: String {
        var bytes: [UInt8] = [Self.version, mode.rawValue]
        append(order, 5, &bytes)
        append(place, 6, &bytes)
        append(fingerprint, 8, &bytes)
        return Base64URL.encode(bytes)
    }

    init(mode: MatchMode, order: UInt64, place: UInt64, fingerprint: UInt64) {
        self.mode = mode
        self.order = order
        self.place = place
        self.fingerprint = fingerprint
    }

    /// Throws `search_cursor` unless `text` was given with an answer to the same question.
    init(_ text: String, fingerprint: UInt64) throws(Refusal) {
        guard let bytes = Base64URL.decode(text), bytes.count == 21, bytes[0] == Self.version,
            let mode = MatchMode(rawValue: bytes[1]),
            Self.number(bytes[13...]) == fingerprint
        else { throw Refusal(.invalid, "search_cursor") }
        self.mode = mode
        order = Self.number(bytes[2..<7])
        place = Self.number(bytes[7..<13])
        self.fingerprint = fingerprint
    }

    private func append(_ value: UInt64, _ count: Int, _ bytes: inout [UInt8]) {
        for index in (0..<count).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// FNV-1a over everything in a question that changes which rows there are, or their order.
    static func fingerprint(_ query: SearchQuery, _ text: QueryText) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        func add(_ numbers: [some FixedWidthInteger]?) {
            add((numbers.map { "\($0.sorted())" } ?? "-").utf8)
        }
        add(text.trimmed)
        add([query.mode.rawValue])
        let filters = query.filters
        add(filters.manufacturers)
        add(filters.packages)
        add(filters.tiers.map(Array.init))
        add(filters.conditions.map(Array.init))
        add(filters.minQuantity.map { [$0] })
        add(filters.dateCodeFrom.map { [$0] })
        add(filters.suppliers.map(Array.init))
        return hash
    }
}

/// Base 64 with the URL alphabet and without padding (RFC 4648 §5).
enum Base64URL {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (buffer, bits): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(letters[Int(buffer >> bits & 63)])
            }
        }
        if bits > 0 { text.append(letters[Int(buffer << (6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// `nil` for letters outside the alphabet and for left-over bits that are not zero.
    static func decode(_ text: String) -> [UInt8]? {
        guard text.utf8.count <= 64 else { return nil }
        var bytes: [UInt8] = []
        var (buffer, bits): (UInt32, UInt32) = (0, 0)
        for letter in text.utf8 {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bits < 6 && buffer & (1 << bits - 1) == 0 ? bytes : nil
    }
}
