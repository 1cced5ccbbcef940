/// Proposals of keys: completions of a beginning, and keys within one typing error.
extension Snapshot {
    /// At most `limit` (up to ``Limits/proposals``) part numbers that begin with `text`, as the
    /// best line of each spells it, most lines first; none for text without a letter or digit.
    package func suggest(_ text: String, limit: Int = Limits.proposals) -> [String] {
        completions(text).prefix(max(limit, 0)).map(\.display)
    }

    /// The same with their keys and numbers of lines.
    package func completions(_ text: String) -> [Completion] {
        let loose = PartKey.loose(utf8: text.utf8Span.span)
        guard !loose.isEmpty else { return [] }
        return scratches.with(names: names, keys: keys) { completions(loose, $0) }
    }

    /// The keys that begin with `loose`, most lines first.
    func completions(_ loose: [UInt8], _ scratch: Scratch) -> [Completion] {
        let query = scratch.queryKey(loose)
        var best = Proposals()
        for (number, view) in views.enumerated().reversed() {
            let columns = view.columns
            for key in columns.prefixRange(query) {
                let own = columns.liveLines(key: key)
                guard own > 0, number > 0 || best.admits(own) else { continue }
                let bytes = columns.keyBytes(key)
                let lines = views.count > 1 ? liveLines(bytes, scratch) : own
                best.offer(bytes, lines)
            }
        }
        return best.sorted.map { completion($0.key, $0.lines, scratch) }
    }

    /// Spellings within one typing error of `loose`, most lines first.
    func nearSpellings(_ loose: [UInt8], _ scratch: Scratch) -> [String] {
        var best = Proposals()
        for key in nearKeys(loose, scratch) { best.offer(key, liveLines(key, scratch)) }
        return best.sorted.map { completion($0.key, $0.lines, scratch).display }
    }

    /// The living keys within one typing error of `loose`, in all segments.
    func nearKeys(_ loose: [UInt8], _ scratch: Scratch) -> Set<[UInt8]> {
        var keys = Set<[UInt8]>()
        for view in views {
            for key in NearKeys(view.columns, loose, scratch).all()
            where view.columns.liveLines(key: key) > 0 {
                keys.insert(view.columns.keyBytes(key))
            }
        }
        return keys
    }

    private func liveLines(_ loose: [UInt8], _ scratch: Scratch) -> Int {
        let query = scratch.lookupKey(loose)
        return views.reduce(0) { sum, view in
            sum + (view.columns.find(query).map { view.columns.liveLines(key: $0) } ?? 0)
        }
    }

    private func completion(_ loose: [UInt8], _ lines: Int, _ scratch: Scratch) -> Completion {
        let query = scratch.lookupKey(loose)
        var best: (line: LineRecord, display: [UInt8])? = nil
        for view in views {
            let columns = view.columns
            guard let key = columns.find(query) else { continue }
            for part in columns.parts(of: key) where columns.liveLines(part: part) > 0 {
                guard let line = columns.bestLine(part) else { continue }
                if let best, best.line.isAhead(of: line) { continue }
                best = (line, columns.display(Int(line.spelling), key: key))
            }
        }
        return Completion(
            display: PartKey.string(best?.display ?? loose), loose: PartKey.string(loose),
            lines: lines)
    }
}

/// The ten keys with the most lines, each once.
private struct Proposals {
    private(set) var sorted: [(key: [UInt8], lines: Int)] = []

    /// Whether a key with so many lines, or more in other segments, could still enter.
    func admits(_ lines: Int) -> Bool {
        sorted.count < Limits.proposals || lines >= sorted[sorted.count - 1].lines
    }

    mutating func offer(_ key: [UInt8], _ lines: Int) {
        guard lines > 0, !sorted.contains(where: { $0.key == key }) else { return }
        let place = sorted.firstIndex { other in
            other.lines != lines ? other.lines < lines : key.lexicographicallyPrecedes(other.key)
        }
        sorted.insert((key, lines), at: place ?? sorted.count)
        if sorted.count > Limits.proposals { sorted.removeLast() }
    }
}

extension LineRecord {
    func isAhead(of other: LineRecord) -> Bool {
        order != other.order ? order < other.order : place < other.place
    }
}

extension SegmentColumns {
    /// The best living line of a part.
    func bestLine(_ part: Int) -> LineRecord? {
        for line in lines(of: part) where !isDead(lines[line].supplier) { return lines[line] }
        return nil
    }
}
