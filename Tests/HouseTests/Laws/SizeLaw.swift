/// Files, functions and lines stay small enough to be read in one go.
enum SizeLaw {
    static let fileLines = 400
    static let fileLinesP90 = 200
    static let functionLines = 60
    static let columns = 100

    /// Takes files; gives those that are too long.
    static func longFiles(_ files: [SwiftFile]) -> [Trespass] {
        files.filter { $0.lineCount > fileLines }.map {
            Trespass($0.path, "\($0.lineCount) lines, at most \(fileLines)")
        }
    }

    /// The number of lines that nine files of ten do not exceed.
    static func p90(_ files: [SwiftFile]) -> Int {
        let counts = files.map(\.lineCount).sorted()
        return counts.isEmpty ? 0 : counts[min(counts.count - 1, counts.count * 9 / 10)]
    }

    static func longLines(_ file: SwiftFile) -> [Trespass] {
        file.lines.enumerated().compactMap { index, line in
            line.utf8.count > columns && line.count > columns
                ? Trespass(file.path, index + 1, "\(line.count) columns, at most \(columns)") : nil
        }
    }

    static func longFunctions(_ file: SwiftFile) -> [Trespass] {
        SwiftFunctions.all(in: file).filter { $0.lines > functionLines }.map {
            Trespass(
                file.path, $0.line,
                "\($0.name) has \($0.lines) lines, at most \(functionLines)")
        }
    }
}
