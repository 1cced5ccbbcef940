import TestDice

@testable import Sheets

/// A sheet of a list with everything that suppliers put into cells, of cells of all kinds.
struct RandomSheet {
    private var dice: Dice

    init(_ dice: Dice) { self.dice = dice }

    private struct Column {
        let header: String
        let cells: [String]
        init(_ header: String, _ cells: [String]) {
            self.header = header
            self.cells = cells
        }
    }

    private static let parts = Column(
        "MPN",
        [
            "LM358DR", "TPS54331DR", "BAV99", "2N7002", "LPC1768FBD100", "AN6884", "0603",
            "AN6884/BA6214", "42-21SURC/S530-A4", "22012067", "2.7E+895", "5-Jan",
            "TEL:13800138000",
            "LM358\u{2}DR", "LM358DR\u{200E}", "LM\u{202E}853", "КР142ЕН5А", "LM358DR原装", "'0603",
            "74HC32D，653", "MAX232CPE+", "高价回收", "MPN", "TRUE", "#N/A", "LM 358", "A1", "-", "",
            "1234567890123450000", "lm358dr", "12345", "\u{3000}NE555P ",
        ])
    private static let quantity = Column(
        "Qty",
        [
            "100", "5000", "1K", "10K+", "1,000", "1.000", "viele", "", "0", "-5", "200000000",
            "1.5",
            "3000PCS", "2 reels", "＞500", "100-200", "call", "现货", "1e3",
        ])
    private static let others: [Column] = [
        Column(
            "Manufacturer",
            ["TI", "TI原装", "Murata", "NXP", "", "", "Vishay", "收购TI", " ST ", "nxp", "深圳"]),
        Column(
            "D/C",
            [
                "2238", "22+", "2021+", "512", "20/21", "SOP8", "", "0603", "new", "2238-2240",
                "1+2",
                "2022-05-01",
            ]),
        Column(
            "Package", ["SOP8", "SOP-8", "603", "0603", "21+", "", "LQFP-48", "TO-220 ", "402"]),
        Column("Price", prices), Column("Unit Price(USD)", prices), Column("1+", prices),
        Column("100+", prices), Column("1K+", prices),
        Column("Currency", ["USD", "RMB", "¥", "", "HKD", "x", "EUR"]),
        Column("Tax", ["含税", "不含税", "", "incl. VAT", "x"]),
        Column("Condition", ["new", "拆机", "", "原装", "refurbished", "?"]),
        Column("Packaging", ["Reel", "Tube", "", "编带", "'=1+1"]),
        Column("Lead Time", ["3 days", "现货", "", "2周"]),
        Column("Warehouse", ["深圳", "HK", "", " Shenzhen "]),
        Column("Remark", ["-", "", "ok", "note\ntwo", "\u{200B}"]),
        Column("COO", ["CN", "-", "", "MY"]),
        Column("MOQ", ["1", "10", "Reel", "", "5K", "1.5"]),
    ]
    private static let prices = [
        "0.5", "1.25", "0", "", "1,5", "¥0.8", "$2", "1.2345678", "call", "9999999999", "0.5/0.4",
        "1:0.5,100:0.4", "3.", ".5", "-1",
    ]
    private static let alone = [
        "TI", "【Murata】", "合计", "Total: 5", "Page 3", "LM358DR", "特价现货", "2N7002", "NXP", "",
    ]
    private static let marks = Array(" \u{A0}\u{3000}\u{200B}\u{202C}\u{2}\u{7F}'\"=+-/,.:;1A原\n\t")

    /// Rows of the sheet; the first one is its header.
    mutating func table() throws -> Table {
        var columns = [Self.parts, Self.quantity]
        columns += Self.others.shuffled(using: &dice).prefix(dice.number(9))
        columns.shuffle(using: &dice)
        var builder = TableBuilder(name: "S", limits: SheetLimits())
        var source = 1
        try append(columns.map(\.header), at: source, to: &builder)
        for _ in 0..<(4 + dice.number(20)) {
            source += 1 + (dice.chance(10) ? 1 : 0)
            switch dice.number(24) {
            case 0: try append([dice.pick(Self.alone)], at: source, to: &builder)
            case 1:
                let first = dice.pick(Self.alone)
                let rest = columns.dropFirst().map { cell($0) }
                try append([first] + rest, at: source, to: &builder)
            case 2: try append(columns.map(\.header), at: source, to: &builder)
            case 3: try append(columns.map { cell($0) } + ["more"], at: source, to: &builder)
            default: try append(columns.map { cell($0) }, at: source, to: &builder)
            }
        }
        return builder.table()
    }

    private mutating func cell(_ column: Column) -> String {
        // Mostly the first few, so that nearly every row is a line.
        let common = Array(column.cells.prefix(5))
        var text = dice.chance(20) ? dice.pick(column.cells) : dice.pick(common)
        if dice.chance(2) {
            var letters = Array(text)
            letters.insert(dice.pick(Self.marks), at: dice.number(letters.count + 1))
            text = String(letters)
        }
        return text
    }

    private mutating func append(
        _ cells: [String], at source: Int, to builder: inout TableBuilder
    ) throws {
        builder.beginRow(source: source)
        for cell in cells {
            let isNumber = !cell.isEmpty && cell.utf8.allSatisfy { $0 >= 46 && $0 < 58 && $0 != 47 }
            if isNumber, dice.chance(50) {
                try builder.add(.number, cell)
            } else if dice.chance(1) {
                try builder.add(dice.pick([.date, .boolean, .error, .formulaNoValue]), cell)
            } else {
                try builder.add(.text, cell)
            }
        }
        try builder.endRow()
    }
}
