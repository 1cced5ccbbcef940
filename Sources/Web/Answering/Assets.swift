import Basics

/// The static files, read into memory once; each is known by the hash of its bytes.
package struct Assets: Sendable {
    /// One file.
    package struct File: Sendable {
        package let name: String
        /// Sixteen hexadecimal digits of the file's SHA-256.
        package let hash: String
        package let type: String
        package let bytes: [UInt8]
    }

    private let files: [String: File]

    package init(_ files: [File] = []) {
        self.files = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
    }

    /// `/static/<hash>/<name>`, or `nil` for a file that does not exist.
    package func url(of name: String) -> String? {
        files[name].map { "/static/\($0.hash)/\($0.name)" }
    }

    /// The file, when both its name and its hash are right.
    package func file(hash: String, name: String) -> File? {
        guard let file = files[name], file.hash == hash else { return nil }
        return file
    }

    /// The names of all files, sorted.
    package var names: [String] { files.keys.sorted() }

    /// The media type by the ending of the name; `nil` for a kind that is never served.
    static func type(of name: String) -> String? {
        switch name.split(separator: ".").last.map(String.init) {
        case "css": "text/css; charset=utf-8"
        case "js", "mjs": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        case "webp": "image/webp"
        case "jpg", "jpeg": "image/jpeg"
        case "woff2": "font/woff2"
        case "txt": "text/plain; charset=utf-8"
        case "webmanifest": "application/manifest+json"
        default: nil
        }
    }
}
