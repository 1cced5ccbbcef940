import Basics
import Files
import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOConcurrencyHelpers
import NIOCore
import Testing
import Vault

@testable import Web

/// The stand-ins that the tests of this room share: a clock that stands still, ids that count,
/// one supplier, a limiter and a memory for idempotency.
struct StillClock: Basics.Clock {
    let instant = Instant(seconds: 1_800_000_000)
    func now() -> Instant { instant }
}

final class CountedIDs: IDSource {
    private let count = NIOLockedValueBox(0)
    func next<T>(_ prefix: String) -> ID<T> {
        ID("\(prefix)_\(count.withLockedValue { $0 += 1; return $0 })")
    }
}

struct OneSupplier: SessionLookup, SigningIn {
    static let member = SignedIn(
        accountID: "acc_1", username: "huaqiang", supplierID: "sup_1", supplierName: "Huaqiang")

    func member(token: String, now: Instant) async throws -> SignedIn? {
        token == "good-token" ? Self.member : nil
    }

    func signIn(username: String, password: String, now: Instant) async throws -> NewSession {
        guard username == "huaqiang", password == "right horse" else {
            throw Refusal(.invalid, "session.wrong")
        }
        return NewSession(token: "good-token", expires: now.adding(days: 1), member: Self.member)
    }

    func signOut(token: String, now: Instant) async throws {}
}

/// Lets `burst` requests of each bucket through, for ever.
final class CountingLimiter: RateLimiting {
    private let taken = NIOLockedValueBox<[String: Int]>([:])

    func take(_ rate: RateClass, _ caller: RateCaller, now: Instant) async throws -> RateVerdict {
        let count = taken.withLockedValue { taken in
            taken["\(rate.name) \(caller.key)", default: 0] += 1
            return taken["\(rate.name) \(caller.key)", default: 0]
        }
        return RateVerdict(
            allowed: count <= rate.burst, remaining: max(0, rate.burst - count), resetSeconds: 60,
            retryAfterSeconds: count <= rate.burst ? 0 : 7)
    }
}

final class RememberedAnswers: IdempotencyStore {
    private let known = NIOLockedValueBox<[IdempotencyKey: (String, StoredAnswer?)]>([:])

    func claim(
        _ key: IdempotencyKey, fingerprint: String, now: Instant
    ) async throws -> IdempotencyState {
        known.withLockedValue { known in
            guard let (print, answer) = known[key] else {
                known[key] = (fingerprint, nil)
                return .new
            }
            guard print == fingerprint else { return .mismatch }
            return answer.map(IdempotencyState.answered) ?? .running
        }
    }

    func keep(_ key: IdempotencyKey, _ answer: StoredAnswer, now: Instant) async throws {
        known.withLockedValue { $0[key]?.1 = answer }
    }

    func release(_ key: IdempotencyKey) async throws {
        known.withLockedValue { $0[key] = nil }
    }
}

/// A site of a few routes that show what the server makes of requests.
struct SmallSite: Sendable {
    let runs = Counter()

    static let routes: [Handled<SmallSite>] = [
        Handled(Route(.get, "/", .anyone, "Home.")) { _, visit in
            .json(["language": visit.language.rawValue])
        },
        Handled(Route(.get, "/parts/{mpn}", .anyone, "A part.")) { _, visit in
            .json(["mpn": try visit.parameter("mpn")])
        },
        Handled(Route(.get, "/parts/{maker}/{mpn}", .anyone, "A maker's part.")) { _, visit in
            .json(["maker": try visit.parameter("maker"), "mpn": try visit.parameter("mpn")])
        },
        Handled(Route(.get, "/number", api: "/api/v1/number", .anyone, "A number.")) { _, visit in
            .json(["n": try visit.query.integer("n", in: 1...9) ?? 0])
        },
        Handled(Route(.get, "/mine", api: "/api/v1/mine", .supplier, "Mine.")) { _, visit in
            .json(["supplier": try visit.supplierID()])
        },
        Handled(Route(.get, "/broken", .anyone, "A fault.")) { _, _ in throw Canary() },
        Handled(
            Route(.post, "/notes", api: "/api/v1/notes", .anyone, "A note.", takes: .fields())
        ) { site, visit in
            site.runs.add()
            return .json(["note": try visit.form.required("note")], status: .created)
        },
        Handled(
            Route(
                .post, "/files", api: "/api/v1/files", .supplier, "A file.",
                takes: .upload(bytes: 100_000))
        ) { _, visit in
            .json(visit.files.map { "\($0.field) \($0.name) \($0.size)" })
        },
        Handled(
            Route(
                .get, "/dear", .anyone, "Dear.",
                rate: RateClass("dear", burst: 2, periodSeconds: 60))
        ) { _, _ in .json(["ok": true]) },
        Handled(
            Route(.post, "/preferences", .anyone, "Language.", takes: .fields(), token: .exempt)
        ) { try Preferences.change($1) },
        Handled(Route(.get, "/big", .anyone, "Eight megabytes.", rate: nil)) { _, _ in
            Answer(.bytes(Array(repeating: 120, count: 8 << 20), type: "text/plain"))
        },
        Handled(Route(.get, "/page", .anyone, "Sixty kilobytes.", rate: nil)) { _, _ in
            Answer(.bytes(Array(repeating: 120, count: 60_000), type: "text/plain"))
        },
        Handled(Route(.get, "/form", .anyone, "A form.")) { _, _ in
            .page(PageModel("form", title: "Form", context: ["a": "<b>"]))
        },
    ]
}

