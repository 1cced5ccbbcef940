/// The columns of spellings, parts and lines.
extension SegmentAssembly {
    /// Numbers the spellings by key and leaves out the text of those that are their key; gives the
    /// new number of each collected spelling.
    func fillSpellings(_ columns: SegmentColumns) -> [UInt32] {
        let count = source.spellings.count
        var next = [UInt32](repeating: 0, count: keyOrder.count + 1)
        for key in source.spellingKeys { next[Int(keyPlaces[Int(key)]) + 1] += 1 }
        for key in 0..<keyOrder.count { next[key + 1] += next[key] }
        for key in 0...keyOrder.count { columns.keySpellings[key] = next[key] }
        var numbers = [UInt32](repeating: 0, count: count)
        var order = numbers
        for spelling in 0..<count {
            let key = Int(keyPlaces[Int(source.spellingKeys[spelling])])
            order[Int(next[key])] = UInt32(spelling)
            numbers[spelling] = next[key]
            next[key] += 1
        }
        fillSpellingText(columns, order)
        return numbers
    }

    private func fillSpellingText(_ columns: SegmentColumns, _ order: [UInt32]) {
        var end = 0
        for (place, spelling) in order.enumerated() {
            columns.spellingStarts[place] = UInt32(end)
            guard !source.isKey[Int(spelling)] else { continue }
            for index in source.spellings.range(Int(spelling)) {
                columns.spellingText[end] = source.spellings.bytes[index]
                end += 1
            }
        }
        columns.spellingStarts[order.count] = UInt32(end)
    }

    /// Lines in their order, a part wherever (key, manufacturer, package) becomes another.
    func fillLines(_ columns: SegmentColumns, spellings: [UInt32]) {
        var part = -1
        var key = 0
        for (place, number) in lineOrder.enumerated() {
            var record = source.records[Int(number)]
            record.spelling = spellings[Int(record.spelling)]
            columns.lines[place] = record
            if place == 0 || !sorting.isSamePart(lineOrder[place - 1], number) {
                part += 1
                columns.partLines[part] = UInt32(place)
                columns.heads[part] = PartHead(linesBefore: UInt32(place), bestRank: record.rank)
                columns.parts[part] = PartSummary(
                    manufacturer: source.manufacturers[Int(number)],
                    package: source.packages[Int(number)], newestDateCode: 0, tiers: 0,
                    quantityBits: 0)
                while key <= Int(sorting.lineKeys[Int(number)]) {
                    columns.keyParts[key] = UInt32(part)
                    key += 1
                }
            }
            columns.parts[part] = columns.parts[part].including(record)
        }
        columns.partLines[part + 1] = UInt32(lineOrder.count)
        columns.heads[part + 1] = PartHead(linesBefore: UInt32(lineOrder.count), bestRank: 0)
        while key < columns.keyParts.count {
            columns.keyParts[key] = UInt32(part + 1)
            key += 1
        }
    }

    /// For each supplier the parts of his lines, so that a withdrawal can take the counts back.
    func fillSuppliers(_ columns: SegmentColumns) {
        var next = [UInt32](repeating: 0, count: 1 << 16 + 1)
        for line in 0..<columns.lines.count { next[Int(columns.lines[line].supplier) + 1] += 1 }
        for supplier in 0..<1 << 16 { next[supplier + 1] += next[supplier] }
        for (place, supplier) in suppliers().enumerated() {
            columns.suppliers[place] = supplier
            columns.supplierStarts[place] = next[Int(supplier)]
        }
        columns.supplierStarts[columns.suppliers.count] = UInt32(columns.lines.count)
        for part in 0..<columns.parts.count {
            for line in columns.lines(of: part) {
                let supplier = Int(columns.lines[line].supplier)
                columns.supplierParts[Int(next[supplier])] = UInt32(part)
                next[supplier] += 1
            }
        }
    }
}

extension PartSummary {
    /// The summary with one more line in it.
    func including(_ line: LineRecord) -> PartSummary {
        var summary = self
        summary.newestDateCode = max(newestDateCode, line.dateCode)
        summary.tiers |= 1 << line.tier
        summary.quantityBits = max(
            quantityBits,
            line.quantityKind == .unknown ? 0 : UInt8(32 - line.quantity.leadingZeroBitCount))
        return summary
    }
}
