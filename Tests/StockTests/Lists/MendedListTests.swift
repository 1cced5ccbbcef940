import Basics
import Members
import Sheets
import TestWorld
import Testing

@testable import Stock

/// What happens when a supplier mends the rows that were refused and sends only these.
@Suite struct MendedListTests {
    private static let rows = [
        "LM317T,ST,2238,1000,TO-220,1.20", "NE555P,TI,2240,viele,DIP-8,0.40",
        "BAV99,Nexperia,2301,3000,SOT-23,0.02", "2.7E+895,Vishay,2301,5,SOT-23,0.02",
    ]

    /// A published list of two good lines, and the error file of the other two, both mended.
    private func mended() async throws -> (StockWorld, String) {
        let world = try await StockWorld()
        let list = try await world.publish(Self.rows, from: world.nanyu)
        #expect(list.counts.new == 2 && list.counts.refused == 2)
        let report = try await FindReport(world.desk)(list.id)
        let file = ErrorFile(
            columns: report.columns, errors: report.refused, cells: report.refusedCells)
        let text = file.text { "row \($0.row), please mend" }
            .replacing("viele", with: "500").replacing("2.7E+895", with: "27E894")
        return (world, text)
    }

    private let whole = ["27E894 5", "BAV99 3000", "LM317T 1000", "NE555P 500"]

    /// The file as it came, and as spreadsheets save it and people decorate it.
    private static let shapes: [(String, @Sendable (String) -> [UInt8])] = [
        ("as it was", { Array($0.utf8) }),
        ("without its mark", { Array($0.dropFirst().utf8) }),
        ("a workbook with a title", { workbook($0) }),
        ("semicolons", { Array($0.replacing(",", with: ";").utf8) }),
        (
            "tabs and UTF-16",
            { text in
                text.replacing(",", with: "\t").utf16.flatMap {
                    [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                }
            }
        ),
        (
            "titles above",
            { text in
                Array(("Mended by Zhang\n\n2026-11-23,,\n" + text.dropFirst()).utf8)
            }
        ),
        (
            "other case",
            { text in
                Array(text.replacing("row,error_code", with: "Row, ERROR_CODE ").utf8)
            }
        ),
    ]

    /// The same rows below a title, as a spreadsheet saves them.
    private static func workbook(_ text: String) -> [UInt8] {
        func row(_ cells: [String]) -> String {
            let cells = cells.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }
            return "<Row>\(cells.joined())</Row>"
        }
        let table = try? SheetReader.read(bytes: Array(text.utf8)).tables[0]
        let rows = (0..<(table?.rowCount ?? 0)).map { row(table?.texts($0) ?? []) }
        let space = "urn:schemas-microsoft-com:office:spreadsheet"
        let xml = """
            <?xml version="1.0"?><Workbook xmlns="\(space)" xmlns:ss="\(space)"><Worksheet \
            ss:Name="S"><Table>\(row(["Mended"]))<Row/>\(rows.joined())</Table>\
            </Worksheet></Workbook>
            """
        return Array(xml.utf8)
    }

    @Test(arguments: shapes.indices)
    func `mended rows join the list, and the good lines stay`(shape: Int) async throws {
        let (world, text) = try await mended()
        world.clock.advance(days: 1)
        let list = try await world.send(Self.shapes[shape].1(text), from: world.nanyu)
        #expect(list.counts.new == 2, "\(Self.shapes[shape].0)")
        #expect(list.counts.unchanged == 2)
        #expect(list.counts.removed == 0 && list.counts.changed == 0)
        _ = try await PublishList(world.desk)(list.id, supplier: world.nanyu.id, actor: "test")
        #expect(world.shown(world.nanyu) == whole)
        #expect(try world.search("27E894").total == 1)
        #expect(try world.search("LM317T").total == 1)
    }

    @Test func `a good line that shares its key with a mended row stays beside it`() async throws {
        let world = try await StockWorld()
        let rows = ["LM317T,ST,2238,1000,TO-220,", "LM317T,ST,2238,viele,TO-220,"]
        try await world.publish(rows, from: world.nanyu)
        let header = "MPN,Manufacturer,D/C,Qty,Package,Price,row,error_code,message\n"
        let text = header + "LM317T,ST,2238,7,TO-220,,3,quantity_unreadable,x\n"
        for (new, unchanged) in [(1, 1), (0, 2)] {
            let list = try await world.send(Array(text.utf8), from: world.nanyu)
            #expect(list.counts.new == new && list.counts.unchanged == unchanged)
            #expect(list.counts.changed == 0 && list.counts.removed == 0)
            _ = try await PublishList(world.desk)(
                list.id, supplier: world.nanyu.id, actor: "test")
            #expect(world.shown(world.nanyu) == ["LM317T 1000", "LM317T 7"])
        }
    }

    @Test func `what is still wrong is refused again and the good lines still stay`() async throws {
        let (world, text) = try await mended()
        let again = text.replacing("500", with: "some")
        let list = try await world.send(Array(again.utf8), from: world.nanyu)
        #expect(list.counts.new == 1 && list.counts.refused == 1 && list.counts.removed == 0)
    }

    @Test func `a whole list beside an error file replaces as ever`() async throws {
        let (world, _) = try await mended()
        let list = try await world.send(
            ["LM317T,ST,2238,1000,TO-220,1.20", "1N4148,ST,2238,1,DO-35,"], from: world.nanyu)
        #expect(list.counts.new == 1 && list.counts.removed == 1)
    }
}
