import Basics
import PartSearch
package import Storage

/// Takes a CSV file of parts into the catalogue: all of it or, when it fails, nothing.
///
/// Columns by name: `mpn, manufacturer, description, package, category, datasheet_url, source`. A
/// part of the same number and maker that is there already is replaced; others stay.
package struct ImportParts: Sendable {
    /// What became of the rows of the file.
    package struct Report: Hashable, Sendable {
        /// Rows that are in the catalogue now.
        package var imported = 0
        /// Rows whose maker the catalogue does not know; imported without one.
        package var withoutMaker = 0
        /// Rows without a part number, and rows that repeat one of the same maker.
        package var skipped = 0
    }

    private let database: Database
    private let manufacturers: ManufacturerTable

    package init(database: Database, manufacturers: ManufacturerTable) {
        self.database = database
        self.manufacturers = manufacturers
    }

    /// Takes the bytes of the file; throws ``FactFault`` when they are not such a file.
    package func run(csv: [UInt8]) async throws -> Report {
        let (parts, report) = try read(FactTable(csv: csv, name: "parts"))
        try await database.write { writer in
            for start in stride(from: 0, to: parts.count, by: Limits.rowsPerInsert) {
                let end = min(start + Limits.rowsPerInsert, parts.count)
                try PartStore.put(parts[start..<end], writer)
            }
        }
        return report
    }

    private func read(_ table: FactTable) throws -> ([Part], Report) {
        guard table.count <= Limits.parts else {
            throw FactFault(file: "parts", row: Limits.parts, reason: "too many parts")
        }
        let columns = try PartColumns(table)
        var parts: [Part] = []
        var report = Report()
        var seen: Set<[String]> = []
        for row in 0..<table.count {
            let part = columns.part(row) { manufacturers.resolve($0).manufacturer?.id }
            guard !part.loose.isEmpty,
                seen.insert([part.identity, part.manufacturer?.value ?? ""]).inserted
            else {
                report.skipped += 1
                continue
            }
            report.withoutMaker += part.manufacturer == nil ? 1 : 0
            parts.append(part)
        }
        report.imported = parts.count
        return (parts, report)
    }
}

/// The columns of a file of parts.
private struct PartColumns {
    private let mpn, manufacturer, description, package, category, datasheet, source: [String]

    init(_ table: FactTable) throws {
        mpn = try table.column("mpn")
        manufacturer = try table.column("manufacturer")
        description = try table.column("description")
        package = try table.column("package")
        category = try table.column("category")
        datasheet = try table.column("datasheet_url")
        source = try table.column("source")
    }

    func part(_ row: Int, maker: (String) -> ID<Manufacturer>?) -> Part {
        let url = datasheet[row]
        let safe = url.hasPrefix("https://") || url.hasPrefix("http://")
        return Part(
            mpn: mpn[row], identity: PartKey.identity(mpn[row]), loose: PartKey.loose(mpn[row]),
            manufacturer: maker(manufacturer[row]), description: description[row],
            package: package[row], category: category[row], datasheetURL: safe ? url : "",
            source: source[row])
    }
}
