import Basics

/// All parts in one arena of bytes, ordered by loose key, found by binary search; immutable.
struct PartIndex: Sendable {
    /// The cells of a part, in the order in which they lie in the arena.
    private enum Cell: Int {
        case loose, identity, manufacturer, mpn, description, package, category, datasheet, source
        static let count = 9
    }

    private var text: [UInt8] = []
    /// Where each cell ends; it begins where the one before ends.
    private var ends: [UInt32] = []
    /// Part numbers in the order of their identity keys.
    private var byIdentity: [UInt32] = []

    /// Orders the parts by loose key, identity key and maker.
    init(_ parts: [Part]) {
        let sorted = parts.sorted(by: Self.precedes)
        ends.reserveCapacity(sorted.count * Cell.count)
        for part in sorted {
            for cell in [
                part.loose, part.identity, part.manufacturer?.value ?? "", part.mpn,
                part.description, part.package, part.category, part.datasheetURL, part.source,
            ] {
                text.append(contentsOf: cell.utf8)
                ends.append(UInt32(text.count))
            }
        }
        byIdentity = (0..<UInt32(sorted.count)).sorted {
            let (a, b) = (sorted[Int($0)].identity, sorted[Int($1)].identity)
            return a == b ? $0 < $1 : a.utf8.lexicographicallyPrecedes(b.utf8)
        }
    }

    var count: Int { byIdentity.count }

    func parts(loose: String) -> [Part] {
        equal(to: loose, .loose) { $0 }.map(part)
    }

    func parts(identity: String) -> [Part] {
        equal(to: identity, .identity) { Int(byIdentity[$0]) }.map { part(Int(byIdentity[$0])) }
    }

    func has(loose: String) -> Bool { !equal(to: loose, .loose) { $0 }.isEmpty }

    /// The places whose key equals `key`; `part` turns a place into a part's number.
    private func equal(to key: String, _ cell: Cell, _ part: (Int) -> Int) -> Range<Int> {
        let key = Array(key.utf8)
        let low = lowerBound { bytes(part($0), cell).lexicographicallyPrecedes(key) }
        var high = low
        while high < count, bytes(part(high), cell).elementsEqual(key) { high += 1 }
        return low..<high
    }

    /// The first place for which `before` is false.
    private func lowerBound(_ before: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if before(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func bytes(_ part: Int, _ cell: Cell) -> ArraySlice<UInt8> {
        let at = part * Cell.count + cell.rawValue
        return text[(at == 0 ? 0 : Int(ends[at - 1]))..<Int(ends[at])]
    }

    private func part(_ number: Int) -> Part {
        func string(_ cell: Cell) -> String { String(decoding: bytes(number, cell), as: UTF8.self) }
        let maker = string(.manufacturer)
        return Part(
            mpn: string(.mpn), identity: string(.identity), loose: string(.loose),
            manufacturer: maker.isEmpty ? nil : ID(maker), description: string(.description),
            package: string(.package), category: string(.category),
            datasheetURL: string(.datasheet), source: string(.source))
    }

    private static func precedes(_ a: Part, _ b: Part) -> Bool {
        if a.loose != b.loose { return a.loose.utf8.lexicographicallyPrecedes(b.loose.utf8) }
        if a.identity != b.identity {
            return a.identity.utf8.lexicographicallyPrecedes(b.identity.utf8)
        }
        return (a.manufacturer?.value ?? "") < (b.manufacturer?.value ?? "")
    }
}
