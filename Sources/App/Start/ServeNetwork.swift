import Basics
import Foundation
import Logging
import Members
import Risk
import ServiceLifecycle
import Stock
import Storage
import UnixSignals
import Vault
import Web

/// `cic serve`: opens the network, listens, and ends gracefully.
package struct ServeNetwork: Sendable {
    private let configuration: Configuration

    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// Returns after a graceful end; throws ``StartFault`` when it cannot start.
    package func run() async throws {
        let log = ProgramLog.make()
        let network: Network
        do {
            network = try await Network.open(configuration, log: log)
        } catch {
            throw StartFault(error, configuration)
        }
        do {
            try await serve(network)
        } catch {
            await network.close()
            throw StartFault(error, configuration)
        }
        await IndexKeeping(network: network).saveAtEnd()
        await network.close()
        log.info("ended")
    }

    private func serve(_ network: Network) async throws {
        let answers = Storage.IdempotencyStore(
            network.database, clock: network.clock, ids: network.ids)
        let dead = try await answers.forgetDeadClaims()
        if dead > 0 { network.log.info("dead claims forgotten", metadata: ["count": "\(dead)"]) }
        let limiter = Limiter(database: network.database, clock: network.clock)
        let reading = ReadingDesk(network.stock) { list, error in
            network.log.error(
                "reading failed",
                metadata: ["list": "\(list)", "error": "\(FaultName.of(error))"])
        }
        let publishing = PublishingDesk(network.stock) { list, error in
            network.log.error(
                "publication failed",
                metadata: ["list": "\(list)", "error": "\(FaultName.of(error))"])
        }
        try await reading.resume()
        let desk = OperatorDesk(network: network)
        let line = try OperatorLine(path: configuration.socketPath) { await desk.answer($0) }
        defer { line.end() }
        let server = try webServer(network, limiter, reading, publishing, answers)
        var group = ServiceGroupConfiguration(
            services: [
                server, IndexKeeping(network: network),
                Housekeeping(network: network, limiter: limiter, reading: reading),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: network.log)
        group.maximumGracefulShutdownDuration = .seconds(25)
        try await ServiceGroup(configuration: group).run()
    }

    private func webServer(
        _ network: Network, _ limiter: Limiter, _ reading: ReadingDesk,
        _ publishing: PublishingDesk, _ answers: Storage.IdempotencyStore
    ) throws -> WebServer {
        let code = try FormSecret.load(configuration)
        let limits = LimiterBridge(limiter: limiter, code: code)
        let sessions = SessionBridge(network: network)
        let metrics = Metrics()
        let database = network.database
        let look = Readiness.Check("database") {
            _ = try await database.read { try SupplierStore().count(on: $0) }
        }
        let readiness = Readiness([look])
        let renderer = network.renderer
        var web = WebConfiguration()
        web.address = configuration.host
        web.port = configuration.port
        if !configuration.siteNames.isEmpty { web.hosts = HostRule(configuration.siteNames) }
        for proxy in configuration.trustedProxies where !web.trust(proxy: proxy) {
            throw ConfigurationFault(
                setting: "CIC_TRUSTED_PROXIES", value: proxy, mend: "addresses such as 127.0.0.1")
        }
        let site = Site(
            operation: OperationPages(
                readiness: readiness, metrics: metrics, assets: renderer.assets,
                version: web.version),
            access: AccessPages(
                signing: sessions, limiter: limits, renderer: renderer,
                demoLogins: configuration.demo ? try demoLogins() : []),
            stock: network.stock, reading: reading, publishing: publishing, renderer: renderer,
            isDemo: configuration.demo)
        let services = WebServices(
            sessions: sessions, limiter: limits,
            idempotency: IdempotencyBridge(answers),
            files: network.files, code: code, readiness: readiness, metrics: metrics)
        return try WebServer(
            web, routes: Routes.all, site: site, services: services, renderer: renderer,
            clock: network.clock, ids: network.ids, logger: network.log,
            onListening: { port in Self.announce(port, configuration) })
    }

    private func demoLogins() throws -> [SignInPage.DemoLogin] {
        try DemoSuppliers.logins().map {
            SignInPage.DemoLogin(
                username: $0.username, password: $0.password, company: $0.company,
                companyEn: $0.companyEn)
        }
    }

    /// The line by which people and programs know that the site is there.
    private static func announce(_ port: Int, _ configuration: Configuration) {
        var text = "listening on http://\(configuration.host):\(port)\n"
        if configuration.demo, let logins = try? DemoSuppliers.logins() {
            text += "demo logins (username / password):\n"
            for login in logins {
                text += "  \(login.username) / \(login.password)   \(login.company)\n"
            }
        }
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}

/// The log of the program: JSON lines on standard error.
enum ProgramLog {
    static func make() -> Logger {
        let clock = SystemClock()
        return Logger(label: "cic") { label in
            LogLines(label: label, now: { clock.now().rfc3339() })
        }
    }

    /// Only faults, for commands whose output is for people.
    static func quiet() -> Logger {
        var log = make()
        log.logLevel = .error
        return log
    }
}

/// The key that signs form tokens, kept beside the data so that open forms survive a restart.
enum FormSecret {
    static func load(_ configuration: Configuration) throws -> MessageCode {
        let path = configuration.data + "/form-secret"
        if let data = FileManager.default.contents(atPath: path),
            let code = MessageCode(key: Array(data))
        {
            return code
        }
        let bytes = Token().text + Token().text
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(bytes.utf8), attributes: [.posixPermissions: 0o600])
        guard made, let code = MessageCode(key: Array(bytes.utf8)) else {
            throw StartFault("cannot write \(path); check the permissions of the directory")
        }
        return code
    }
}
