/// Walks one segment for one question: the equal key, packaging variants, prefix, contains.
struct ViewWalk {
    let columns: SegmentColumns
    let number: Int
    let key: QueryKey
    let mode: MatchMode

    @inline(__always)
    func run(_ walk: inout Walk, _ question: Question, _ scratch: Scratch) {
        let equal = columns.find(key)
        if let equal { visitEqual(&walk, equal, question) }
        guard !mode.isEqualOnly else { return }
        let prefix = columns.prefixRange(key)
        if let packaging = question.packaging, mode.admits(.packaging) {
            let apart = visitPackaging(&walk, packaging, prefix, scratch)
            if mode.admits(.prefix) {
                visitPrefix(&walk, prefix, without: (apart + (equal.map { [$0] } ?? [])).sorted())
            }
            return
        }
        guard mode.admits(.prefix) else { return }
        // The equal key is the first that begins with the question.
        let rest = (equal == nil ? prefix.lowerBound : prefix.lowerBound + 1)..<prefix.upperBound
        visitKeys(&walk, rest)
        if mode.admits(.contains), key.length >= 3 { visitContains(&walk, prefix, scratch.seen) }
    }

    /// The key that equals the question: exact, identity or loose by the spelling.
    private func visitEqual(_ walk: inout Walk, _ equal: Int, _ question: Question) {
        if question.classless {
            return walk.visit(columns, number, parts: columns.parts(of: equal), .exact)
        }
        let first = Int(columns.keySpellings[equal])
        let end = Int(columns.keySpellings[equal + 1])
        var classes: [UInt8] = []
        var uniform: MatchClass? = nil
        for spelling in first..<end {
            let match = matchClass(columns.display(spelling, key: equal), question.text)
            classes.append(mode.admits(match) ? match.rawValue : .max)
            uniform = match
        }
        if end - first == 1, let uniform {
            if mode.admits(uniform) {
                walk.visit(columns, number, parts: columns.parts(of: equal), uniform)
            }
            return
        }
        for part in columns.parts(of: equal) {
            walk.visit(columns, number, part: part, classes: classes, firstSpelling: first)
        }
    }

    private func matchClass(_ display: [UInt8], _ text: QueryText) -> MatchClass {
        if display == text.trimmed { return .exact }
        return PartKey.identity(utf8: display.span) == text.identity ? .identity : .loose
    }

    /// Gives the keys among `prefix` that were walked here.
    private func visitPackaging(
        _ walk: inout Walk, _ packaging: PackagingCandidates, _ prefix: Range<Int>,
        _ scratch: Scratch
    ) -> [Int] {
        var apart: [Int] = []
        for candidate in packaging.keys {
            guard let other = columns.find(scratch.lookupKey(candidate)) else { continue }
            let rest: MatchClass? = prefix.contains(other) && mode.admits(.prefix) ? .prefix : nil
            visitCandidate(&walk, packaging.rule, other, otherwise: rest)
            if prefix.contains(other) { apart.append(other) }
        }
        return apart
    }

    /// A candidate key: each (spelling, manufacturer) is a variant or it is not.
    private func visitCandidate(
        _ walk: inout Walk, _ rule: PackagingRule, _ key: Int, otherwise rest: MatchClass?
    ) {
        let first = Int(columns.keySpellings[key])
        let identities = (first..<Int(columns.keySpellings[key + 1])).map { spelling in
            PartKey.string(PartKey.identity(utf8: columns.display(spelling, key: key).span))
        }
        for part in columns.parts(of: key) where columns.liveLines(part: part) != 0 {
            let manufacturer = columns.parts[part].manufacturer
            let classes = identities.map { identity in
                let match = rule.isVariant(identity, manufacturer) ? .packaging : rest
                return match?.rawValue ?? .max
            }
            walk.visit(columns, number, part: part, classes: classes, firstSpelling: first)
        }
    }

    /// All keys of a range: one run of parts.
    private func visitKeys(_ walk: inout Walk, _ keys: Range<Int>) {
        guard !keys.isEmpty else { return }
        let parts = Int(columns.keyParts[keys.lowerBound])..<Int(columns.keyParts[keys.upperBound])
        walk.visit(columns, number, parts: parts, .prefix)
    }

    /// The keys of a range but those walked already, which are in ascending order.
    private func visitPrefix(_ walk: inout Walk, _ prefix: Range<Int>, without apart: [Int]) {
        var start = prefix.lowerBound
        for key in apart {
            visitKeys(&walk, start..<key)
            start = key + 1
        }
        visitKeys(&walk, start..<prefix.upperBound)
    }

    /// Suffixes that begin with the question; a key that holds it twice counts once.
    private func visitContains(
        _ walk: inout Walk, _ prefix: Range<Int>, _ seen: Column<UInt64>
    ) {
        let range = columns.suffixRange(key)
        if walk.isPlain {
            return walk.visit(columns, number, suffixes: range, depth: key.length, without: prefix)
        }
        let isFlat = columns.isFlat
        for place in range {
            let key = Int(columns.suffixes[place] >> 6)
            let bit = UInt64(1) << UInt64(key & 63)
            if seen[key >> 6] & bit != 0 || prefix.contains(key) { continue }
            seen[key >> 6] |= bit
            if isFlat {
                walk.visit(columns, number, part: key, .contains)
            } else {
                for part in columns.parts(of: key) {
                    walk.visit(columns, number, part: part, .contains)
                }
            }
        }
        for place in range { seen[Int(columns.suffixes[place] >> 12)] = 0 }
    }
}

/// The packaging candidates of a question as distinct loose keys, the question's own left out.
struct PackagingCandidates {
    let rule: PackagingRule
    let keys: [[UInt8]]

    init(_ rule: PackagingRule, text: QueryText) {
        self.rule = rule
        var distinct = Set<[UInt8]>()
        for candidate in rule.candidates.prefix(Limits.packagingCandidates) {
            distinct.insert(PartKey.loose(utf8: candidate.utf8Span.span))
        }
        distinct.subtract([text.loose, []])
        keys = distinct.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
