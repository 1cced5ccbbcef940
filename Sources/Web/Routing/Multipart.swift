/// Takes a multipart body apart while it arrives, in a window no larger than one delivery and one
/// boundary (RFC 2046 5.1, RFC 7578).
struct Multipart: Sendable {
    /// What the parser found.
    enum Event: Sendable, Equatable {
        case begin(PartHead)
        case bytes([UInt8])
        case end
    }

    /// The body is no multipart body, or too large in a part that must be small.
    enum Broken: Error { case malformed, headTooLarge }

    private enum Place { case preamble, afterBoundary, head, content, epilogue }

    private let delimiter: [UInt8]
    private var window: [UInt8]
    private var place = Place.preamble

    /// `nil` for a boundary that RFC 2046 does not allow.
    init?(boundary: String) {
        guard (1...70).contains(boundary.utf8.count), !boundary.hasSuffix(" "),
            boundary.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary may stand at the very beginning, without a line end before it.
        window = [13, 10]
    }

    /// True when the closing boundary has been read.
    var isComplete: Bool { place == .epilogue }

    /// Takes the next bytes; gives what they complete.
    mutating func feed(_ bytes: some Collection<UInt8>) throws(Broken) -> [Event] {
        guard place != .epilogue else { return [] }
        window.append(contentsOf: bytes)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    private mutating func step(_ events: inout [Event]) throws(Broken) -> Bool {
        switch place {
        case .preamble, .content: return takeContent(&events)
        case .afterBoundary: return try takeBoundaryEnd()
        case .head: return try takeHead(&events)
        case .epilogue:
            window = []
            return false
        }
    }

    /// Gives everything up to the next delimiter, or up to where one may begin.
    private mutating func takeContent(_ events: inout [Event]) -> Bool {
        let found = delimiterStart()
        let end = found.start
        if place == .content, end > 0 { events.append(.bytes(Array(window[..<end]))) }
        guard found.isWhole else {
            window.removeSubrange(..<end)
            return false
        }
        if place == .content { events.append(.end) }
        window.removeSubrange(..<(end + delimiter.count))
        place = .afterBoundary
        return true
    }

    /// The first place where the delimiter stands, or where its beginning ends the window.
    private func delimiterStart() -> (start: Int, isWhole: Bool) {
        var from = 0
        while let candidate = window[from...].firstIndex(of: 13) {
            let length = min(delimiter.count, window.count - candidate)
            if window[candidate..<(candidate + length)].elementsEqual(delimiter[..<length]) {
                return (candidate, length == delimiter.count)
            }
            from = candidate + 1
        }
        return (window.count, false)
    }

    /// `--` ends the body; else blanks and a line end lead to the head of a part.
    private mutating func takeBoundaryEnd() throws(Broken) -> Bool {
        guard window.count >= 2 else { return false }
        if window[0] == 45, window[1] == 45 {
            place = .epilogue
            window = []
            return false
        }
        let blanks = window.prefix { $0 == 32 || $0 == 9 }.count
        guard blanks <= 64 else { throw .malformed }
        guard window.count >= blanks + 2 else { return false }
        guard window[blanks] == 13, window[blanks + 1] == 10 else { throw .malformed }
        // The line end stays: with an empty head it is the first half of the blank line.
        window.removeSubrange(..<blanks)
        place = .head
        return true
    }

    private mutating func takeHead(_ events: inout [Event]) throws(Broken) -> Bool {
        guard let end = blankLine() else {
            guard window.count <= Limits.partHeaderBytes else { throw .headTooLarge }
            return false
        }
        guard end <= Limits.partHeaderBytes else { throw .headTooLarge }
        guard let head = PartHead(Array(window[..<end])) else { throw .malformed }
        window.removeSubrange(..<(end + 4))
        events.append(.begin(head))
        place = .content
        return true
    }

    private func blankLine() -> Int? {
        var from = 0
        while let candidate = window[from...].firstIndex(of: 13) {
            guard candidate + 3 < window.count else { return nil }
            if window[candidate + 1] == 10, window[candidate + 2] == 13, window[candidate + 3] == 10
            {
                return candidate
            }
            from = candidate + 1
        }
        return nil
    }
}
