import Glibc

/// The child's side of ``ChildReader``: `read-sheet --path FILE [--encoding E] [--delimiter D]
/// [--sheet S] [--extension X] [--limits WORDS]` writes an image of the workbook, or of the
/// refusal, to standard output.
package enum ReadSheetCommand {
    /// Takes the words after `read-sheet`; gives the exit code: 0 = an image was written,
    /// 1 = nobody reads it, 64 = the words are wrong.
    package static func run(arguments: [String]) -> Int32 {
        guard let (path, options, limits) = parse(arguments) else { return 64 }
        Walls.raise(limits)
        let image = ImageWriter(descriptor: STDOUT_FILENO)
        do {
            let book = try SheetReader.read(path: path, options: options, limits: limits)
            return image.write(book) ? 0 : 1
        } catch {
            return image.write(error) ? 0 : 1
        }
    }

    /// The words for a child, the command's name first.
    static func arguments(
        path: String, options: ReadOptions, limits: SheetLimits
    ) -> [String] {
        var words = [Sheets.childCommand, "--path", path, "--limits", limits.words]
        if let encoding = options.encoding { words += ["--encoding", encoding] }
        if let delimiter = options.delimiter { words += ["--delimiter", String(delimiter)] }
        if let sheet = options.sheet { words += ["--sheet", sheet] }
        // Only the end of the name: the rest is the supplier's, and command lines can be seen.
        if !options.fileExtension.isEmpty { words += ["--extension", options.fileExtension] }
        return words
    }

    private static func parse(
        _ arguments: [String]
    ) -> (path: String, options: ReadOptions, limits: SheetLimits)? {
        var path: String?
        var options = ReadOptions()
        var limits = SheetLimits()
        var words = arguments[...]
        while let name = words.popFirst() {
            guard let value = words.popFirst() else { return nil }
            switch name {
            case "--path": path = value
            case "--encoding": options.encoding = value
            case "--delimiter": options.delimiter = value.first
            case "--sheet": options.sheet = value
            case "--extension": options.fileName = "." + value
            case "--limits":
                guard let parsed = SheetLimits(words: value) else { return nil }
                limits = parsed
            default: return nil
            }
        }
        return path.map { ($0, options, limits) }
    }
}
