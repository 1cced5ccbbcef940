/// Numbers for the names that the index filters and counts by; number 0 is "none given".
///
/// Names are only ever added, so a number keeps its meaning in every older snapshot. One word of
/// the index holds the number; the table itself costs the text and about 60 bytes a name.
struct NameTable: Sendable {
    private(set) var names: [String] = [""]
    private var numbers: [String: UInt32] = ["": 0]

    init() {}

    /// The table whose ``names`` were these.
    init(_ names: [String]) {
        self.names = names
        for (number, name) in names.enumerated() {
            numbers[name.uppercased()] = UInt32(number)
        }
    }

    /// The number of `name`, made when it is new. Case is not told apart, the first spelling stays.
    mutating func number(_ name: String) -> UInt32 {
        let folded = name.uppercased()
        if let known = numbers[folded] { return known }
        let number = UInt32(names.count)
        names.append(name)
        numbers[folded] = number
        return number
    }

    func find(_ name: String) -> UInt32? { numbers[name.uppercased()] }

    func name(_ number: UInt32) -> String {
        Int(number) < names.count ? names[Int(number)] : ""
    }
}
