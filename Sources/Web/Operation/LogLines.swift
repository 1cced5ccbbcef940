import Foundation
package import Logging

/// Writes every log entry as one line of JSON: time, level, message and the keys that are known
/// to be harmless. Anything else that a library hangs on an entry is left out, so that no address,
/// no query and no secret reaches a log by accident (reliability A30, decision 0063).
package struct LogLines: LogHandler {
    /// What may be logged.
    package static let safeKeys: Set<String> = [
        "request_id", "method", "route", "status", "milliseconds", "bytes", "error", "port",
        "room", "job", "count", "list", "supplier", "state", "signal", "name", "version",
        "lines", "kept", "indexed", "dropped", "index_file", "segments", "uploads", "reports",
        "waiting", "discarded", "forgotten", "edits", "struck",
    ]

    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level
    private let label: String
    private let now: @Sendable () -> String
    private let write: @Sendable (String) -> Void

    /// `now` gives the time as RFC 3339; `write` gets each line with its line end.
    package init(
        label: String, level: Logger.Level = .info, now: @escaping @Sendable () -> String,
        write: @escaping @Sendable (String) -> Void = Self.toStandardError
    ) {
        self.label = label
        logLevel = level
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields: [(String, String)] = [
            ("time", now()), ("level", event.level.rawValue), ("from", label),
            ("message", "\(event.message)"),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) where Self.safeKeys.contains(key) {
            fields.append((key, "\(value)"))
        }
        let line = fields.map { "\(Self.quoted($0)):\(Self.quoted(Self.cut($1)))" }
        write("{" + line.joined(separator: ",") + "}\n")
    }

    /// A value that a visitor could choose must not fill the disk.
    private static func cut(_ text: String) -> String {
        text.utf8.count <= 2000 ? text : String(text.prefix(500)) + "…"
    }

    /// A JSON string; control characters, line and paragraph separators as escapes, so that one
    /// event is one line in every viewer.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || scalar.value == 0x2028 || scalar.value == 0x2029:
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    package static let toStandardError: @Sendable (String) -> Void = { line in
        FileHandle.standardError.write(Data(line.utf8))
    }
}
