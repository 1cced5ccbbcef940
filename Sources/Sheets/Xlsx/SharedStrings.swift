/// The strings that the cells of a workbook refer to by number, in one arena.
final class SharedStrings: XMLSink {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private let limits: SheetLimits
    private var isText = false
    private var phonetic = 0
    private var itemStart = 0

    init(limits: SheetLimits) { self.limits = limits }

    var count: Int { ends.count }

    /// The place of a string in `bytes`.
    func range(_ index: Int) -> Range<Int>? {
        guard index >= 0, index < ends.count else { return nil }
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name.isLetter(UInt8(ascii: "t")) {
            isText = phonetic == 0
        } else if name == "si" {
            itemStart = bytes.count
        } else if name == "rPh" {
            // How a Japanese word is read aloud; not part of the text.
            phonetic += 1
        }
    }

    override func end(_ name: XMLName) {
        if name.isLetter(UInt8(ascii: "t")) {
            isText = false
        } else if name == "si" {
            CellEscapes.undo(&bytes, from: itemStart)
            ends.append(bytes.count)
            if ends.count > limits.cells { stop(SheetRefusal(.tooLarge)) }
        } else if name == "rPh" {
            phonetic -= 1
        }
    }

    override func text(_ text: Span<UInt8>) {
        guard isText else { return }
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        if bytes.count > limits.arenaBytes { stop(SheetRefusal(.tooLarge)) }
        if bytes.count - itemStart > 4 * limits.cellCharacters + 64 {
            stop(SheetRefusal(.cellTooLong, ["limit": String(limits.cellCharacters)]))
        }
    }
}

/// `_x000D_` in the text of an XLSX cell stands for the character U+000D.
enum CellEscapes {
    /// Undoes the escapes in `bytes` from `start` on.
    static func undo(_ bytes: inout [UInt8], from start: Int) {
        var place = start
        while place + 7 <= bytes.count {
            if bytes[place] == UInt8(ascii: "_"), let scalar = escaped(bytes.span, place) {
                bytes.replaceSubrange(place..<(place + 7), with: Array(String(scalar).utf8))
            }
            place += 1
        }
    }

    private static func escaped(_ text: Span<UInt8>, _ place: Int) -> Character? {
        guard text[place + 1] == UInt8(ascii: "x"), text[place + 6] == UInt8(ascii: "_"),
            let value = UInt32(text.string((place + 2)..<(place + 6)), radix: 16), value != 0,
            let scalar = Unicode.Scalar(value)
        else { return nil }
        return Character(scalar)
    }
}
