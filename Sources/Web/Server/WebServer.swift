package import Basics
import HTTPTypes
import HummingbirdCore
package import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// The HTTP server: a service that listens until it is told to stop, and then drains.
package struct WebServer: Service, CustomStringConvertible, CustomDebugStringConvertible {
    let reception: Reception
    private let census: Census

    /// The service group writes its services into log lines; the whole site is not meant.
    package var description: String { "web server" }
    package var debugDescription: String { description }
    private let onListening: @Sendable (Int) async -> Void

    /// Throws when two routes claim one path. `onListening` gets the port when the server listens.
    package init<Site>(
        _ configuration: WebConfiguration, routes: [Handled<Site>], site: Site,
        services: WebServices, renderer: Renderer, clock: any Basics.Clock, ids: any IDSource,
        logger: Logger, onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        reception = Reception(
            table: try RouteTable(routes, site: site), configuration: configuration,
            services: services,
            composer: Composer(
                renderer: renderer, security: SecurityHeaders(isSecure: configuration.isSecure)),
            clock: clock, ids: ids, logger: logger)
        census = Census(limits: configuration.edge)
        services.metrics.watch(census)
        self.onListening = onListening
    }

    /// Serves until the service group shuts down; open requests then get the drain deadline, and
    /// what is still at work after it is cancelled (reliability finding 10, D18).
    package func run() async throws {
        let configuration = reception.configuration
        let server = try HTTPServerBuilder { responder in
            GuardedChannel(
                responder: responder, limits: configuration.edge, check: headCheck,
                refusal: edgeRefusal, census: census)
        }.buildServer(
            configuration: .init(
                address: .hostname(configuration.address, port: configuration.port),
                backlog: 1024),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: reception.logger,
            responder: { request, writer, channel in
                let response = await reception.respond(to: request, peer: channel.remoteAddress)
                try await writer.write(response: response.head, body: response.body)
            },
            onServerRunning: { channel in
                await onListening(channel.localAddress?.port ?? configuration.port)
            })
        try await runDraining(server, after: configuration.edge.drain)
    }

    private func runDraining(_ server: any Service, after drain: TimeAmount) async throws {
        let readiness = reception.services.readiness
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                do {
                    try await gracefulShutdown()
                } catch {
                    return try await Task.sleep(for: .seconds(0))
                }
                readiness.stop()
                // The connections close themselves at the deadline; this ends handlers that
                // still run after it.
                try await Task.sleep(for: .nanoseconds(drain.nanoseconds + 1_000_000_000))
            }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private var headCheck: HeadCheck {
        let table = reception.table
        return HeadCheck(
            hosts: reception.configuration.hosts, limits: reception.configuration.edge
        ) { method, path in
            guard let method = HTTPRequest.Method(method),
                case .route(let bound, _) = table.place(method, path)
            else { return .nothing }
            return bound.route.takes
        }
    }

    /// The answers of the edge are made where all answers are made.
    private var edgeRefusal: EdgeRefusal {
        let reception = reception
        return EdgeRefusal { refusal, head in
            let (composed, id) = reception.edgeAnswer(refusal, head)
            var fields = HTTPHeaders(composed.headers.map { ($0.name.rawName, $0.value) })
            guard case .bytes(let bytes) = composed.body else {
                return (.init(version: .http1_1, status: .badRequest), ByteBuffer())
            }
            fields.replaceOrAdd(name: "Content-Length", value: String(bytes.count))
            fields.replaceOrAdd(name: "X-Request-Id", value: id)
            let status = HTTPResponseStatus(
                statusCode: composed.status.code, reasonPhrase: composed.status.reasonPhrase)
            return (
                .init(version: .http1_1, status: status, headers: fields),
                ByteBuffer(bytes: bytes)
            )
        }
    }
}

extension Reception {
    /// A refusal of the edge, rendered as far as the head could be read; counted and logged.
    func edgeAnswer(_ refusal: Refusal, _ head: HTTPRequestHead?) -> (Composed, String) {
        var request = HTTPRequest(
            method: head.flatMap { HTTPRequest.Method($0.method.rawValue) } ?? .get,
            scheme: "http", authority: nil, path: head?.uri ?? "/")
        for (name, value) in head?.headers ?? [:] {
            guard let name = HTTPField.Name(name), name != .idempotencyKey else { continue }
            request.headerFields.append(HTTPField(name: name, value: value))
        }
        let arrival = Arrival(request, peer: nil, configuration: configuration) {
            let id: ID<HTTPRequest> = ids.next("req")
            return id.value
        }
        var occasion = Composer.Occasion(arrival)
        // Programs read problems; a head that could not be read is rarely a browser's.
        if head == nil { occasion.wants = .json }
        var composed = composer.compose(refusal, occasion)
        composed.headers[.date] = HTTPDate.text(clock.now())
        services.metrics.answered(route: "edge", status: composed.status.code, seconds: 0)
        logger.info(
            "refused at the edge",
            metadata: [
                "request_id": "\(arrival.requestID)", "status": "\(composed.status.code)",
                "error": "\(refusal.key)",
            ])
        return (composed, arrival.requestID)
    }
}
