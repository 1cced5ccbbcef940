import NIOCore
import Testing

@testable import Web

@Suite struct `What the edge reads` {
    @Test(
        arguments: [
            ("localhost", "localhost", nil), ("LocalHost:8080", "localhost", 8080),
            ("[::1]:80", "[::1]", 80), ("127.0.0.1", "127.0.0.1", nil),
        ] as [(String, String, Int?)])
    func `a host has a name and perhaps a port`(_ text: String, _ name: String, _ port: Int?) {
        #expect(HostRule.Host(text)?.name == name)
        #expect(HostRule.Host(text)?.port == port)
    }

    @Test(arguments: ["", ":80", "a b", "a@b", "a/b", "[::1", "a:0", "a:99999", "a:8a", "a,b", "é"])
    func `a host that is none is refused`(_ text: String) {
        #expect(HostRule.Host(text) == nil)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8::1", "2001:db8:0:0::/64"), ("::1", "0:0:0:0::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"), ("fe80::1:2:3:4", "fe80:0:0:0::/64"),
    ])
    func `an address counts as what one visitor can have`(
        _ text: String, _ key: String
    ) throws {
        #expect(AddressKey(try SocketAddress(ipAddress: text, port: 1)).description == key)
    }

    @Test func `only the time in which we wait counts against a visitor`() {
        var patience = Patience(
            grace: .seconds(5), stall: .seconds(10), total: .seconds(60), bytesPerSecond: 1024)
        let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
        patience.wait(from: start)
        #expect(!patience.isOver(start + .seconds(5)))
        #expect(patience.isOver(start + .milliseconds(5001)))
        patience.progress(2048, at: start + .seconds(4))
        // The program was busy for a minute; nobody waited.
        patience.wait(from: start + .seconds(64))
        #expect(!patience.isOver(start + .seconds(67)))
        #expect(patience.isOver(start + .milliseconds(67_001)))
    }
}
