import Foundation

/// The repository carries nothing that belongs to one machine, and nothing too heavy to clone.
enum RepositoryLaw {
    static let fileBytes = 12 << 20

    private static let texts: Set<String> = [
        "swift", "md", "py", "sh", "json", "mustache", "css", "js", "csv", "tsv", "txt", "h",
        "modulemap", "yml", "lock", "run",
    ]

    /// Scripts have no ending; everything else is known by it.
    static func isText(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return true }
        return texts.contains(String(name[name.index(after: dot)...]))
    }

    /// Beginnings of paths that only one machine has. Written in two pieces, so that this file is
    /// not found by its own law.
    private static let foreign = [
        "/wo" + "rk/", "/fa" + "rm/", "/ro" + "ot/", "/ho" + "me/", "../sha" + "red",
        "/opt/sw" + "ift", ".libr" + "ary/", "debi" + "an.org/", "pypi" + ".org/",
        "files.python" + "hosted",
    ]

    /// Names `place` itself, not the path of some address on the web.
    private static func names(_ place: String, in line: Substring) -> Bool {
        guard let range = line.firstRange(of: place) else { return false }
        guard place.hasPrefix("/"), range.lowerBound > line.startIndex else { return true }
        let before = line[line.index(before: range.lowerBound)]
        return !before.isLetter && !before.isNumber && !"-_./}".contains(before)
    }

    /// Gives each line that names a path of a machine or the host of a registry.
    static func machinePaths(in text: String, at path: String) -> [Trespass] {
        let bytes = Data(text.utf8)
        guard foreign.contains(where: { bytes.range(of: Data($0.utf8)) != nil }) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { index, line -> [Trespass] in
            guard line.utf8.contains(UInt8(ascii: "/")) else { return [] }
            return foreign.filter { names($0, in: line) }.map {
                Trespass(path, index + 1, "\($0) belongs to one machine")
            }
        }
    }

    /// Gives each file that is heavier than a clone should bear.
    static func heavy(_ files: [(path: String, size: Int)]) -> [Trespass] {
        files.filter { $0.size > fileBytes }.map {
            Trespass($0.path, "\($0.size) bytes, at most \(fileBytes)")
        }
    }
}
