package import Basics
package import Members

/// Publishes lists in the background, so that a form is answered at once and its page can be left.
package actor PublishingDesk {
    private let desk: StockDesk
    /// Told of every fault.
    private let report: @Sendable (ID<StockList>, any Error) -> Void
    private var waiting: Set<ID<StockList>> = []
    private var failures: [ID<StockList>: Refusal] = [:]

    package init(
        _ desk: StockDesk, report: @escaping @Sendable (ID<StockList>, any Error) -> Void
    ) {
        self.desk = desk
        self.report = report
    }

    /// Begins the publication; a second call while it runs does nothing.
    package func submit(_ id: ID<StockList>, supplier: ID<SupplierCompany>, actor: String) {
        guard waiting.insert(id).inserted else { return }
        failures[id] = nil
        Task { await self.publish(id, supplier, actor) }
    }

    package func isWaiting(_ id: ID<StockList>) -> Bool { waiting.contains(id) }

    /// Why the last publication of the list was refused.
    package func failure(_ id: ID<StockList>) -> Refusal? { failures[id] }

    /// The list is read anew: what was refused before says nothing of it any more.
    package func forget(_ id: ID<StockList>) { failures[id] = nil }

    /// Lets the index merge what small publications left; nobody waits for it.
    package func tidy() {
        Task.detached(priority: .background) { [desk] in try? await desk.shelf.tidy() }
    }

    private func publish(
        _ id: ID<StockList>, _ supplier: ID<SupplierCompany>, _ actor: String
    ) async {
        defer { waiting.remove(id) }
        do {
            _ = try await PublishList(desk)(id, supplier: supplier, actor: actor)
            tidy()
        } catch let refusal as Refusal {
            if failures.count >= StockLimits.history { failures.removeAll() }
            failures[id] = refusal
        } catch {
            report(id, error)
            failures[id] = Refusal(.unavailable, "fault")
        }
    }
}
