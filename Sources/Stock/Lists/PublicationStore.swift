import Basics
import Foundation
import Members
import Storage

/// All SQL of publications, of the pointer to the current one, and of remembered mappings.
struct PublicationStore {
    func current(
        _ supplier: ID<SupplierCompany>, on reader: any Reader
    ) throws -> Publication? {
        try reader.row(
            """
            SELECT p.id, p.supplier, p.sequence, p.list, p.segment_key, p.lines, p.published,
                p.previous, p.undone, p.edits, p.forgotten
            FROM stock_current c JOIN stock_publications p ON p.id = c.publication
            WHERE c.supplier = \(supplier)
            """
        ).map(publication)
    }

    /// What every supplier shows now; `after` is the last supplier of the part before.
    func allCurrent(
        after: String, limit: Int, on reader: any Reader
    ) throws -> [Publication] {
        try reader.rows(
            """
            SELECT p.id, p.supplier, p.sequence, p.list, p.segment_key, p.lines, p.published,
                p.previous, p.undone, p.edits, p.forgotten
            FROM stock_current c JOIN stock_publications p ON p.id = c.publication
            WHERE c.supplier > \(after) ORDER BY c.supplier LIMIT \(limit)
            """
        ).map(publication)
    }

    /// The same of all suppliers, part by part; each part is of one moment.
    func allCurrent(_ database: Database) async throws -> [Publication] {
        var all: [Publication] = []
        while true {
            let last = all.last?.supplier.value ?? ""
            let part = try await database.read { try allCurrent(after: last, limit: 1000, on: $0) }
            guard !part.isEmpty else { return all }
            all += part
        }
    }

    func find(_ id: ID<Publication>, on reader: any Reader) throws -> Publication? {
        try reader.row(
            """
            SELECT id, supplier, sequence, list, segment_key, lines, published, previous, undone,
                edits, forgotten
            FROM stock_publications WHERE id = \(id)
            """
        ).map(publication)
    }

    func nextSequence(
        _ supplier: ID<SupplierCompany>, on reader: any Reader
    ) throws -> Int {
        let row = try reader.row(
            """
            SELECT coalesce(max(sequence), 0) + 1 AS n FROM stock_publications
            WHERE supplier = \(supplier)
            """)
        return Int(try row?.int("n") ?? 1)
    }

    func insert(_ publication: Publication, on writer: any Writer) throws {
        try writer.run(
            """
            INSERT INTO stock_publications (id, supplier, sequence, list, segment_key, lines,
                published, previous, undone, edits)
            VALUES (\(publication.id), \(publication.supplier), \(publication.sequence),
                \(publication.list), \(publication.segmentKey), \(publication.lines),
                \(publication.published), \(publication.previous), NULL, \(publication.edits))
            """)
    }

    /// Points the supplier at `next` if he still shows `previous`; a lost race is a `conflict`.
    func swap(
        _ supplier: ID<SupplierCompany>, from previous: ID<Publication>?,
        to next: ID<Publication>?, on writer: any Writer
    ) throws {
        let count: Int
        switch (previous, next) {
        case (let previous?, let next?):
            count = try writer.run(
                """
                UPDATE stock_current SET publication = \(next)
                WHERE supplier = \(supplier) AND publication = \(previous)
                """)
        case (nil, let next?):
            count = try writer.run(
                """
                INSERT INTO stock_current (supplier, publication) VALUES (\(supplier), \(next))
                ON CONFLICT (supplier) DO NOTHING
                """)
        case (let previous?, nil):
            count = try writer.run(
                """
                DELETE FROM stock_current
                WHERE supplier = \(supplier) AND publication = \(previous)
                """)
        case (nil, nil): count = 1
        }
        guard count == 1 else { throw Refusal(.conflict, "list_changed_meanwhile") }
    }

    func setUndone(_ id: ID<Publication>, _ at: Instant, on writer: any Writer) throws {
        let count = try writer.run(
            """
            UPDATE stock_publications SET undone = \(at) WHERE id = \(id) AND undone IS NULL
            """)
        guard count == 1 else { throw Refusal(.conflict, "already_undone") }
    }

    /// The mapping that the supplier last used for lists with this header.
    func mapping(
        _ supplier: ID<SupplierCompany>, signature: String, on reader: any Reader
    ) throws -> ColumnMapping? {
        try reader.row(
            """
            SELECT mapping FROM stock_mappings
            WHERE supplier = \(supplier) AND signature = \(signature)
            """
        ).flatMap { row in
            try? JSONDecoder().decode(
                ColumnMapping.self, from: Data(try row.text("mapping").utf8))
        }
    }

    func remember(
        _ mapping: ColumnMapping, _ supplier: ID<SupplierCompany>, signature: String,
        at: Instant, on writer: any Writer
    ) throws {
        let text = try encoded(mapping)
        try writer.run(
            """
            INSERT INTO stock_mappings (supplier, signature, mapping, used)
            VALUES (\(supplier), \(signature), \(text), \(at))
            ON CONFLICT (supplier, signature)
            DO UPDATE SET mapping = \(text), used = \(at)
            """)
    }

    private func publication(_ row: Row) throws -> Publication {
        Publication(
            id: try row.id("id"), supplier: try row.id("supplier"),
            sequence: Int(try row.int("sequence")), list: try row.id("list"),
            segmentKey: try row.text("segment_key"), lines: Int(try row.int("lines")),
            published: try row.instant("published"),
            previous: try row.textOrNil("previous").map { ID($0) },
            undone: try row.intOrNil("undone").map { Instant(milliseconds: $0) },
            edits: Int(try row.int("edits")),
            forgotten: try row.intOrNil("forgotten").map { Instant(milliseconds: $0) })
    }
}
