import Foundation
import Storage
import StoragePostgres

/// The PostgreSQL of the tests: the one named by `CIC_TEST_POSTGRES`, else one that this process
/// starts with `scripts/test-postgres` and that ends with it.
struct TestPostgres: Sendable {
    private let url: String

    /// Started once for the process; its value is `nil` when there is no PostgreSQL here.
    static let shared = Task.detached { () throws -> TestPostgres? in
        if let url = ProcessInfo.processInfo.environment["CIC_TEST_POSTGRES"], !url.isEmpty {
            return TestPostgres(url: url)
        }
        return try start().map(TestPostgres.init(url:))
    }

    /// A new schema, and the URL of connections that see nothing but it.
    func newSchemaURL() async throws -> String {
        let schema = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let options = "options=-csearch_path%3D\(schema)"
        let own = url + (url.contains("?") ? "&" : "?") + options
        try await PostgresEngine.makeSchema(schema, url: url)
        return own
    }

    /// Exit code 3 of the script means that there is no PostgreSQL. `popen`, because Foundation's
    /// `Process` waits for the watcher that the script leaves behind as well.
    private static func start() throws -> String? {
        let repository = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let script = repository.appending(path: "scripts/test-postgres").path(percentEncoded: false)
        let own = ProcessInfo.processInfo.processIdentifier
        guard
            let output = unsafe popen("'\(script)' start /tmp/cic-pg-\(own) --while \(own)", "r")
        else { throw StorageFault.connectionLost("cannot start \(script)") }
        var line = [CChar](repeating: 0, count: 1024)
        let hasLine = unsafe fgets(&line, Int32(line.count), output) != nil
        let status = unsafe pclose(output)
        if status == 3 << 8 { return nil }
        guard status == 0, hasLine else {
            throw StorageFault.connectionLost("\(script) ended with status \(status)")
        }
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        return text.trimmingCharacters(in: .newlines)
    }
}
