/// Reads one quantity cell (domain 3.3.7): a number, "at least", or "he has some".
///
/// A zero stays a zero: he lists the part and has none. It is published, with a warning, and never
/// counts as stock; refusing it would hide from buyers who used to carry the part (decision 0050).
struct QuantityReading: Hashable, Sendable {
    let quantity: Quantity
    /// The row cannot be published.
    var error: RowErrorCode?
    var warning: ListWarningCode?
    /// Fills the places of the error's or the warning's sentence.
    var detail: [String: String] = [:]

    /// Takes the cell as written and what the column's other cells say of its points.
    init(_ raw: String, kind: CellMark = .text, style: WrittenNumber.Style = .unknown) {
        if let plain = Self.plain(raw) {
            self = QuantityReading(.exact, plain, raw)
            return
        }
        let style = kind == .number ? WrittenNumber.Style.pointDecimals : style
        var scan = QuantityScan(Folded(raw), style: style)
        self = Self.reading(scan.read(), raw)
    }

    private init(_ kind: Quantity.Kind, _ value: UInt32, _ raw: String) {
        quantity = Quantity(kind: kind, value: value, raw: raw)
    }

    private init(_ raw: String, error: RowErrorCode, _ detail: [String: String] = [:]) {
        self.init(.unknown, 0, raw)
        self.error = error
        self.detail = detail.merging(["value": raw]) { a, _ in a }
    }

    private init(_ raw: String, unknown warning: ListWarningCode?) {
        self.init(.unknown, 0, raw)
        self.warning = warning
        if warning != nil { detail = ["value": raw] }
    }

    /// The common case: one to nine digits, not zero.
    private static func plain(_ raw: String) -> UInt32? {
        var value: UInt32 = 0
        guard (1...9).contains(raw.utf8.count) else { return nil }
        for byte in raw.utf8 {
            guard isDigit(byte) else { return nil }
            value = value * 10 + UInt32(byte - 48)
        }
        return value == 0 || value > 100_000_000 ? nil : value
    }

    private static func reading(_ result: QuantityScan.Result, _ raw: String) -> QuantityReading {
        switch result {
        case .unknown: QuantityReading(raw, unknown: nil)
        case .negative(let isCode):
            QuantityReading(raw, unknown: isCode ? nil : .quantityNegative)
        case .containers: QuantityReading(raw, unknown: .quantityUnit)
        case .unreadable: QuantityReading(raw, error: .quantityUnreadable)
        case .fraction: QuantityReading(raw, error: .quantityFraction)
        case .tooLarge:
            QuantityReading(raw, error: .quantityTooLarge, ["limit": String(UInt32.max)])
        case .ambiguous(let low, let high): ambiguous(low, high, raw)
        case .number(let value, let isAtLeast): number(value, isAtLeast, raw)
        }
    }

    private static func number(_ value: Int64, _ isAtLeast: Bool, _ raw: String) -> QuantityReading
    {
        guard let pieces = UInt32(exactly: value) else { return reading(.tooLarge, raw) }
        var reading = QuantityReading(isAtLeast && pieces > 0 ? .atLeast : .exact, pieces, raw)
        if pieces == 0 { reading.warning = .quantityZero }
        if pieces > ReadingLimits().hugeQuantity {
            reading.warning = .quantityHuge
            reading.detail["limit"] = String(ReadingLimits().hugeQuantity)
        }
        if reading.warning != nil { reading.detail["value"] = raw }
        return reading
    }

    /// Of two readings the smaller is true either way.
    private static func ambiguous(_ low: Int64, _ high: Int64, _ raw: String) -> QuantityReading {
        guard let pieces = UInt32(exactly: low) else { return reading(.tooLarge, raw) }
        var reading = QuantityReading(.atLeast, pieces, raw)
        reading.warning = .quantityAmbiguous
        reading.detail = ["value": raw, "low": String(low), "high": String(high)]
        return reading
    }
}
