import Basics
import HTTPTypes
import NIOCore

/// A request as it arrived: the parts of its head that are needed before its route is known.
struct Arrival: Sendable {
    let method: HTTPRequest.Method
    /// Undecoded, without the query.
    let path: String
    let rawQuery: String
    let headers: HTTPFields
    let cookies: [String: String]
    let requestID: String
    /// The address of the visitor: the peer, or what a trusted proxy says of it.
    let address: String
    let isSecure: Bool
    let host: String

    init(
        _ head: HTTPRequest, peer: SocketAddress?, configuration: WebConfiguration,
        newID: () -> String
    ) {
        method = head.method
        let target = head.path ?? "/"
        let mark = target.firstIndex(of: "?")
        path = String(target[..<(mark ?? target.endIndex)])
        rawQuery = mark.map { String(target[target.index(after: $0)...]) } ?? ""
        headers = head.headerFields
        cookies = Self.cookies(head.headerFields)
        requestID = Self.checkedID(head.headerFields[.requestID]) ?? newID()
        let peerKey = AddressKey(peer).description
        let isProxy = configuration.trustedProxies.contains(peerKey)
        let forwarded = isProxy ? head.headerFields[.forwardedFor] : nil
        address = forwarded.flatMap(Self.lastAddress) ?? peerKey
        isSecure =
            configuration.isSecure || isProxy && head.headerFields[.forwardedProto] == "https"
        host = head.authority ?? ""
    }

    var isAPI: Bool { path == "/api" || path.hasPrefix("/api/") }

    /// `/api/v1` always answers JSON; elsewhere `Accept` decides, and a browser gets a page.
    var wants: Visit.Wants {
        guard !isAPI else { return .json }
        let accept = headers[.accept] ?? ""
        let json = Self.quality("application/json", in: accept)
        let html = Self.quality("text/html", in: accept)
        return json > html ? .json : .page
    }

    /// True for methods that may change something.
    var isUnsafe: Bool { ![.get, .head, .options].contains(method) }

    var bearer: String? {
        guard let value = headers[.authorization], value.prefix(7).lowercased() == "bearer ",
            value.utf8.count <= Limits.tokenBytes
        else { return nil }
        return value.dropFirst(7).trimmingPrefix { $0 == " " }.isEmpty
            ? nil : String(value.dropFirst(7)).trimmingSpace()
    }

    private static func cookies(_ headers: HTTPFields) -> [String: String] {
        var cookies: [String: String] = [:]
        for piece in headers[values: .cookie].flatMap({ $0.split(separator: ";") }) {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, cookies.count < Limits.fieldCount else { continue }
            let name = String(sides[0]).trimmingSpace()
            // The first one counts: browsers send the most specific path first.
            if cookies[name] == nil { cookies[name] = String(sides[1]).trimmingSpace() }
        }
        return cookies
    }

    private static func checkedID(_ id: String?) -> String? {
        guard let id, (8...Limits.requestIDBytes).contains(id.utf8.count),
            id.utf8.allSatisfy({ byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            })
        else { return nil }
        return id
    }

    /// The address that the nearest proxy saw; what stands before it may be invented.
    private static func lastAddress(_ value: String) -> String? {
        guard let last = value.split(separator: ",").last.map({ String($0).trimmingSpace() }),
            let address = try? SocketAddress(ipAddress: last, port: 0)
        else { return nil }
        return AddressKey(address).description
    }

    /// How much the visitor likes a media type, 0 to 1; the closest range counts.
    private static func quality(_ type: String, in accept: String) -> Double {
        let family = type.prefix { $0 != "/" } + "/*"
        var best = (closeness: 0, quality: 0.0)
        for range in accept.split(separator: ",").prefix(32) {
            let parts = range.split(separator: ";").map { String($0).trimmingSpace().lowercased() }
            guard let name = parts.first else { continue }
            let closeness = name == type ? 3 : name == family ? 2 : name == "*/*" ? 1 : 0
            guard closeness > best.closeness else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
                Double($0.dropFirst(2))
            }
            best = (closeness, weight ?? 1)
        }
        return best.quality
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-Id") ?? .via
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
    static let forwardedProto = HTTPField.Name("X-Forwarded-Proto") ?? .via
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .via
    static let formToken = HTTPField.Name("X-Form-Token") ?? .via
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .via
    static let rateLimit = HTTPField.Name("RateLimit") ?? .via
    static let rateLimitPolicy = HTTPField.Name("RateLimit-Policy") ?? .via
    static let serverTiming = HTTPField.Name("Server-Timing") ?? .via
    static let link = HTTPField.Name("Link") ?? .via
    static let replayed = HTTPField.Name("Idempotency-Replayed") ?? .via
}
