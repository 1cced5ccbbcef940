/// Walks one segment for one question: the equal key, packaging variants, prefix, contains.
struct ViewWalk {
    let columns: SegmentColumns
    let number: Int
    let text: QueryText
    let classless: Bool
    let key: QueryKey
    let mode: MatchMode
    let scratch: Scratch
    /// Keys walked one by one, which the walks over ranges leave out; ascending.
    private var apart: [Int] = []

    init(
        _ columns: SegmentColumns, number: Int, _ question: Question, key: QueryKey,
        mode: MatchMode, _ scratch: Scratch
    ) {
        self.columns = columns
        self.number = number
        text = question.text
        classless = question.classless
        self.key = key
        self.mode = mode
        self.scratch = scratch
    }

    mutating func run(_ walk: inout Walk, packaging: PackagingCandidates?) {
        if let equal = columns.find(key) {
            visitEqual(&walk, equal)
            if !mode.isEqualOnly { apart.append(equal) }
        }
        guard !mode.isEqualOnly else { return }
        let prefix = columns.prefixRange(key)
        if let packaging, mode.admits(.packaging) {
            visitPackaging(&walk, packaging, prefix)
        }
        guard mode.admits(.prefix) else { return }
        visitPrefix(&walk, prefix)
        if mode.admits(.contains), key.length >= 3 { visitContains(&walk, prefix) }
    }

    /// The key that equals the question: exact, identity or loose by the spelling.
    private func visitEqual(_ walk: inout Walk, _ equal: Int) {
        if classless {
            return walk.visit(columns, number, parts: columns.parts(of: equal), .exact)
        }
        let first = Int(columns.keySpellings[equal])
        let end = Int(columns.keySpellings[equal + 1])
        var classes: [UInt8] = []
        var uniform: MatchClass? = nil
        for spelling in first..<end {
            let match = matchClass(columns.display(spelling, key: equal))
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

    private func matchClass(_ display: [UInt8]) -> MatchClass {
        if display == text.trimmed { return .exact }
        return PartKey.identity(utf8: display.span) == text.identity ? .identity : .loose
    }

    private mutating func visitPackaging(
        _ walk: inout Walk, _ packaging: PackagingCandidates, _ prefix: Range<Int>
    ) {
        for candidate in packaging.keys {
            guard let other = columns.find(scratch.lookupKey(candidate)) else { continue }
            let rest: MatchClass? = prefix.contains(other) && mode.admits(.prefix) ? .prefix : nil
            visitCandidate(&walk, packaging.rule, other, otherwise: rest)
            if prefix.contains(other) { apart.append(other) }
        }
        apart.sort()
    }

    /// A candidate key: each (spelling, manufacturer) is a variant or it is not.
    private func visitCandidate(
        _ walk: inout Walk, _ rule: PackagingRule, _ key: Int, otherwise rest: MatchClass?
    ) {
        let first = Int(columns.keySpellings[key])
        let identities = (first..<Int(columns.keySpellings[key + 1])).map { spelling in
            PartKey.string(PartKey.identity(utf8: columns.display(spelling, key: key).span))
        }
        for part in columns.parts(of: key) where columns.counts[part] != 0 {
            let manufacturer = columns.parts[part].manufacturer
            let classes = identities.map { identity in
                let match = rule.isVariant(identity, manufacturer) ? .packaging : rest
                return match?.rawValue ?? .max
            }
            walk.visit(columns, number, part: part, classes: classes, firstSpelling: first)
        }
    }

    /// One run of parts, broken only where a key has been walked already.
    private func visitPrefix(_ walk: inout Walk, _ prefix: Range<Int>) {
        var start = prefix.lowerBound
        for key in apart + [prefix.upperBound] where key >= start {
            let parts = Int(columns.keyParts[start])..<Int(columns.keyParts[key])
            walk.visit(columns, number, parts: parts, .prefix)
            start = min(key + 1, prefix.upperBound)
        }
    }

    /// Suffixes that begin with the question; a key that holds it twice counts once.
    private func visitContains(_ walk: inout Walk, _ prefix: Range<Int>) {
        let range = columns.suffixRange(key)
        let seen = scratch.seen
        for place in range {
            let key = Int(columns.suffixes[place] >> 6)
            let bit = UInt64(1) << UInt64(key & 63)
            if seen[key >> 6] & bit != 0 || prefix.contains(key) { continue }
            seen[key >> 6] |= bit
            walk.visit(columns, number, parts: columns.parts(of: key), .contains)
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
