import Basics
import Catalogue
import Files
import Foundation
import Logging
import Members
import Risk
import Sheets
import Stock
import Storage
import StoragePostgres
import StorageSQLite
import Vault
import Web

/// Every room of one network, put together from its configuration; the one place where they meet.
struct Network: Sendable {
    let configuration: Configuration
    let database: Database
    let files: FolderStore
    let catalogue: Catalogue
    let stock: StockDesk
    let hasher: PasswordHasher
    let clock: any Clock
    let ids: any IDSource
    let renderer: Renderer
    let log: Logger

    /// The tables of all rooms, lower rooms first, because later ones refer to them.
    static let migrations: [Migration] =
        StorageMigrations.all + MembersMigrations.all + RiskMigrations.all + Catalogue.migrations
        + StockMigrations.all

    /// Opens the database, brings it to this version, and shows what is published.
    static func open(_ configuration: Configuration, log: Logger) async throws -> Network {
        let engine = try await openEngine(configuration)
        let database = Database(engine)
        let applied = try await Migrator(migrations).run(on: database)
        if !applied.isEmpty { log.info("migrated", metadata: ["count": "\(applied.count)"]) }
        let files = try FolderStore(root: configuration.filesFolder)
        _ = try await files.sweep(olderThan: orphanSeconds(configuration))
        if configuration.demo { try await DemoParts(database: database).load(log) }
        let catalogue = try await Catalogue.load(from: database)
        let clock = SystemClock()
        let stock = StockDesk(
            database: database, files: files,
            sheets: ChildReader(executable: configuration.executable, limits: sheetLimits),
            catalogue: catalogue, shelf: StockShelf(files: files), progress: ListProgress(),
            clock: clock, ids: RandomIDs())
        let network = Network(
            configuration: configuration, database: database, files: files, catalogue: catalogue,
            stock: stock, hasher: PasswordHasher(), clock: clock, ids: RandomIDs(),
            renderer: try Renderer.bundled(), log: log)
        try await show(stock.shelf, database, log)
        if configuration.demo { try await DemoSuppliers(network).load() }
        return network
    }

    /// Nobody else works in a data directory with its own database, so what a stopped process left
    /// unfinished there goes at once; a folder that others may write to keeps it for a day.
    private static func orphanSeconds(_ configuration: Configuration) -> Int {
        configuration.database == nil ? 0 : Files.Limits.orphanSeconds
    }

    /// Shows what is published, and says how long that took and where it came from.
    private static func show(
        _ shelf: StockShelf, _ database: Database, _ log: Logger
    ) async throws {
        let start = ContinuousClock.now
        let loading = try await shelf.load(database)
        let spent = (ContinuousClock.now - start) / .milliseconds(1)
        log.info(
            "index ready",
            metadata: [
                "index_file": "\(loading.fault?.rawValue ?? "used")", "lines": "\(loading.lines)",
                "kept": "\(loading.kept)", "indexed": "\(loading.indexed)",
                "dropped": "\(loading.dropped)", "milliseconds": "\(Int(spent))",
            ])
    }

    func close() async { try? await database.engine.close() }

    private static var sheetLimits: SheetLimits {
        var limits = SheetLimits()
        limits.fileBytes = StockLimits.fileBytes
        return limits
    }

    static func openEngine(_ configuration: Configuration) async throws -> any Engine {
        try makeFolder(configuration.data)
        if let url = configuration.database { return try await PostgresEngine(url: url) }
        return try SQLiteEngine.open(path: configuration.sqlitePath)
    }

    private static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }
}

/// Why the program does not start, in a sentence for the operator.
package struct StartFault: Error, CustomStringConvertible, Sendable {
    package let description: String
    /// 1 fault, 2 refused input.
    package let exitCode: Int32

    init(_ description: String, exitCode: Int32 = 1) {
        self.description = description
        self.exitCode = exitCode
    }

    /// What an error at the start means and what to do about it.
    init(_ error: any Error, _ configuration: Configuration) {
        switch error {
        case let refusal as Refusal where refusal.key == "database_in_use":
            self.init(
                "\(configuration.data) is in use by process \(refusal.detail["pid"] ?? "?"); "
                    + "stop it or choose another --data directory", exitCode: 2)
        case let refusal as Refusal:
            self.init("\(refusal.key) \(refusal.detail)", exitCode: 2)
        default: self.init(String(describing: error))
        }
    }
}
