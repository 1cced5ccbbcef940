import Basics
package import Members
package import PartSearch

/// One reason why a line stands where it stands: `code` names the sentence `why.<code>`.
package struct Reason: Sendable, Hashable {
    package let code: String
    package let detail: [String: String]

    package init(_ code: String, _ detail: [String: String] = [:]) {
        self.code = code
        self.detail = detail
    }
}

/// A line with its supplier and what stands behind it, as every page and every answer shows it.
package struct FoundLine: Sendable {
    package let supplier: SupplierCompany
    package let line: StockLine
    /// How it answers what was asked; `nil` where nothing was searched: a supplier's whole list, a
    /// dry run.
    package let match: MatchClass?
    package let evidence: Evidence
    /// Why it stands where it stands; where nothing was searched, only what stands behind it.
    package let reasons: [Reason]
}

/// A value to filter by and how many lines of the result carry it.
package struct Facet: Sendable, Hashable {
    package let value: String
    package let count: Int
}

extension FoundLine {
    /// A line of a list of `lines` lines, with what stands behind it.
    init(
        _ line: StockLine, of supplier: SupplierCompany, constant: ConstantQuantity?, lines: Int,
        match: MatchClass?, now: Instant
    ) {
        let evidence = LineEvidence(LineFacts(line), supplier: supplier, constant: constant)
        self.init(
            supplier: supplier, line: line, match: match, evidence: evidence.evidence,
            reasons: evidence.reasons(
                line, match: match, constant: constant, lines: lines, now: now))
    }

    /// The same on the page of its part, where nobody typed anything that it could match.
    package var ofPart: FoundLine {
        FoundLine(
            supplier: supplier, line: line, match: match, evidence: evidence,
            reasons: reasons.filter { !$0.code.hasPrefix("match_") })
    }
}
