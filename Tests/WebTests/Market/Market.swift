import Basics
import Catalogue
import Files
import Foundation
import HTTPTypes
import Members
import Sheets
import Stock
import Storage
import TestWorld
import Testing
import Vault

@testable import Web

/// The whole site over two suppliers and an empty database, asked through the router; `good-token`
/// signs in for the first of them.
struct Market {
    let server: WebServer
    let stock: StockDesk
    let clock: MovableClock
    let huaqiang: SupplierCompany
    let kestrel: SupplierCompany
    /// The facts, read once for all tests.
    private static let facts = Result { try Catalogue() }

    init(_ limiter: any RateLimiting = Unlimited()) async throws {
        let database = try await TestEngine.sqlite.database(
            MembersMigrations.all + Catalogue.migrations + StockMigrations.all)
        let files = try FolderStore(root: try TestFolder.make())
        let clock = MovableClock(StillClock().instant)
        self.clock = clock
        let ids = CountingIDs()
        let stock = StockDesk(
            database: database, files: files, sheets: DirectSheetSource(limits: SheetLimits()),
            catalogue: try Self.facts.get(), shelf: StockShelf(files: files),
            progress: ListProgress(), clock: clock, ids: ids)
        self.stock = stock
        let register = RegisterSupplier(database: database, clock: clock, ids: ids)
        huaqiang = try await register(
            name: "华强", nameEn: "Huaqiang", tier: "certified", id: ID("sup_1"))
        kestrel = try await register(name: "Kestrel", id: ID("sup_2"))
        server = try Self.server(stock, files, limiter)
    }

    private static func server(
        _ stock: StockDesk, _ files: FolderStore, _ limiter: any RateLimiting
    ) throws -> WebServer {
        let renderer = try Renderer(folder: PageWorld.folder)
        let readiness = Readiness([Readiness.Check("database") {}])
        let metrics = Metrics()
        let site = Site(
            operation: OperationPages(
                readiness: readiness, metrics: metrics, assets: renderer.assets, version: "1"),
            access: AccessPages(signing: OneSupplier(), limiter: limiter, renderer: renderer),
            stock: stock, reading: ReadingDesk(stock) { _, _ in },
            publishing: PublishingDesk(stock) { _, _ in }, renderer: renderer, isDemo: false)
        var configuration = WebConfiguration()
        configuration.port = 0
        return try WebServer(
            configuration, routes: Routes.all, site: site,
            services: WebServices(
                sessions: OneSupplier(), limiter: limiter, idempotency: RememberedAnswers(),
                files: files, code: MessageCode(), readiness: readiness, metrics: metrics),
            renderer: renderer, clock: stock.clock, ids: stock.ids, logger: LogSheet().logger)
    }

    /// Publishes a CSV list with a header and these rows.
    @discardableResult
    func publish(_ rows: [String], of supplier: SupplierCompany) async throws -> StockList {
        let text = (["MPN,Manufacturer,D/C,Qty,Package,Price"] + rows).joined(separator: "\n")
        let list = try await ReceiveList(stock)(
            Array(text.utf8), fileName: "list.csv", options: ListOptions(),
            supplier: supplier.id, actor: "test")
        try await ReadList(stock)(list.id)
        return try await PublishList(stock)(list.id, supplier: supplier.id, actor: "test")
    }

    // MARK: asking

    /// The JSON of a path of the API, signed in as Huaqiang.
    func json(
        _ path: String, _ method: HTTPRequest.Method = .get, status: Int = 200
    ) async throws -> [String: Any] {
        let reply = try await server.ask(
            method, path, [("Accept-Language", "en"), ("Authorization", "Bearer good-token")])
        #expect(reply.status == status, "\(path)")
        let object = try JSONSerialization.jsonObject(with: Data(reply.body.utf8))
        return try #require(object as? [String: Any])
    }

    func lines(_ path: String) async throws -> [[String: Any]] {
        try #require(try await json(path)["lines"] as? [[String: Any]])
    }

    /// A page in English, as a browser signed in as Huaqiang sees it.
    func page(_ path: String, status: Int = 200) async throws -> String {
        let reply = try await server.ask(.get, path, Self.browser)
        #expect(reply.status == status, "\(path)")
        return reply.body
    }

    /// Sends a form with the token that belongs to the session.
    func post(_ path: String, _ fields: [(String, String)] = []) async throws -> Reply {
        let token = CrossSite(code: server.reception.services.code).token(boundTo: "good-token")
        let pairs = [("form_token", token)] + fields
        let body = pairs.map { "\($0.0)=\($0.1.formEncoded)" }.joined(separator: "&")
        return try await server.ask(
            .post, path,
            Self.browser + [
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Sec-Fetch-Site", "same-origin"),
            ], body: body)
    }

    /// Sends a file by the form of step 1.
    func upload(
        _ name: String, _ text: String, from address: String = "127.0.0.1"
    ) async throws -> Reply {
        let token = CrossSite(code: server.reception.services.code).token(boundTo: "good-token")
        let body = """
            --b\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n\(token)\r\n\
            --b\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\
            Content-Type: text/csv\r\n\r\n\(text)\r\n--b--\r\n
            """
        return try await server.ask(
            .post, "/ibs/stock/new",
            Self.browser + [
                ("Content-Type", "multipart/form-data; boundary=b"),
                ("Sec-Fetch-Site", "same-origin"),
            ], body: body, from: address)
    }

    private static let browser = [
        ("Accept", "text/html"), ("Accept-Language", "en"), ("Cookie", "sid=good-token"),
    ]
}

/// Lets everything through.
struct Unlimited: RateLimiting {
    func take(_ rate: RateClass, _ caller: RateCaller, now: Instant) async throws -> RateVerdict {
        RateVerdict(allowed: true, remaining: rate.burst, resetSeconds: 0)
    }
}
