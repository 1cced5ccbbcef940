import Basics
import Members

/// Which number of 16 bits the index knows each supplier by. A number that nobody uses any more is
/// given again; who comes when all are in use is refused, and nobody's number ever means two.
///
/// A supplier uses his number while he shows a list, and while a publication of his is under way.
struct SupplierNumbers {
    private struct Holder {
        let number: UInt16
        var uses: Int
    }

    /// How many suppliers can have one at a time; the greatest number of 16 bits means nobody.
    let limit: Int
    private var holders: [ID<SupplierCompany>: Holder] = [:]
    /// Numbers that were given back.
    private var free: [UInt16] = []
    /// Numbers from here on were never given.
    private var unused: UInt16 = 0

    init(limit: Int) { self.limit = min(limit, StockLimits.suppliers) }

    /// The supplier's number, for one use more. Refuses with `too_many_suppliers`.
    mutating func take(_ supplier: ID<SupplierCompany>) throws(Refusal) -> UInt16 {
        if let holder = holders[supplier] {
            holders[supplier]?.uses += 1
            return holder.number
        }
        guard holders.count < limit else { throw .tooManySuppliers(limit) }
        let number = free.popLast() ?? unused
        if number == unused { unused += 1 }
        holders[supplier] = Holder(number: number, uses: 1)
        return number
    }

    /// Ends one use.
    mutating func drop(_ supplier: ID<SupplierCompany>) {
        guard let holder = holders[supplier] else { return }
        guard holder.uses == 1 else {
            holders[supplier]?.uses -= 1
            return
        }
        holders[supplier] = nil
        free.append(holder.number)
    }

    /// Begins with the numbers that an index file has given, one use each.
    init(_ given: [UInt16: ID<SupplierCompany>], limit: Int) {
        self.init(limit: limit)
        for (number, supplier) in given { holders[supplier] = Holder(number: number, uses: 1) }
        unused = given.keys.max().map { $0 + 1 } ?? 0
        free = (0..<unused).reversed().filter { given[$0] == nil }
    }
}

extension Refusal {
    static func tooManySuppliers(_ limit: Int) -> Refusal {
        Refusal(.unavailable, "too_many_suppliers", ["count": String(limit)], retryAfter: 3600)
    }
}
