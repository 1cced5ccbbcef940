/// Numbers for the names that the index filters and counts by; number 0 is "none given", number 1
/// stands for every name that has none of its own.
///
/// Names are only ever added, so a number keeps its meaning in every older snapshot. One word of
/// the index holds the number; the table itself costs the text and about 60 bytes a name. What
/// anybody may write into a list must not fill it for everybody else: once it is full, for names
/// longer than ``StockLimits/nameBytes``, and beyond ``StockLimits/namesAdded`` of one list, a name
/// shares number 1. Its lines are found and shown as they are, and filtered by as "other names".
struct NameTable: Sendable {
    /// The number of names without one of their own.
    static let others: UInt32 = 1

    private(set) var names: [String] = ["", ""]
    private var numbers: [String: UInt32] = ["": 0]
    private let limit: Int

    init(limit: Int = StockLimits.indexedNames) { self.limit = max(2, limit) }

    /// The table whose ``names`` were these.
    init(_ names: [String], limit: Int = StockLimits.indexedNames) {
        self.init(limit: limit)
        self.names = names
        for (number, name) in names.enumerated() where number > Self.others {
            numbers[name.uppercased()] = UInt32(number)
        }
    }

    /// The number of `name`, made when it is new and `mayAdd`. Case is not told apart, the first
    /// spelling stays.
    mutating func number(_ name: String, mayAdd: Bool = true) -> UInt32 {
        let folded = name.uppercased()
        if let known = numbers[folded] { return known }
        guard mayAdd, names.count < limit, name.utf8.count <= StockLimits.nameBytes,
            !SearchRequest.reserved.contains(name)
        else { return Self.others }
        let number = UInt32(names.count)
        names.append(name)
        numbers[folded] = number
        return number
    }

    /// The number of a name; `nil` when it has none of its own.
    func find(_ name: String) -> UInt32? { numbers[name.uppercased()] }

    func name(_ number: UInt32) -> String {
        Int(number) < names.count ? names[Int(number)] : ""
    }
}

/// Looks up the names of one list, each place of its table of texts once.
struct ListNames {
    private var numbers: [UInt32: UInt32] = [:]
    private let first: Int

    /// `table` is the one that the list's names go into.
    init(_ table: NameTable) { first = table.names.count }

    /// The number of the name at `place`.
    mutating func number(
        _ place: UInt32, in table: inout NameTable, _ name: @autoclosure () -> String
    ) -> UInt32 {
        if let known = numbers[place] { return known }
        let isWithin = table.names.count - first < StockLimits.namesAdded
        let number = table.number(name(), mayAdd: isWithin)
        numbers[place] = number
        return number
    }
}
