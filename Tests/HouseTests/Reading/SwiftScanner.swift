/// Separates Swift code from its comments and literals, byte by byte, keeping every line break.
struct SwiftScanner {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private(set) var code: [UInt8] = []
    private(set) var literals: [SwiftFile.Literal] = []
    /// The last byte of code that was no blank; tells a regex literal from a division.
    private var last: UInt8 = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        code.reserveCapacity(bytes.count)
    }

    private func peek(_ offset: Int = 0) -> UInt8 {
        at + offset < bytes.count ? bytes[at + offset] : 0
    }

    private func starts(_ word: String) -> Bool {
        bytes[at...].starts(with: word.utf8)
    }

    /// Takes one byte; `shown` = it is code, else a blank stands in its place.
    private mutating func take(shown: Bool) {
        let byte = bytes[at]
        at += 1
        if byte == UInt8(ascii: "\n") {
            line += 1
            code.append(byte)
        } else {
            code.append(shown ? byte : UInt8(ascii: " "))
            if shown, byte != UInt8(ascii: " ") { last = byte }
        }
    }

    private mutating func skip(_ count: Int) {
        for _ in 0..<count where at < bytes.count { take(shown: false) }
    }

    /// Scans code up to the end, or past the closing parenthesis of an interpolation.
    mutating func scanCode(until closing: UInt8?) {
        var depth = 0
        while at < bytes.count {
            switch peek() {
            case UInt8(ascii: "/") where starts("//"): scanLineComment()
            case UInt8(ascii: "/") where starts("/*"): scanBlockComment()
            case UInt8(ascii: "/") where opensRegex(): scanRegex()
            case UInt8(ascii: "\""): scanString(hashes: 0)
            case UInt8(ascii: "#") where opensRawString(): scanString(hashes: hashes())
            case UInt8(ascii: "`"): scanBackticks()
            case UInt8(ascii: ")") where closing != nil && depth == 0:
                skip(1)
                return
            default:
                if peek() == UInt8(ascii: "(") { depth += 1 }
                if peek() == UInt8(ascii: ")") { depth -= 1 }
                take(shown: true)
            }
        }
    }

    private mutating func scanLineComment() {
        while at < bytes.count, peek() != UInt8(ascii: "\n") { skip(1) }
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                skip(2)
            } else if starts("*/") {
                depth -= 1
                skip(2)
            } else {
                skip(1)
            }
        } while depth > 0 && at < bytes.count
    }

    /// A name in backticks may hold any words; they become one plain name.
    private mutating func scanBackticks() {
        skip(1)
        while at < bytes.count, peek() != UInt8(ascii: "`"), peek() != UInt8(ascii: "\n") {
            at += 1
            code.append(UInt8(ascii: "_"))
        }
        skip(1)
    }

    private func hashes() -> Int {
        var count = 0
        while peek(count) == UInt8(ascii: "#") { count += 1 }
        return count
    }

    private func opensRawString() -> Bool { peek(hashes()) == UInt8(ascii: "\"") }

    private func opensRegex() -> Bool {
        guard "(,=:[{&|?".utf8.contains(last), peek(1) != UInt8(ascii: " ") else { return false }
        var offset = 1
        while peek(offset) != 0, peek(offset) != UInt8(ascii: "\n") {
            if peek(offset) == UInt8(ascii: "\\") {
                offset += 1
            } else if peek(offset) == UInt8(ascii: "/") {
                return true
            }
            offset += 1
        }
        return false
    }

    private mutating func scanRegex() {
        skip(1)
        while at < bytes.count, peek() != UInt8(ascii: "/") {
            skip(peek() == UInt8(ascii: "\\") ? 2 : 1)
        }
        skip(1)
        last = UInt8(ascii: "x")
    }

    private mutating func scanString(hashes: Int) {
        let first = line
        skip(hashes)
        let quotes = starts("\"\"\"") ? 3 : 1
        let end = String(repeating: "\"", count: quotes) + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        var text: [UInt8] = []
        for _ in 0..<quotes { take(shown: true) }
        while at < bytes.count, !starts(end) {
            if starts(escape + "(") {
                skip(escape.utf8.count + 1)
                scanCode(until: UInt8(ascii: ")"))
                text.append(UInt8(ascii: "?"))
            } else if starts(escape) {
                skip(escape.utf8.count)
                text.append(UInt8(ascii: "\\"))
                if at < bytes.count {
                    text.append(peek())
                    skip(1)
                }
            } else {
                text.append(peek())
                skip(1)
            }
        }
        for _ in 0..<quotes where at < bytes.count { take(shown: true) }
        skip(hashes)
        literals.append(.init(line: first, text: String(decoding: text, as: UTF8.self)))
    }
}
