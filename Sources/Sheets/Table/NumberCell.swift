/// A number as its format makes it look: a date, a number, or one with leading zeros.
struct NumberCell {
    let kind: CellKind
    let text: [UInt8]

    init(_ digits: [UInt8], value: Double, format: NumberFormat, is1904: Bool) {
        switch format {
        case .plain: (kind, text) = (.number, digits)
        case .date:
            if let date = DateSerial.iso(value, is1904: is1904) {
                (kind, text) = (.date, Array(date.utf8))
            } else {
                (kind, text) = (.number, digits)
            }
        case .zeros(let width):
            let isWhole = digits.allSatisfy { $0 &- 0x30 < 10 }
            let padding = isWhole ? max(0, width - digits.count) : 0
            (kind, text) = (.number, [UInt8](repeating: 0x30, count: padding) + digits)
        }
    }
}
