import Foundation

/// Everything that can be set from outside, read once: flags, then environment, then defaults.
package struct Configuration: Sendable, Hashable {
    /// Where the database, the files and the lock of this network lie.
    package var data: String
    /// `postgres://…`; `nil` = SQLite under `data`.
    package var database: String?
    package var host = "127.0.0.1"
    /// 0 = any free port.
    package var port = 8080
    /// Names under which the site is reached; the first is used in links.
    package var siteNames: [String] = []
    package var demo = false
    /// The program itself, for the child that reads files.
    package var executable: String

    /// `environment` may hold `CIC_DATA`, `CIC_DATABASE`, `CIC_HOST`, `CIC_PORT` and
    /// `CIC_SITE_NAMES` (commas between); flags that are given win.
    package init(
        data: String?, database: String?, demo: Bool, environment: [String: String],
        executable: String
    ) throws(ConfigurationFault) {
        self.demo = demo
        self.executable = executable
        self.database = database ?? environment["CIC_DATABASE"]
        self.data = data ?? environment["CIC_DATA"] ?? (demo ? "var/demo" : "var/cic")
        if let host = environment["CIC_HOST"], !host.isEmpty { self.host = host }
        if let text = environment["CIC_PORT"] {
            guard let port = Int(text), (0...65_535).contains(port) else {
                throw ConfigurationFault(setting: "CIC_PORT", value: text, mend: "0 to 65535")
            }
            self.port = port
        }
        siteNames = (environment["CIC_SITE_NAMES"] ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces).lowercased()
        }
        if let url = self.database, !url.hasPrefix("postgres://"),
            !url.hasPrefix("postgresql://")
        {
            throw ConfigurationFault(
                setting: "--database", value: "a URL of another kind",
                mend: "postgres://USER@HOST:PORT/NAME, or leave it out for SQLite")
        }
    }

    package var filesFolder: String { data + "/files" }
    package var incomingFolder: String { data + "/incoming" }
    package var sqlitePath: String { data + "/cic.sqlite" }
    /// Where a running server takes commands of the operator.
    package var socketPath: String { data + "/cic.sock" }

    /// What `cic doctor` shows; no secret is among it.
    package var shown: [(String, String)] {
        [
            ("data", data), ("database", database == nil ? "sqlite" : "postgresql"),
            ("host", host), ("port", String(port)),
            ("site names", siteNames.joined(separator: ", ")), ("demo", String(demo)),
        ]
    }
}

/// A setting that cannot be used, with what to write instead.
package struct ConfigurationFault: Error, CustomStringConvertible, Sendable {
    package let setting: String
    package let value: String
    package let mend: String

    package var description: String { "\(setting) cannot be “\(value)”; write \(mend)" }
}
