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
    /// Addresses of the proxies in front, whose word on a visitor's address and https counts.
    package var trustedProxies: [String] = []
    package var demo = false
    /// The program itself, for the child that reads files.
    package var executable: String

    /// `environment` may hold `CIC_DATA`, `CIC_DATABASE`, `CIC_HOST`, `CIC_PORT`,
    /// `CIC_SITE_NAMES` and `CIC_TRUSTED_PROXIES` (commas between); flags that are given win. What
    /// is set to nothing is not set: `CIC_DATA=` must not mean the root of the file system.
    package init(
        data: String?, database: String?, demo: Bool, environment: [String: String],
        executable: String
    ) throws(ConfigurationFault) {
        let environment = environment.filter { !$0.value.isEmpty }
        self.demo = demo
        self.executable = executable
        self.database = database ?? environment["CIC_DATABASE"]
        self.data = data ?? environment["CIC_DATA"] ?? (demo ? "var/demo" : "var/cic")
        if let host = environment["CIC_HOST"] { self.host = host }
        if let text = environment["CIC_PORT"] {
            guard let port = Int(text), (0...65_535).contains(port) else {
                throw ConfigurationFault(setting: "CIC_PORT", value: text, mend: "0 to 65535")
            }
            self.port = port
        }
        siteNames = Self.names(environment["CIC_SITE_NAMES"])
        trustedProxies = Self.names(environment["CIC_TRUSTED_PROXIES"])
        if let url = self.database, !url.hasPrefix("postgres://"),
            !url.hasPrefix("postgresql://")
        {
            throw ConfigurationFault(
                setting: "--database", value: "a URL of another kind",
                mend: "postgres://USER@HOST:PORT/NAME, or leave it out for SQLite")
        }
    }

    private static func names(_ list: String?) -> [String] {
        (list ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces).lowercased()
        }.filter { !$0.isEmpty }
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
            ("site names", siteNames.joined(separator: ", ")),
            ("trusted proxies", trustedProxies.joined(separator: ", ")), ("demo", String(demo)),
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
