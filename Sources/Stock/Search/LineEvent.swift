package import Basics
package import Members

/// Something that happened to a line on sale: it was first seen, it changed, it was confirmed.
package struct LineEvent: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case firstSeen = "first_seen"
        case changed, confirmed
    }

    package let kind: Kind
    package let at: Instant
    package let line: String
    package let mpn: String
    package let supplier: SupplierCompany
}

extension LineEvent {
    /// The events of these lines, the latest first, at most ``StockLimits/events``. What happened
    /// to a line in one and the same publication is one event, the most telling of them.
    static func history(of lines: [FoundLine]) -> [LineEvent] {
        let events = lines.flatMap { found in
            kinds(found.line).map { kind, at in
                LineEvent(
                    kind: kind, at: at, line: found.line.id, mpn: found.line.draft.mpn,
                    supplier: found.supplier)
            }
        }
        return Array(events.sorted(by: isLater).prefix(StockLimits.events))
    }

    private static func kinds(_ line: StockLine) -> [(Kind, Instant)] {
        var kinds = [(Kind.firstSeen, line.firstSeen)]
        if line.changed > line.firstSeen { kinds.append((.changed, line.changed)) }
        if line.confirmed > line.changed { kinds.append((.confirmed, line.confirmed)) }
        return kinds
    }

    private static func isLater(_ one: LineEvent, _ other: LineEvent) -> Bool {
        (other.at.milliseconds, one.supplier.id.value, one.line)
            < (one.at.milliseconds, other.supplier.id.value, other.line)
    }
}
