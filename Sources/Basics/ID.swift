/// The name of one thing of kind `T`: a short opaque string that never changes and is safe in a
/// URL.
package struct ID<T>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// At most 64 characters of `A–Z a–z 0–9 _ -`.
    package let value: String

    /// Takes a string that is already an id, for instance from a column of the database.
    package init(_ value: String) { self.value = value }

    /// Takes a string from outside; `nil` when it cannot be an id.
    package init?(checking value: String) {
        guard !value.isEmpty, value.utf8.count <= 64, value.utf8.allSatisfy(isIDByte) else {
            return nil
        }
        self.value = value
    }

    package var description: String { value }

    package static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

private func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
    default: false
    }
}

/// Makes new ids. The live source is random; tests use one that counts.
package protocol IDSource: Sendable {
    /// A new id that begins with `prefix` and an underscore, for instance `list_7f3k…`.
    func next<T>(_ prefix: String) -> ID<T>
}

/// 100 random bits in Crockford's base 32, so that ids cannot be guessed and read aloud well.
package struct RandomIDs: IDSource {
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".unicodeScalars)

    package init() {}

    package func next<T>(_ prefix: String) -> ID<T> {
        var text = prefix + "_"
        for _ in 0..<20 {
            text.unicodeScalars.append(Self.letters[Int.random(in: 0..<32)])
        }
        return ID(text)
    }
}
