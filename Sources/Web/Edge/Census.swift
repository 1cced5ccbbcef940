import NIOConcurrencyHelpers
import NIOCore

/// Counts open connections, by address and in all, and makes room.
///
/// When an address (or the whole site) is full, the newcomer does not wait: the connection that
/// has been the idlest or the slowest is closed for it. So slow sockets never lock out good ones,
/// not even those that share their address (decision 0061).
final class Census: Sendable {
    private let limits: EdgeLimits
    private let book = NIOLockedValueBox(Book())

    init(limits: EdgeLimits) { self.limits = limits }

    /// The figures that `/metrics` shows.
    struct Figures: Sendable, Equatable {
        var open = 0
        var accepted = 0
        var refused = 0
        var evicted = 0
    }

    var figures: Figures { book.withLockedValue { $0.figures } }

    /// Lets a connection in, closing another one for it if need be; false when there is no room.
    func admit(_ standing: Standing) -> Bool {
        let (admitted, victim) = book.withLockedValue { $0.admit(standing, limits) }
        victim?.channel.letGo()
        return admitted
    }

    func leave(_ standing: Standing) {
        book.withLockedValue { $0.remove(standing) }
    }
}

/// How one connection stands: since when it has done nothing for its place.
final class Standing: Sendable {
    let channel: any Channel
    let address: AddressKey
    private let since: NIOLockedValueBox<NIODeadline?>

    init(channel: any Channel, address: AddressKey) {
        self.channel = channel
        self.address = address
        since = NIOLockedValueBox(.now())
    }

    /// Since when the connection has been idle or slow; `nil` while it is at work.
    var idleSince: NIODeadline? {
        get { since.withLockedValue { $0 } }
        set { since.withLockedValue { $0 = newValue } }
    }
}

private struct Book {
    var figures = Census.Figures()
    private var guests: [AddressKey: [ObjectIdentifier: Standing]] = [:]

    mutating func admit(_ new: Standing, _ limits: EdgeLimits) -> (Bool, Standing?) {
        var victim: Standing?
        if guests[new.address, default: [:]].count >= limits.connectionsPerAddress {
            victim = idlest(guests[new.address, default: [:]].values)
            guard victim != nil else { return refuse() }
        } else if figures.open >= limits.connections {
            victim = idlest(guests.values.lazy.flatMap(\.values))
            guard victim != nil else { return refuse() }
        }
        if let victim {
            remove(victim)
            figures.evicted += 1
        }
        guests[new.address, default: [:]][ObjectIdentifier(new)] = new
        figures.open += 1
        figures.accepted += 1
        return (true, victim)
    }

    mutating func remove(_ standing: Standing) {
        guard guests[standing.address]?.removeValue(forKey: ObjectIdentifier(standing)) != nil
        else { return }
        figures.open -= 1
        if guests[standing.address]?.isEmpty == true { guests[standing.address] = nil }
    }

    private mutating func refuse() -> (Bool, Standing?) {
        figures.refused += 1
        return (false, nil)
    }

    private func idlest(_ standings: some Sequence<Standing>) -> Standing? {
        var best: (standing: Standing, since: NIODeadline)?
        for standing in standings {
            guard let since = standing.idleSince else { continue }
            if let known = best, known.since <= since { continue }
            best = (standing, since)
        }
        return best?.standing
    }
}
