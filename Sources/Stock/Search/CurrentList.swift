import Basics
import Members
import Storage

/// What the database says of one supplier's list, at one moment.
struct CurrentList: Sendable {
    let publication: Publication
    let company: SupplierCompany
    let edits: [LineEdit]

    /// The list that a supplier shows now.
    static func of(
        _ supplier: ID<SupplierCompany>, _ database: Database
    ) async throws -> CurrentList? {
        try await database.read { reader in
            guard let publication = try PublicationStore().current(supplier, on: reader),
                let company = try SupplierStore().find(supplier, on: reader)
            else { return nil }
            return try CurrentList(publication, company, on: reader)
        }
    }

    /// The lists of all suppliers who show one, by the supplier's id.
    static func all(_ database: Database) async throws -> [CurrentList] {
        var all: [CurrentList] = []
        while true {
            let last = all.last?.company.id.value ?? ""
            let part = try await database.read { try some(after: last, on: $0) }
            guard !part.isEmpty else { return all }
            all += part
        }
    }

    private static func some(after last: String, on reader: any Reader) throws -> [CurrentList] {
        let publications = try PublicationStore().allCurrent(
            after: last, limit: 200, on: reader)
        let companies = Dictionary(
            try SupplierStore().find(publications.map(\.supplier), on: reader).map { ($0.id, $0) }
        ) { one, _ in one }
        return try publications.compactMap { publication in
            try companies[publication.supplier].map {
                try CurrentList(publication, $0, on: reader)
            }
        }
    }

    private init(
        _ publication: Publication, _ company: SupplierCompany, on reader: any Reader
    ) throws {
        self.publication = publication
        self.company = company
        edits = publication.edits == 0 ? [] : try EditStore().all(publication.id, on: reader)
    }
}
