/// Which names this site answers to. A `Host` that is not on the list never reaches a page, so no
/// link, cookie or redirect can be made with it.
package struct HostRule: Sendable {
    private let names: Set<String>

    /// Names or addresses without port, for instance `parts.example`; case does not matter.
    package init(_ names: [String]) { self.names = Set(names.map { $0.lowercased() }) }

    /// The names of this machine, for the demo.
    package static let loopback = HostRule(["localhost", "127.0.0.1", "[::1]"])

    func allows(_ host: Host) -> Bool { names.contains(host.name) }

    /// A valid `Host`: a name or an address, and perhaps a port (RFC 9110 7.2).
    struct Host: Hashable {
        /// In small letters.
        let name: String
        let port: Int?

        init?(_ text: String) {
            let bytes = Array(text.utf8)
            guard !bytes.isEmpty, bytes.count <= 260 else { return nil }
            let end: Int
            if bytes[0] == UInt8(ascii: "[") {
                guard let close = bytes.firstIndex(of: UInt8(ascii: "]")), close > 2,
                    bytes[1..<close].allSatisfy(Self.isAddressByte)
                else { return nil }
                end = close + 1
            } else {
                end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
                guard end > 0, bytes[..<end].allSatisfy(Self.isNameByte) else { return nil }
            }
            guard let port = Self.port(bytes[end...]) else { return nil }
            name = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
            self.port = port == 0 ? nil : port
        }

        /// 0 for none; `nil` for one that is broken.
        private static func port(_ rest: ArraySlice<UInt8>) -> Int? {
            guard let colon = rest.first else { return 0 }
            let digits = rest.dropFirst()
            guard colon == UInt8(ascii: ":"), (1...5).contains(digits.count),
                digits.allSatisfy({ $0 >= 48 && $0 <= 57 })
            else { return nil }
            let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
            return (1...65_535).contains(number) ? number : nil
        }

        private static func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }

        private static func isAddressByte(_ byte: UInt8) -> Bool {
            PercentCoding.hex(byte) != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
        }
    }
}
