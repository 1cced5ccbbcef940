import Basics
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite struct `A visitor behind a proxy` {
    private func arrival(
        _ configuration: WebConfiguration, from peer: String, _ fields: [(String, String)]
    ) throws -> Arrival {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/")
        for (name, value) in fields {
            head.headerFields.append(
                HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        return Arrival(
            head, peer: try SocketAddress(ipAddress: peer, port: 9), configuration: configuration
        ) { "req_1" }
    }

    private let forwarded = [
        ("X-Forwarded-For", "10.9.8.7, 192.0.2.7"), ("X-Forwarded-Proto", "https"),
    ]

    @Test(arguments: ["127.0.0.1", "::1"])
    func `is known by what a trusted proxy says of him`(proxy: String) throws {
        var configuration = WebConfiguration()
        let isTrusted = configuration.trust(proxy: proxy)
        #expect(isTrusted)
        let known = try arrival(configuration, from: proxy, forwarded)
        #expect(known.address == "192.0.2.7")
        #expect(known.isSecure)
        #expect(!AddressKey.isLoopback(known.address))
        // Nobody else's word counts.
        let liar = try arrival(configuration, from: "198.51.100.4", forwarded)
        #expect(liar.address == "198.51.100.4")
        #expect(!liar.isSecure)
    }

    @Test func `is the proxy itself where none is trusted, and what is no address is refused`()
        throws
    {
        var configuration = WebConfiguration()
        let unknown = try arrival(configuration, from: "127.0.0.1", forwarded)
        #expect(AddressKey.isLoopback(unknown.address))
        #expect(!unknown.isSecure)
        let isName = configuration.trust(proxy: "localhost")
        #expect(!isName)
        #expect(configuration.trustedProxies.isEmpty)
    }

    @Test func `a fault is named by its case, and a refusal by its key`() {
        let refusal = Refusal(.unavailable, "busy", ["value": "typed"])
        #expect(FaultName.of(refusal) == "Basics.Refusal.busy")
        #expect(FaultName.of(FileGone(path: "typed")) == "WebTests.FileGone")
    }
}

struct FileGone: Error {
    let path: String
}
