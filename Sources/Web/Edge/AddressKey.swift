import NIOCore

/// An IPv4 address, or the first 64 bits of an IPv6 address: what one visitor can have.
struct AddressKey: Hashable, Sendable, CustomStringConvertible {
    let description: String

    init(_ address: SocketAddress?) {
        guard let text = address?.ipAddress else {
            description = "local"
            return
        }
        description = text.contains(":") ? Self.network(text) : text
    }

    /// True for an address, as a key writes it, that only this machine can have.
    static func isLoopback(_ key: String) -> Bool {
        key.hasPrefix("127.") || key == "local" || key == loopback6
    }

    /// The network of `::1` counts as one machine.
    private static let loopback6 = "0:0:0:0::/64"

    /// `2001:db8:0:1::/64` of an IPv6 address in the system's spelling; the IPv4 address of a
    /// mapped one.
    private static func network(_ text: String) -> String {
        let address = text.prefix { $0 != "%" }
        if let last = address.split(separator: ":").last, last.contains(".") { return String(last) }
        let halves = address.split(separator: ":", omittingEmptySubsequences: false)
        let gap = halves.indices.first { halves[$0].isEmpty }
        let front = halves[..<(gap ?? halves.count)].prefix(4).map(String.init)
        let back = gap.map { halves[$0...].filter { !$0.isEmpty }.map(String.init) } ?? []
        let zeros = max(0, 8 - front.count - back.count)
        let groups = front + (gap == nil ? [] : Array(repeating: "0", count: zeros) + back)
        return groups.prefix(4).joined(separator: ":") + "::/64"
    }
}
