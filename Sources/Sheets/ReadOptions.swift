/// What the visitor said about a file, where he corrects what we would detect.
package struct ReadOptions: Hashable, Sendable {
    /// A name like `GBK`, `utf-8`, `big5`, `cp1251`; `nil` = detected.
    package var encoding: String?
    /// The character between columns of a text file; `nil` = detected.
    package var delimiter: Character?
    /// Read this sheet only: its name, or its 1-based number; `nil` = all.
    package var sheet: String?
    /// The name that the file came with. It never decides what the file is; it only lets a
    /// notice say that the name was wrong.
    package var fileName: String

    package init(
        encoding: String? = nil, delimiter: Character? = nil, sheet: String? = nil,
        fileName: String = ""
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.sheet = sheet
        self.fileName = fileName
    }

    /// `xls` of `Stock list.XLS`; empty when there is none.
    var fileExtension: String {
        guard let dot = fileName.lastIndex(of: ".") else { return "" }
        let tail = fileName[fileName.index(after: dot)...]
        return tail.count <= 8 ? tail.lowercased() : ""
    }

    /// Whether a sheet is wanted. `number` is 1-based.
    func wants(sheet name: String, number: Int) -> Bool {
        guard let sheet else { return true }
        return sheet == name || sheet == String(number)
    }
}
