import Basics
import NIOHTTP1

/// Judges the head of a request before anything else sees it: the cases that the parser lets
/// through and that programs in front of us may read in another way (reliability finding 11).
struct HeadCheck: Sendable {
    let hosts: HostRule
    let limits: EdgeLimits
    /// What the route of a method and a path takes.
    let bodyRule: @Sendable (_ method: String, _ path: String) -> BodyRule

    /// A head that may pass.
    struct Passed {
        /// With the target in origin form, and `Connection: close` where it closes.
        var head: HTTPRequestHead
        /// The connection ends after the answer.
        let closes: Bool
        /// The visitor waits for `100 Continue` before he sends the body.
        let waits: Bool
        let body: BodyRule
    }

    func pass(_ head: HTTPRequestHead) throws(Refusal) -> Passed {
        try checkLine(head)
        let host = try onlyHost(head)
        let target = try originForm(head, host: host)
        try checkFraming(head)
        let waits = try expects(head)
        let path = String(target.prefix { $0 != "?" })
        let rule = bodyRule(head.method.rawValue, path)
        if let length = head.headers["Content-Length"].first.flatMap(Int.init),
            length > rule.bytesMax
        {
            throw rule.tooLarge(length)
        }
        var head = head
        head.uri = target
        let closes = isLast(head)
        if closes { head.headers.replaceOrAdd(name: "Connection", value: "close") }
        return Passed(
            head: head, closes: closes, waits: waits, body: rule)
    }

    private func checkLine(_ head: HTTPRequestHead) throws(Refusal) {
        guard head.version.major == 1, head.version.minor <= 1 else {
            throw Refusal(.invalid, "request.version")
        }
        // Every other method that the parser knows goes on, to be answered 404 or 405 with what
        // the path does take; a tunnel has no path (RFC 9110 9.3.6, 15.5.6, 15.6.2).
        guard head.method != .CONNECT else { throw .unknownMethod }
        guard head.uri.utf8.count <= limits.uriBytes else {
            throw Refusal(
                .tooLarge, "request.uri_too_long", ["limit": String(limits.uriBytes)])
        }
        guard head.uri.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") })
        else { throw .malformed }
        guard head.headers.count <= limits.headFields else {
            throw Refusal(.tooLarge, "request.head_too_large")
        }
    }

    private func onlyHost(_ head: HTTPRequestHead) throws(Refusal) -> HostRule.Host {
        let values = head.headers["Host"]
        guard values.count == 1, let host = HostRule.Host(values[0]) else {
            throw Refusal(.invalid, "request.host")
        }
        guard hosts.allows(host) else { throw Refusal(.invalid, "request.misdirected") }
        return host
    }

    private func originForm(
        _ head: HTTPRequestHead, host: HostRule.Host
    ) throws(Refusal) -> String {
        let uri = head.uri
        if uri.utf8.first == UInt8(ascii: "/") { return uri }
        if uri == "*", head.method == .OPTIONS { return uri }
        let small = uri.prefix(8).lowercased()
        guard small.hasPrefix("http://") || small == "https://" else { throw .malformed }
        let rest = uri.dropFirst(small == "https://" ? 8 : 7)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard HostRule.Host(String(rest[..<end])) == host else {
            throw Refusal(.invalid, "request.host")
        }
        let target = String(rest[end...])
        return target.hasPrefix("/") ? target : "/" + target
    }

    private func checkFraming(_ head: HTTPRequestHead) throws(Refusal) {
        let codings = head.headers["Transfer-Encoding"]
        let lengths = head.headers["Content-Length"]
        guard lengths.count <= 1, codings.isEmpty || lengths.isEmpty else { throw .malformed }
        guard !codings.isEmpty else { return }
        guard head.version.minor == 1 else { throw .malformed }
        guard codings.count == 1, codings[0].lowercased() == "chunked" else {
            throw Refusal(.invalid, "request.transfer_coding")
        }
    }

    private func expects(_ head: HTTPRequestHead) throws(Refusal) -> Bool {
        let values = head.headers["Expect"]
        guard let value = values.first else { return false }
        guard values.count == 1, value.lowercased() == "100-continue" else {
            throw Refusal(.invalid, "request.expectation")
        }
        return head.version.minor == 1
    }

    /// HTTP/1.0, `Connection: close` in any spelling, and offers to change the protocol: the
    /// parser stops after those, so nothing may follow them.
    private func isLast(_ head: HTTPRequestHead) -> Bool {
        if head.version.minor == 0 || head.headers.contains(name: "Upgrade") { return true }
        return head.headers[canonicalForm: "Connection"].contains { $0.lowercased() == "close" }
    }
}

extension Refusal {
    /// A method that no path of this site can take.
    static let unknownMethod = Refusal(.invalid, "request.not_implemented")

    /// The bytes are no request of HTTP.
    static let malformed = Refusal(.invalid, "request.malformed")

    /// A body, or a portion of one, above the limit.
    static func tooLarge(_ limit: Int, size: Int) -> Refusal {
        Refusal(
            .tooLarge, "request.too_large",
            ["size": ByteSize.above(size), "limit": ByteSize.text(limit)])
    }
}
