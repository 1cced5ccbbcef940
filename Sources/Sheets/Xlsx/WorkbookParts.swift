/// The list of sheets in `workbook.xml`, and how the workbook counts days.
final class WorkbookParts: XMLSink {
    struct Sheet {
        let name: String
        let relation: String
        let isHidden: Bool
    }
    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false
    private let limits: SheetLimits

    init(limits: SheetLimits) { self.limits = limits }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "sheet" {
            // `id` is the only attribute of that local name: `r:id`.
            let sheet = Sheet(
                name: attributes.string("name") ?? "Sheet\(sheets.count + 1)",
                relation: attributes.string("id") ?? "",
                isHidden: (attributes.string("state") ?? "visible") != "visible")
            sheets.append(sheet)
            if sheets.count > limits.sheets { stop(SheetRefusal(.tooManySheets)) }
        } else if name == "workbookPr" {
            is1904 = attributes.flag("date1904")
        }
    }
}

/// The relations of one part to others inside the container; those to the outside are ignored.
final class Relations: XMLSink {
    struct Target {
        /// The last word of the type: `worksheet`, `sharedStrings`, `officeDocument` …
        let type: String
        /// Path inside the container.
        let path: String
    }
    private(set) var targets: [String: Target] = [:]
    private let folder: [Substring]

    /// Takes the path of the part whose relations these are.
    init(of part: String) {
        folder = part.split(separator: "/").dropLast()
    }

    func first(_ type: String) -> String? {
        targets.values.filter { $0.type == type }.map(\.path).min()
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes.string("TargetMode") != "External",
            let id = attributes.string("Id"), let target = attributes.string("Target"),
            targets.count < 10_000
        else { return }
        let type = attributes.string("Type")?.split(separator: "/").last.map(String.init) ?? ""
        targets[id] = Target(type: type, path: resolved(target))
    }

    private func resolved(_ target: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
