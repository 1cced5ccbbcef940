/// The head of one part of a multipart form (RFC 7578).
struct PartHead: Sendable, Hashable {
    let name: String
    /// `nil` for a text field.
    let fileName: String?
    let contentType: String

    /// Reads the header lines of a part; `nil` when they are broken or name no field.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var disposition: MediaType?
        var type = "text/plain"
        for line in text.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = String(line[line.index(after: colon)...]).trimmingSpace()
            switch line[..<colon].lowercased() {
            case "content-disposition": disposition = MediaType(value)
            case "content-type": type = value
            default: break
            }
        }
        guard let disposition, disposition.value == "form-data",
            let name = disposition.parameters["name"], name.utf8.count <= Limits.nameBytes
        else { return nil }
        self.name = Self.unescaped(name)
        let extended = disposition.parameters["filename*"].flatMap(Self.extended)
        let plain = disposition.parameters["filename"].map(Self.unescaped)
        fileName = (extended ?? plain).map(Self.baseName)
        contentType = type
    }

    /// `%22`, `%0D` and `%0A` are what browsers escape in names, and nothing else.
    private static func unescaped(_ name: String) -> String {
        name.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

    /// `UTF-8''%E5%BA%93.csv` (RFC 8187); other character sets are not read.
    private static func extended(_ value: String) -> String? {
        let parts = value.split(
            separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return PercentCoding.decode(parts[2], plus: false)
    }

    /// The last component, without control characters, at most 255 bytes: a name to show, never
    /// a path to open.
    private static func baseName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        var kept = String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: false
                    default: true
                    }
                })
        ).trimmingSpace()
        while kept.utf8.count > 255 { kept.removeLast() }
        return kept
    }
}
