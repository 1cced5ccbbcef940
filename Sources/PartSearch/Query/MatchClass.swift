/// How a line's part number agrees with the question, best first; a line has the first that fits.
package enum MatchClass: UInt8, Sendable, CaseIterable, Comparable {
    /// The spelling equals the question byte for byte.
    case exact
    /// The identity keys are equal.
    case identity
    /// The loose keys are equal: perhaps another part (`2.2UF` and `22UF`).
    case loose
    /// The same base with another packaging suffix of its manufacturer.
    case packaging
    /// The loose key begins with the question's.
    case prefix
    /// The loose key contains the question's.
    case contains

    /// The word of the contract, for instance `identity`.
    package var name: String { String(describing: self) }

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Which classes a question asks for.
package enum MatchMode: UInt8, Sendable, CaseIterable {
    /// Exact to prefix when any of them has a hit, else contains.
    case auto
    /// Exact, identity and loose; `loose` is another word for it.
    case exact
    case identity
    case loose
    /// Exact to packaging.
    case packaging
    /// Every key that begins with the question.
    case prefix
    /// Every key that contains the question; below three characters as `prefix`.
    case contains

    /// The word of the contract, for instance `auto`.
    package var name: String { String(describing: self) }

    /// Takes a word of the contract.
    package init?(name: String) {
        guard let mode = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = mode
    }

    /// Whether only the key that equals the question can match.
    var isEqualOnly: Bool { self == .exact || self == .identity || self == .loose }

    func admits(_ match: MatchClass) -> Bool {
        switch self {
        case .auto: match <= .prefix
        case .exact, .loose: match <= .loose
        case .identity: match <= .identity
        case .packaging: match <= .packaging
        case .prefix: match <= .loose || match == .prefix
        case .contains: match != .packaging
        }
    }
}
