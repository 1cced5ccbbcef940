import Basics
import Catalogue
import Foundation
import Logging
import Members
import Sheets
import Stock
import Storage

/// The files of the demo, as they lie beside the program.
enum DemoFolder {
    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url(path)))
    }

    static func url(_ path: String) -> URL {
        Bundle.module.bundleURL.appending(path: "Demo").appending(path: path)
    }

    /// The rows of a CSV file with a header, each as column name → text.
    static func table(_ path: String) throws -> [[String: String]] {
        let workbook = try SheetReader.read(
            bytes: try bytes(path), options: ReadOptions(encoding: "UTF-8", fileName: path),
            limits: SheetLimits())
        guard let table = workbook.tables.first, table.rowCount > 0 else { return [] }
        let names = table.texts(0)
        return (1..<table.rowCount).map { row in
            Dictionary(zip(names, table.texts(row)), uniquingKeysWith: { first, _ in first })
        }
    }
}

/// Real parts for the demo, taken into an empty catalogue.
struct DemoParts {
    let database: Database

    func load(_ log: Logger) async throws {
        let known = try await Catalogue.load(from: database)
        guard known.partCount == 0 else { return }
        let report = try await ImportParts(
            database: database, manufacturers: known.manufacturers
        ).run(csv: try DemoFolder.bytes("parts.csv"))
        log.info("demo parts imported", metadata: ["count": "\(report.imported)"])
    }
}

/// The invented suppliers of the demo with their lists and logins; what is there already stays.
struct DemoSuppliers {
    let network: Network

    init(_ network: Network) { self.network = network }

    func load() async throws {
        for row in try DemoFolder.table("suppliers.csv") { try await load(row) }
    }

    /// An account of the demo, as it is told to whoever starts or visits the demo.
    struct Login {
        let username: String
        let password: String
        let company: String
        let companyEn: String
    }

    /// Username, password and company of every demo login.
    static func logins() throws -> [Login] {
        try DemoFolder.table("suppliers.csv").map {
            Login(
                username: $0["username"] ?? "", password: $0["password"] ?? "",
                company: $0["name"] ?? "", companyEn: $0["name_en"] ?? "")
        }
    }

    private func load(_ row: [String: String]) async throws {
        let supplier = try await RegisterSupplier(
            database: network.database, clock: network.clock, ids: network.ids)(
                name: row["name"] ?? "", nameEn: row["name_en"] ?? "", city: row["city"] ?? "",
                cityEn: row["city_en"] ?? "", tier: row["tier"] ?? "listed",
                badges: (row["badges"] ?? "").split(separator: "|").map(String.init),
                id: ID(checking: row["id"] ?? ""))
        try await CreateDemoAccount(
            database: network.database, hasher: network.hasher, clock: network.clock,
            ids: network.ids)(
                username: row["username"] ?? "", password: row["password"] ?? "",
                supplier: supplier.id)
        let history = try await ListHistory(network.stock)(supplier.id, Page(limit: 1))
        let isUndecided = history.items.allSatisfy { $0.state == .received || $0.state == .read }
        guard isUndecided, let file = row["list"] else { return }
        let days = Int64(row["published_days_ago"] ?? "") ?? 0
        try await publish(file, of: supplier, daysAgo: days)
    }

    /// Under one key, so that a start that was cut off is gone on with, not begun anew.
    private func publish(
        _ file: String, of supplier: SupplierCompany, daysAgo: Int64
    ) async throws {
        let then = PastClock(instant: network.clock.now().adding(days: -daysAgo))
        let desk = StockDesk(
            database: network.database, files: network.files, sheets: network.stock.sheets,
            catalogue: network.catalogue, shelf: network.stock.shelf,
            progress: network.stock.progress, clock: then, ids: network.ids)
        let list = try await ReceiveList(desk)(
            try DemoFolder.bytes("lists/" + file), fileName: file, options: ListOptions(),
            supplier: supplier.id, actor: "demo", attempt: "demo")
        guard list.state == .received || list.state == .read else { return }
        try await ReadList(desk)(list.id)
        let done = try await PublishList(desk)(list.id, supplier: supplier.id, actor: "demo")
        network.log.info(
            "demo list published",
            metadata: ["supplier": "\(supplier.id)", "lines": "\(done.counts.lines)"])
    }
}

/// The moment at which a demo list was sent.
private struct PastClock: Clock {
    let instant: Instant

    func now() -> Instant { instant }
}
