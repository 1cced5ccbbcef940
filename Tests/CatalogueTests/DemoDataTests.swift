import Foundation
import Testing

@testable import Catalogue

/// The demo data in the repository are what their provenance says.
struct DemoDataTests {
    private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/App/Demo")

    private func table(_ name: String) throws -> FactTable {
        try FactTable(
            csv: Array(Data(contentsOf: folder.appending(path: name))), name: name)
    }

    @Test func `at least eighteen thousand parts, every one with a maker that is known`() throws {
        let parts = try table("parts.csv")
        #expect(parts.count >= 18_000)
        for name in Set(try parts.column("manufacturer")) {
            #expect(Facts.makers.resolve(name).manufacturer?.name == name)
        }
        for code in Set(try parts.column("source").flatMap { $0.split(separator: "|") }) {
            let named = [
                "kicad_sym9", "kicad_sym6", "kicad_fp9", "digikey_kicad", "octopart_cpl",
                "seeed_opl", "gitplm", "modm",
            ]
            #expect(named.contains(String(code)))
        }
    }

    @Test func `six suppliers say that they are invented, and each has a list`() throws {
        let suppliers = try table("suppliers.csv")
        #expect(suppliers.count == 6)
        for name in try suppliers.column("name") { #expect(name.contains("示例")) }
        for name in try suppliers.column("name_en") { #expect(name.contains("Sample")) }
        for password in try suppliers.column("password") { #expect(password.count >= 12) }
        #expect(Set(try suppliers.column("username")).count == 6)
        for days in try suppliers.column("published_days_ago") { #expect(Int(days) != nil) }
        for list in try suppliers.column("list") {
            #expect(FileManager.default.fileExists(atPath: folder.path() + "/lists/" + list))
        }
    }

    @Test func `the text lists hold ninety-two thousand lines, the workbook the other eight`()
        throws
    {
        var lines = 0
        for list in try table("suppliers.csv").column("list") where !list.hasSuffix(".xlsx") {
            let data = try Data(contentsOf: folder.appending(path: "lists/" + list))
            lines += data.count { $0 == 10 }
        }
        // Four headers, and at the stall titles, section lines, a header and a footer.
        #expect(lines == 92_000 + 4 + 12)
    }

    @Test func `everything together stays small, the samples very small`() throws {
        #expect(try bytes(in: folder) < 12_000_000)
        #expect(try bytes(in: folder.appending(path: "samples")) < 200_000)
    }

    @Test func `the home page's questions are part numbers of the demo`() throws {
        let queries = try table("queries.csv").column("query")
        #expect(queries.count == 12)
        let nanyu = try String(
            contentsOf: folder.appending(path: "lists/nanyu.csv"), encoding: .utf8)
        for query in queries { #expect(nanyu.contains(query), "\(query)") }
    }

    private func bytes(in folder: URL) throws -> Int {
        let keys: [URLResourceKey] = [.fileSizeKey, .isRegularFileKey]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
        return try (files?.allObjects as? [URL] ?? []).reduce(0) { sum, file in
            let values = try file.resourceValues(forKeys: Set(keys))
            return sum + (values.isRegularFile == true ? values.fileSize ?? 0 : 0)
        }
    }
}
