/// Which cell styles of a workbook show numbers as dates or with leading zeros.
final class CellStyles: XMLSink {
    private var codes: [Int: NumberFormat] = [:]
    private var styles: [NumberFormat] = []
    private var isInCellFormats = false

    /// The format of the style with this number; plain when there is none.
    func format(_ style: Int) -> NumberFormat {
        style >= 0 && style < styles.count ? styles[style] : .plain
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt" {
            if let id = attributes.number("numFmtId"), let code = attributes.string("formatCode") {
                codes[id] = NumberFormat(code: code)
            }
        } else if name == "cellXfs" {
            isInCellFormats = true
        } else if isInCellFormats, name == "xf", styles.count < 65_536 {
            let id = attributes.number("numFmtId") ?? 0
            styles.append(codes[id] ?? NumberFormat.builtIn(id))
        }
    }

    override func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellFormats = false }
    }
}
