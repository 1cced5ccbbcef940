package import Basics

/// The addresses of the pages, built in one place so that every link escapes alike.
package enum Paths {
    package static let home = "/"
    package static let about = "/about"
    package static let data = "/about/data"
    package static let api = "/about/api"
    package static let preferences = "/preferences"
    package static let signIn = "/sign-in"
    package static let signOut = "/sign-out"
    package static let stock = "/ibs/stock"
    package static let newList = "/ibs/stock/new"
    package static let lines = "/ibs/stock/lines"

    /// `/search?q=…` with the pairs in the order given; empty values are left out.
    package static func search(_ pairs: [(name: String, value: String)]) -> String {
        "/search" + query(pairs)
    }

    /// A path with the given query; empty values are left out.
    package static func path(_ path: String, _ pairs: [(name: String, value: String)]) -> String {
        path + query(pairs)
    }

    /// The page of a part; without a manufacturer the page on which to choose one.
    package static func part(manufacturer: String, identity: String) -> String {
        manufacturer.isEmpty
            ? "/parts/" + segment(identity)
            : "/parts/\(segment(manufacturer))/\(segment(identity))"
    }

    package static func supplier(_ id: String) -> String { "/suppliers/" + segment(id) }

    /// The dry run of a list.
    package static func list(_ id: String) -> String { "/ibs/stock/" + segment(id) }
    package static func columns(_ id: String) -> String { list(id) + "/columns" }
    package static func publication(_ id: String) -> String { list(id) + "/publication" }
    package static func reading(_ id: String) -> String { list(id) + "/reading" }
    package static func undo(_ id: String) -> String { list(id) + "/undo" }
    package static func discard(_ id: String) -> String { list(id) + "/discard" }
    /// One line of the supplier's own list.
    package static func line(_ id: String) -> String { lines + "/" + segment(id) }
    package static func withdrawal(_ line: String) -> String { self.line(line) + "/withdrawal" }
    package static func restoration(_ line: String) -> String { self.line(line) + "/restoration" }
    /// The list as JSON, for the progress bar.
    package static func listJSON(_ id: String) -> String { "/api/v1/stock-lists/" + segment(id) }
    package static func errorFile(_ id: String) -> String { listJSON(id) + "/errors.csv" }

    /// The same page in another language: `target` with its `lang` replaced.
    package static func inLanguage(_ target: String, _ language: Language) -> String {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var pairs = parts.count < 2 ? [] : parts[1].split(separator: "&").map(String.init)
        pairs.removeAll { $0 == "lang" || $0.hasPrefix("lang=") }
        pairs.append("lang=" + language.rawValue)
        return String(parts[0]) + "?" + pairs.joined(separator: "&")
    }

    /// Percent-encodes one segment of a path: everything but RFC 3986's unreserved characters, so
    /// that `/ # + % ?` in part numbers travel safely.
    package static func segment(_ text: String) -> String { escaped(text) }

    private static func query(_ pairs: [(name: String, value: String)]) -> String {
        let kept = pairs.filter { !$0.value.isEmpty }
        guard !kept.isEmpty else { return "" }
        return "?" + kept.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result.append("%")
                result.append(hex[Int(byte >> 4)])
                result.append(hex[Int(byte & 15)])
            }
        }
        return result
    }
}
