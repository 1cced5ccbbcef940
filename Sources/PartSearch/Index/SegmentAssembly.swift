/// Turns what a ``SegmentBuilder`` has collected into the columns of one region.
///
/// Linear but for two sorts, of keys and of suffixes; about 1 µs a line for lists of real shape.
struct SegmentAssembly {
    let source: SegmentBuilder
    /// Sorted place of each collected key, and the collected key of each place.
    let keyOrder: [UInt32]
    let keyPlaces: [UInt32]
    let sorting: LineSort
    let lineOrder: [UInt32]
    /// Where the suffixes come from when they are sorted already.
    private let suffixes: SuffixMerge?

    init(_ source: consuming SegmentBuilder) {
        let builder = source
        keyOrder = Self.sortedKeys(builder.keys)
        var places = [UInt32](repeating: 0, count: keyOrder.count)
        for (place, key) in keyOrder.enumerated() { places[Int(key)] = UInt32(place) }
        sorting = LineSort(
            records: builder.records, manufacturers: builder.manufacturers,
            packages: builder.packages,
            lineKeys: builder.records.map { places[Int(builder.spellingKeys[Int($0.spelling)])] })
        lineOrder = sorting.order(keyCount: keyOrder.count)
        keyPlaces = places
        suffixes = nil
        self.source = builder
    }

    /// Of keys and lines that were added in their order.
    init(sorted source: SegmentBuilder, _ suffixes: SuffixMerge) {
        keyOrder = (0..<UInt32(source.keys.count)).map(\.self)
        keyPlaces = keyOrder
        sorting = LineSort(
            records: source.records, manufacturers: source.manufacturers,
            packages: source.packages,
            lineKeys: source.records.map { source.spellingKeys[Int($0.spelling)] })
        lineOrder = (0..<UInt32(source.records.count)).map(\.self)
        self.suffixes = suffixes
        self.source = source
    }

    func assemble() -> IndexSegment {
        let plan = SegmentPlan(sizes())
        let region = Region(plan.layout)
        let columns = plan.columns(in: region, seed: .random(in: 1...UInt64.max))
        fillKeys(columns)
        fillLines(columns, spellings: fillSpellings(columns))
        let triples = fillSuffixes(columns)
        columns.fillPartPeaks()
        columns.fillSuffixPeaks(triples)
        fillSlots(columns)
        fillSuppliers(columns)
        return IndexSegment(region: region, columns: columns)
    }

    private func sizes() -> SegmentPlan.Sizes {
        var sizes = SegmentPlan.Sizes(
            keys: keyOrder.count, keyBytes: source.keys.bytes.count, lines: lineOrder.count,
            spellings: source.spellings.count)
        for place in lineOrder.indices
        where place == 0 || !sorting.isSamePart(lineOrder[place - 1], lineOrder[place]) {
            sizes.parts += 1
        }
        for key in 0..<source.keys.count {
            sizes.suffixes += max(0, source.keys.length(key) - 2)
            sizes.repeats += repeats(key)
        }
        for spelling in 0..<source.spellings.count where !source.isKey[spelling] {
            sizes.spellingBytes += source.spellings.length(spelling)
        }
        sizes.suppliers = suppliers().count
        return sizes
    }

    /// How many suffixes of a key begin with the same three characters as an earlier one of it.
    private func repeats(_ key: Int) -> Int {
        let range = source.keys.range(key)
        guard range.count > 3 else { return 0 }
        var triples = InlineArray<64, UInt32>(repeating: 0)
        var (count, window): (Int, UInt32) = (0, 0)
        for (place, index) in range.enumerated() {
            window = (window << 8 | UInt32(source.keys.bytes[index])) & 0xFF_FFFF
            guard place >= 2 else { continue }
            triples[place] = window
            for before in 2..<place where triples[before] == window {
                count += 1
                break
            }
        }
        return count
    }

    func suppliers() -> [UInt16] {
        var seen = [Bool](repeating: false, count: 1 << 16)
        for record in source.records { seen[Int(record.supplier)] = true }
        return seen.indices.filter { seen[$0] }.map { UInt16($0) }
    }

    private static func sortedKeys(_ keys: TextTable) -> [UInt32] {
        var layout = RegionLayout()
        let slot = layout.add(UInt8.self, keys.bytes.count + 8)
        let region = Region(layout)
        let text = region.column(slot)
        text.copy(from: keys.bytes)
        var entries: [(word: UInt64, key: UInt32)] = []
        entries.reserveCapacity(keys.count)
        for key in 0..<keys.count {
            let word = KeyText.dozen(text, Int(keys.starts[key]), keys.length(key))
            entries.append((word, UInt32(key)))
        }
        entries.sort { a, b in
            if a.word != b.word { return a.word < b.word }
            let (left, right) = (keys.range(Int(a.key)), keys.range(Int(b.key)))
            return KeyText.compare(
                text, left.lowerBound, left.count, text, right.lowerBound, right.count) < 0
        }
        return withExtendedLifetime(region) { entries.map(\.key) }
    }

    private func fillKeys(_ columns: SegmentColumns) {
        var end = 0
        var table = [UInt32](repeating: 0, count: KeyText.triples + 1)
        for (place, key) in keyOrder.enumerated() {
            columns.keyStarts[place] = UInt32(end)
            let start = end
            for index in source.keys.range(Int(key)) {
                columns.text[end] = source.keys.bytes[index]
                end += 1
            }
            table[KeyText.triple(columns.text, start, end - start) + 1] += 1
        }
        columns.keyStarts[keyOrder.count] = UInt32(end)
        for triple in 0..<KeyText.triples { table[triple + 1] += table[triple] }
        if columns.keyTable.count != 0 { columns.keyTable.copy(from: table) }
    }

    /// Gives the first place of each triple, and the end.
    private func fillSuffixes(_ columns: SegmentColumns) -> [UInt32] {
        var sort = SuffixSort(text: columns.text, keyStarts: columns.keyStarts)
        let table = suffixes?.fill(columns) ?? sort.sort(into: columns.suffixes)
        if columns.suffixTable.count != 0 { columns.suffixTable.copy(from: table) }
        return table
    }

    private func fillSlots(_ columns: SegmentColumns) {
        columns.slots.fill(.max)
        for key in 0..<columns.keyCount {
            let hash = KeyText.hash(
                columns.text, Int(columns.keyStarts[key]), columns.length(key), seed: columns.seed)
            var slot = SegmentColumns.slot(hash, columns.slots.count)
            while columns.slots[slot] != .max {
                slot = slot + 1 == columns.slots.count ? 0 : slot + 1
            }
            columns.slots[slot] = UInt32(key)
        }
    }
}
