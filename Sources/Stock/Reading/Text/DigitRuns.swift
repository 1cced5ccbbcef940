/// The runs of digits of one number and the separators between them, before they mean anything.
struct DigitRuns {
    enum Meaning { case integer, decimal, either, nonsense }

    private let bytes: [UInt8]
    /// Places of the digit runs; an empty first one stands for `.5`.
    private(set) var runs: [Range<Int>] = []
    private(set) var separators: [UInt8] = []
    private(set) var end: Int

    /// `spaces`: whether `10 000` is one number.
    init?(_ bytes: [UInt8], at start: Int, spaces: Bool = true) {
        self.bytes = bytes
        end = start
        var place = start
        if place + 1 < bytes.count, bytes[place] == 46, isDigit(bytes[place + 1]) {
            runs.append(place..<place)
        } else {
            guard let run = Self.run(bytes, place) else { return nil }
            runs.append(run)
            place = run.upperBound
        }
        while place < bytes.count, Self.isSeparator(bytes[place]),
            let run = Self.run(bytes, place + 1)
        {
            if bytes[place] == 0x20 || bytes[place] == 39 {
                guard spaces, run.count == 3, runs[0].count <= 3,
                    separators.allSatisfy({ $0 == bytes[place] })
                else { break }
            }
            separators.append(bytes[place])
            runs.append(run)
            place = run.upperBound
        }
        end = place
    }

    var allDigits: [UInt8] { digits(before: runs.count) }

    func digits(before run: Int) -> [UInt8] { runs[..<run].flatMap { bytes[$0] } }

    /// What the separators say together.
    func meaning(_ style: WrittenNumber.Style) -> Meaning {
        guard let last = separators.last else { return .integer }
        if Set(separators).count > 1 {
            return separators.dropLast().contains(last) ? .nonsense : .decimal
        }
        if separators.count > 1 { return groupsOfThree || isIndian ? .integer : .nonsense }
        if last == 0x20 || last == 39 { return .integer }
        let isGroup = runs[1].count == 3 && (1...3).contains(runs[0].count)
        guard isGroup, bytes[runs[0].lowerBound] != 48 else { return .decimal }
        switch style {
        case .pointGroups where last == 46: return .integer
        case .pointDecimals where last == 46: return .decimal
        default: return .either
        }
    }

    private var groupsOfThree: Bool {
        (1...3).contains(runs[0].count) && runs.dropFirst().allSatisfy { $0.count == 3 }
    }

    /// `1,00,000`.
    private var isIndian: Bool {
        separators[0] == 44 && runs[runs.count - 1].count == 3
            && runs[1..<runs.count - 1].allSatisfy { $0.count == 2 } && runs[0].count <= 2
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 46 || byte == 44 || byte == 0x20 || byte == 39
    }

    private static func run(_ bytes: [UInt8], _ start: Int) -> Range<Int>? {
        var end = start
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        return end > start ? start..<end : nil
    }
}
