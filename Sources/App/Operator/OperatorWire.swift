/// What a command of the operator asks a running server for; one JSON document a line.
package enum OperatorRequest: Codable, Sendable {
    case importList(ImportRequest)
    case search(SearchCommandRequest)
    case status
}

/// `cic import`: a file on this machine, read on behalf of a supplier.
package struct ImportRequest: Codable, Sendable {
    /// An absolute path.
    package var path: String
    /// Id or name of the supplier.
    package var supplier: String
    package var encoding: String?
    package var sheet: String?
    /// Field → header or `#n`.
    package var map: [String: String]
    package var dryRun: Bool
    package var language: String

    package init(
        path: String, supplier: String, encoding: String?, sheet: String?,
        map: [String: String], dryRun: Bool, language: String
    ) {
        self.path = path
        self.supplier = supplier
        self.encoding = encoding
        self.sheet = sheet
        self.map = map
        self.dryRun = dryRun
        self.language = language
    }
}

/// `cic search`.
package struct SearchCommandRequest: Codable, Sendable {
    package var query: String
    package var match: String
    package var limit: Int
    package var language: String

    package init(query: String, match: String, limit: Int, language: String) {
        self.query = query
        self.match = match
        self.limit = limit
        self.language = language
    }
}

/// The answer to a command: text for people, JSON for programs, and the exit code of the command.
package struct OperatorAnswer: Codable, Sendable, Hashable {
    /// 0 done, 1 fault, 2 refused input.
    package var exitCode: Int32
    package var text: String
    package var json: String

    package init(exitCode: Int32, text: String, json: String) {
        self.exitCode = exitCode
        self.text = text
        self.json = json
    }
}
