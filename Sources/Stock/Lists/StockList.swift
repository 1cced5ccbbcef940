package import Basics
package import Members

/// One upload of a supplier's list, from its bytes to its publication.
package struct StockList: Sendable, Hashable {
    package let id: ID<StockList>
    package let supplier: ID<SupplierCompany>
    package let state: ListState
    /// As the browser named it; at most 200 characters.
    package let fileName: String
    /// Where the bytes lie in the file store; the name is their SHA-256.
    package let fileKey: String
    package let fileBytes: Int
    package let options: ListOptions
    /// The segment that publication would make current, once read.
    package let segmentKey: String?
    /// What was published when the dry run compared; `nil` = nothing.
    package let base: ID<Publication>?
    /// ``Publication/edits`` of the base when the dry run compared.
    package let editsSeen: Int
    package let counts: ListCounts
    package let created: Instant
    /// When it came into its present state.
    package let moved: Instant
    /// When it was published, if it was.
    package let published: Instant?
}

/// What a dry run counted.
package struct ListCounts: Sendable, Hashable, Codable {
    package var new = 0
    package var changed = 0
    package var unchanged = 0
    package var removed = 0
    package var refused = 0

    package init() {}

    /// Lines that publication would leave standing.
    package var lines: Int { new + changed + unchanged }
}

/// What the supplier said about how to read his file.
package struct ListOptions: Sendable, Hashable, Codable {
    package var encoding: String?
    package var delimiter: String?
    package var mapping: ColumnMapping

    package init(
        encoding: String? = nil, delimiter: String? = nil, mapping: ColumnMapping = .init()
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.mapping = mapping
    }
}

/// One change of what buyers see of a supplier.
package struct Publication: Sendable, Hashable {
    package let id: ID<Publication>
    package let supplier: ID<SupplierCompany>
    /// 1, 2, 3, … for each supplier.
    package let sequence: Int
    package let list: ID<StockList>
    package let segmentKey: String
    package let lines: Int
    package let published: Instant
    /// What it replaced, and what an undo brings back.
    package let previous: ID<Publication>?
    package let undone: Instant?
    /// How often a single line of it was edited, withdrawn or restored; only ever grows.
    package let edits: Int
    /// Since when no undo can bring it back, because its segment may be swept.
    package let forgotten: Instant?
}
