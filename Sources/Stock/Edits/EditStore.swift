import Basics
import Foundation
import Members
import Storage

/// All SQL of single-line edits; they belong to the publication whose lines they change.
struct EditStore {
    /// Every edit of a publication; bounded by ``StockLimits/lineEdits``.
    func all(_ publication: ID<Publication>, on reader: any Reader) throws -> [LineEdit] {
        try reader.rows(
            """
            SELECT line, version, withdrawn, line_values, at, actor FROM stock_line_edits
            WHERE publication = \(publication) ORDER BY version LIMIT \(StockLimits.lineEdits)
            """
        ).map(edit)
    }

    func find(
        _ publication: ID<Publication>, line: String, on reader: any Reader
    ) throws -> LineEdit? {
        try reader.row(
            """
            SELECT line, version, withdrawn, line_values, at, actor FROM stock_line_edits
            WHERE publication = \(publication) AND line = \(line)
            """
        ).map(edit)
    }

    func count(_ publication: ID<Publication>, on reader: any Reader) throws -> Int {
        let row = try reader.row(
            "SELECT count(*) AS n FROM stock_line_edits WHERE publication = \(publication)")
        return Int(try row?.int("n") ?? 0)
    }

    /// Puts an edit in the place of the one before.
    func put(_ edit: LineEdit, _ publication: ID<Publication>, on writer: any Writer) throws {
        let values = try encoded(StoredValues(edit.values))
        let withdrawn = edit.isWithdrawn ? 1 : 0
        try writer.run(
            """
            INSERT INTO stock_line_edits (publication, line, version, withdrawn, line_values, at,
                actor)
            VALUES (\(publication), \(edit.line), \(edit.version), \(withdrawn), \(values),
                \(edit.at), \(edit.actor))
            ON CONFLICT (publication, line)
            DO UPDATE SET version = \(edit.version), withdrawn = \(withdrawn),
                line_values = \(values), at = \(edit.at), actor = \(edit.actor)
            """)
    }

    func remove(
        _ publication: ID<Publication>, line: String, on writer: any Writer
    ) throws {
        try writer.run(
            """
            DELETE FROM stock_line_edits WHERE publication = \(publication) AND line = \(line)
            """)
    }

    /// Gives the number of the next edit of a publication.
    func next(_ publication: ID<Publication>, on writer: any Writer) throws -> Int {
        try writer.run(
            "UPDATE stock_publications SET edits = edits + 1 WHERE id = \(publication)")
        let row = try writer.row(
            "SELECT edits AS n FROM stock_publications WHERE id = \(publication)")
        return Int(try row?.int("n") ?? 1)
    }

    /// Removes the edits of publications that no undo can bring back; gives their number.
    func removeForgotten(on writer: any Writer) throws -> Int {
        try writer.run(
            """
            DELETE FROM stock_line_edits WHERE publication IN (
                SELECT id FROM stock_publications
                WHERE undone IS NOT NULL OR forgotten IS NOT NULL)
            """)
    }

    private func edit(_ row: Row) throws -> LineEdit {
        let text = try row.text("line_values")
        let stored = try JSONDecoder().decode(StoredValues.self, from: Data(text.utf8))
        return LineEdit(
            line: try row.text("line"), version: Int(try row.int("version")),
            isWithdrawn: try row.int("withdrawn") == 1, values: stored.values,
            at: try row.instant("at"), actor: try row.text("actor"))
    }
}
