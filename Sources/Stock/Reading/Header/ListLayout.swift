/// Where a list lies in a sheet: its header, and what each column carries.
struct ListLayout {
    /// Row of the grid with the column names; `nil` = the list has none.
    var header: Int?
    /// The first row below it.
    var firstRow: Int
    var columns: [ListColumn]
    /// 0…1: how sure the columns are, the least sure one counting.
    var doubtful: [String] = []
    /// Labels of the sellers whose columns stand side by side, the first one being read.
    var sellers: [String] = []
    /// Keys of the header's texts by column, to know a repeated header.
    var headerKeys: [String] = []

    func column(_ field: ListField) -> Int? { columns.first { $0.field == field }?.index }
    func columns(_ field: ListField) -> [ListColumn] { columns.filter { $0.field == field } }

    var hasPartNumbers: Bool { column(.mpn) != nil }

    /// Whether enough is known to call the sheet a list when it is not the only one.
    var isList: Bool {
        guard hasPartNumbers else { return false }
        let fields = Set(columns.compactMap(\.field))
        return column(.quantity) != nil || fields.count >= 3
    }
}