/// Its text must never be seen outside.
struct Canary: Error, CustomStringConvertible { let description = "canary-7f3a" }

final class Counter: Sendable {
    private let value = NIOLockedValueBox(0)
    func add() { value.withLockedValue { $0 += 1 } }
    var count: Int { value.withLockedValue { $0 } }
}

/// Collects what would be logged.
final class LogSheet: Sendable {
    private let text = NIOLockedValueBox("")
    var all: String { text.withLockedValue { $0 } }

    var logger: Logger {
        Logger(label: "test") { label in
            LogLines(label: label, now: { "2027-01-15T08:00:00Z" }) { line in
                self.text.withLockedValue { $0 += line }
            }
        }
    }
}

/// A server of the small site, not yet listening.
struct SmallServer {
    let site = SmallSite()
    let log = LogSheet()
    let server: WebServer
    let files: FolderStore

    init(
        _ edge: EdgeLimits = EdgeLimits(), isSecure: Bool = false,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "web-\(UInt64.random(in: 0...UInt64.max))")
        files = try FolderStore(root: folder.path(percentEncoded: false))
        var configuration = WebConfiguration()
        configuration.port = 0
        configuration.edge = edge
        configuration.isSecure = isSecure
        let templates = [
            "form": "<p>{{a}} {{w.greet.hello}} {{form_token}}</p>",
            "error": "<h1>{{heading}}</h1>{{detail}}",
        ]
        let words = [
            Words(.en, ["greet.hello": "Hello", "refusal.page.not_found": "Nothing is here."]),
            Words(.zh, ["greet.hello": "你好", "refusal.page.not_found": "这里什么也没有。"]),
        ]
        server = try WebServer(
            configuration, routes: SmallSite.routes, site: site,
            services: WebServices(
                sessions: OneSupplier(), limiter: CountingLimiter(),
                idempotency: RememberedAnswers(), files: files, code: MessageCode(),
                readiness: Readiness(), metrics: Metrics()),
            renderer: try Renderer(templates: templates, words: words, assets: Assets()),
            clock: StillClock(), ids: CountedIDs(), logger: log.logger, onListening: onListening)
    }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [(String, String)] = [],
        body: String = ""
    ) async throws -> Reply {
        try await server.ask(method, path, headers, body: body)
    }
}

extension WebServer {
    /// One request without a socket: through everything but the edge.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [(String, String)] = [],
        body: String = "", from address: String = "127.0.0.1"
    ) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers {
            fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path,
            headerFields: fields)
        let request = Request(head: head, body: .init(buffer: ByteBuffer(string: body)))
        let peer = try SocketAddress(ipAddress: address, port: 4000)
        let response = await reception.respond(to: request, peer: peer)
        let collector = Collector()
        try await response.body.write(collector)
        return Reply(
            status: response.status.code, headers: response.headers, body: collector.text)
    }
}

/// What came back.
struct Reply {
    let status: Int
    let headers: HTTPFields
    let body: String

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    func cookies() -> [String] { headers[values: .setCookie] }
}

final class Collector: ResponseBodyWriter, Sendable {
    private let bytes = NIOLockedValueBox(ByteBuffer())
    var text: String { bytes.withLockedValue { String(buffer: $0) } }
    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLockedValue { _ = $0.writeImmutableBuffer(buffer) }
    }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
