/// A number as somebody wrote it, and how sure it is what his commas and points mean.
struct WrittenNumber: Hashable, Sendable {
    /// What a separator followed by exactly three digits stands for, where nothing else tells.
    enum Style: Sendable {
        /// `,` groups thousands; `.` cannot be told.
        case unknown
        /// `1.000` is a thousand: another cell of the column proves it.
        case pointGroups
        /// `1.000` is one.
        case pointDecimals
    }

    /// Whole units and millionths of one, the latter rounded half to even.
    let whole: Int64
    let millionths: Int64
    /// The other reading in whole units, when `1.000` or `1,234` can be read in two ways.
    let grouped: Int64?
    /// The last separator between its digits; 0 = there is none.
    let separator: UInt8
    /// The byte after the number.
    let end: Int

    /// Both parts in millionths; `nil` when that does not fit.
    var inMillionths: Int64? {
        let (product, overflow) = whole.multipliedReportingOverflow(by: 1_000_000)
        let (sum, carry) = product.addingReportingOverflow(millionths)
        return overflow || carry ? nil : sum
    }

    /// Reads the digits that begin at `start`; `nil` when none does or the number is monstrous.
    /// A space groups thousands only between three digits each.
    init?(_ bytes: [UInt8], at start: Int, style: Style = .unknown, spaces: Bool = true) {
        guard let runs = DigitRuns(bytes, at: start, spaces: spaces) else { return nil }
        var decimals = ArraySlice<UInt8>()
        var integer: [UInt8] = []
        var grouped: Int64?
        switch runs.meaning(style) {
        case .integer: integer = runs.allDigits
        case .decimal:
            integer = runs.digits(before: runs.runs.count - 1)
            decimals = bytes[runs.runs[runs.runs.count - 1]]
        case .either:
            integer = runs.digits(before: runs.runs.count - 1)
            decimals = bytes[runs.runs[runs.runs.count - 1]]
            grouped = Self.integer(runs.allDigits)
        case .nonsense: return nil
        }
        guard var whole = Self.integer(integer) else { return nil }
        var millionths = Self.millionths(decimals)
        var end = runs.end
        if let (power, after) = Self.exponent(bytes, at: end) {
            guard let scaled = Self.scale(whole, millionths, power) else { return nil }
            (whole, millionths) = scaled
            end = after
        }
        if millionths == 1_000_000 { (whole, millionths) = (whole + 1, 0) }
        self.whole = whole
        self.millionths = millionths
        self.grouped = grouped
        separator = runs.separators.last ?? 0
        self.end = end
    }

    private static func integer(_ digits: [UInt8]) -> Int64? {
        var value: Int64 = 0
        guard digits.count <= 40 else { return nil }
        for digit in digits {
            guard value < 100_000_000_000_000_000 else { return nil }
            value = value * 10 + Int64(digit - 48)
        }
        return value
    }

    private static func millionths(_ digits: ArraySlice<UInt8>) -> Int64 {
        var value: Int64 = 0
        for place in 0..<6 {
            let index = digits.startIndex + place
            value = value * 10 + (index < digits.endIndex ? Int64(digits[index] - 48) : 0)
        }
        let rest = digits.dropFirst(6)
        guard let next = rest.first else { return value }
        let isHalf = next == 53 && rest.dropFirst().allSatisfy { $0 == 48 }
        return next > 53 || (next == 53 && (!isHalf || value % 2 == 1)) ? value + 1 : value
    }

    /// `E+05`; only powers that a spreadsheet writes for numbers of a list.
    private static func exponent(_ bytes: [UInt8], at start: Int) -> (Int, Int)? {
        guard start + 2 <= bytes.count, bytes[start] == 69 else { return nil }
        var place = start + 1
        let isNegative = bytes[place] == 45
        if bytes[place] == 43 || isNegative { place += 1 }
        let first = place
        var power = 0
        while place < bytes.count, isDigit(bytes[place]), place - first < 3 {
            power = power * 10 + Int(bytes[place] - 48)
            place += 1
        }
        return place == first ? nil : (isNegative ? -power : power, place)
    }

    private static func scale(_ whole: Int64, _ millionths: Int64, _ power: Int) -> (Int64, Int64)?
    {
        guard abs(power) <= 18, whole < 1_000_000_000_000 else { return nil }
        var value = whole * 1_000_000 + millionths
        for _ in 0..<abs(power) {
            if power < 0 {
                value /= 10
            } else {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                if overflow { return nil }
                value = product
            }
        }
        return (value / 1_000_000, value % 1_000_000)
    }
}
