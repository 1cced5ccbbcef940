import Basics
import Members
import PartSearch

/// What stands behind a line, and where that puts it among lines of one match class.
///
/// Evidence ≫ no phantom signal ≫ date code ≫ quantity ≫ freshness (design §4). Everything in the
/// number is a fact of the line, so that no passing of time makes an index be written anew.
struct LineEvidence {
    let evidence: Evidence
    let isConstantQuantity: Bool

    /// Tiers whose goods were seen in a warehouse; the badge counts for lines that name theirs,
    /// because in real shops it is carried by some lines and not by others (domain 3.2).
    private static let spotTiers: Set<String> = [
        "spot", "spot_original", "spot_brand", "spot_bcp",
    ]

    init(_ line: LineFacts, supplier: SupplierCompany, constant: ConstantQuantity?) {
        isConstantQuantity =
            constant.map { line.quantityKind == .exact && $0.value == line.pieces } ?? false
        if Self.spotTiers.contains(supplier.tier), line.namesWarehouse {
            evidence = .warehouse
        } else if supplier.tier != "listed" {
            evidence = .certified
        } else {
            evidence = line.confirmed > line.firstSeen ? .confirmed : .listed
        }
    }

    /// Higher is better: 2 bits evidence, 1 no phantom, 6 date code, 5 quantity, 14 day of
    /// confirmation since 2010, 4 spare.
    func rank(_ line: LineFacts) -> UInt32 {
        let newest = line.newestWeek == 0 ? nil : Week(code: line.newestWeek)
        let year = newest.map { min(max($0.year - 1990, 1), 63) } ?? 15
        let size = line.quantityKind == .unknown ? 0 : 32 - line.pieces.leadingZeroBitCount
        let day = max(0, line.confirmed.milliseconds / 86_400_000 - 14_610)
        var rank = UInt32(evidence.strength)
        rank = rank << 1 | (isConstantQuantity ? 0 : 1)
        rank = rank << 6 | UInt32(year)
        rank = rank << 5 | UInt32(min(size, 31))
        rank = rank << 14 | UInt32(min(day, 16_383))
        return rank << 4
    }

    /// The sentences that explain the place of the line; without a search there is no place to
    /// explain, and what backs the line is all that can be said.
    func reasons(
        _ line: StockLine, match: MatchClass?, constant: ConstantQuantity?, lines: Int, now: Instant
    ) -> [Reason] {
        guard let match else { return [Reason("evidence_" + evidence.rawValue)] }
        var reasons = [Reason("match_" + match.name), Reason("evidence_" + evidence.rawValue)]
        if isConstantQuantity, let constant, lines > 0 {
            let percent = Int(constant.lines) * 100 / lines
            reasons.append(
                Reason(
                    "constant_quantity",
                    ["value": String(constant.value), "percent": String(percent)]))
        }
        reasons.append(dateReason(line.draft.dateCode))
        switch line.draft.quantity.kind {
        case .exact: reasons.append(Reason("quantity_exact"))
        case .atLeast: reasons.append(Reason("quantity_at_least"))
        case .unknown: reasons.append(Reason("quantity_unknown"))
        }
        let days = max(0, now.days(since: line.confirmed))
        reasons.append(Reason("confirmed_days", ["days": String(days)]))
        return reasons
    }

    private func dateReason(_ code: DateCode) -> Reason {
        guard let newest = code.to ?? code.from else { return Reason("date_code_unknown") }
        let key =
            code.ambiguous ? "date_code_ambiguous" : code.open ? "date_code_open" : "date_code"
        return Reason(key, ["year": String(newest.year)])
    }
}
