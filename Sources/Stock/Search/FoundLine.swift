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

/// A published line with its supplier, as a search or a part page shows it.
package struct FoundLine: Sendable {
    package let supplier: SupplierCompany
    package let line: StockLine
    package let match: MatchClass
    package let evidence: Evidence
    package let reasons: [Reason]
}

/// A value to filter by and how many lines of the result carry it.
package struct Facet: Sendable, Hashable {
    package let value: String
    package let count: Int
}
