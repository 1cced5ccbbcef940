package import Basics

/// A file that cannot be read, and exactly why.
package struct SheetRefusal: Error, Hashable, Sendable, Codable {
    package enum Code: String, Sendable, Codable, CaseIterable {
        case empty, tooLarge, tooManyRows, tooManyColumns, tooManySheets, cellTooLong
        case zipBomb, truncated, damaged, passwordProtected
        /// Detail `format`: `ods`, `pdf`, `png`, `docx`, `zip` …
        case unsupportedFormat
        /// Bytes that are no table in any format we know of.
        case notASheet
        /// The encoding that was asked for is unknown or cannot decode this file at all.
        case badEncoding
        /// The sheet that was asked for is not in the file; detail `sheet`.
        case noSuchSheet
        case unreadableFile
        case outOfMemory, timeout, childFailed
        /// So many files are being read and waiting that this one's turn did not come.
        case busy
    }
    package let code: Code
    package let detail: [String: String]

    package init(_ code: Code, _ detail: [String: String] = [:]) {
        self.code = code
        self.detail = detail
    }

    /// The same as the program's common refusal: key `sheet_<code>`, for instance
    /// `sheet_zipBomb`.
    package var refusal: Refusal {
        var told = detail
        told["format"] = detail["format"]?.uppercased()
        return Refusal(kind, "sheet_\(code.rawValue)", told)
    }

    private var kind: Refusal.Kind {
        switch code {
        case .tooLarge, .tooManyRows, .tooManyColumns, .tooManySheets, .cellTooLong, .zipBomb,
            .outOfMemory, .timeout:
            .tooLarge
        case .unsupportedFormat: .unsupported
        case .unreadableFile, .childFailed, .busy: .unavailable
        case .empty, .truncated, .damaged, .passwordProtected, .notASheet, .badEncoding,
            .noSuchSheet:
            .invalid
        }
    }
}
