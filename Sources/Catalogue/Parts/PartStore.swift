import Basics
import Storage

/// All SQL of the parts.
struct PartStore {
    private let reader: any Reader

    init(_ reader: any Reader) { self.reader = reader }

    func all() throws -> [Part] {
        try reader.rows(
            """
            SELECT mpn, identity, loose, manufacturer_id, description, package, category,
                datasheet_url, source
            FROM catalogue_parts
            """
        ).map(part)
    }

    func count() throws -> Int {
        try Int(reader.row("SELECT count(*) AS parts FROM catalogue_parts")?.int("parts") ?? 0)
    }

    private func part(_ row: Row) throws -> Part {
        let maker = try row.text("manufacturer_id")
        return Part(
            mpn: try row.text("mpn"), identity: try row.text("identity"),
            loose: try row.text("loose"), manufacturer: maker.isEmpty ? nil : ID(maker),
            description: try row.text("description"), package: try row.text("package"),
            category: try row.text("category"), datasheetURL: try row.text("datasheet_url"),
            source: try row.text("source"))
    }
}

extension PartStore {
    /// Writes parts, replacing what was known of the same part number of the same maker. No two of
    /// `parts` may share both.
    static func put(_ parts: ArraySlice<Part>, _ writer: any Writer) throws {
        guard let first = parts.first else { return }
        var values = row(first)
        for part in parts.dropFirst() { values = "\(values), \(row(part))" }
        try writer.run(
            """
            INSERT INTO catalogue_parts (mpn, identity, loose, manufacturer_id, description,
                package, category, datasheet_url, source)
            VALUES \(values)
            ON CONFLICT (identity, manufacturer_id) DO UPDATE SET
                mpn = excluded.mpn, loose = excluded.loose, description = excluded.description,
                package = excluded.package, category = excluded.category,
                datasheet_url = excluded.datasheet_url, source = excluded.source
            """)
    }

    private static func row(_ part: Part) -> SQL {
        """
        (\(part.mpn), \(part.identity), \(part.loose), \(part.manufacturer?.value ?? ""), \
        \(part.description), \(part.package), \(part.category), \(part.datasheetURL), \
        \(part.source))
        """
    }
}
