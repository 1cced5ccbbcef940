import Basics
import Logging
import ServiceLifecycle
import Stock
import Web

/// Shows what was published but could not be shown at once, merges what small publications left in
/// the index, and saves it for the next start.
///
/// Apart from the other housekeeping, because at the size of the trade either takes seconds. At the
/// end nobody waits for one that is under way: the file is whole or was never there.
struct IndexKeeping: Service, CustomStringConvertible, CustomDebugStringConvertible {
    let network: Network

    /// The service group writes its services into log lines.
    var description: String { "index keeping" }
    var debugDescription: String { description }

    func run() async throws {
        while !Task.isShuttingDownGracefully {
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(60)) }
            } catch is CancellationError {
                return
            }
            // Whoever comes while one is still at it does nothing.
            Task { await keep() }
        }
    }

    private func keep() async {
        await attempt("catch up") {
            let count = try await network.stock.shelf.catchUp(network.database)
            if count > 0 { network.log.info("lists shown late", metadata: ["count": "\(count)"]) }
        }
        await attempt("index") {
            try await network.stock.shelf.tidy()
            try await save { try await $0.saveIfDue(network.clock.now()) }
        }
    }

    private func attempt(_ job: String, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            network.log.error(
                "job failed", metadata: ["job": "\(job)", "error": "\(FaultName.of(error))"])
        }
    }

    /// What a start would have to read anew, when that is much and saving is quick.
    func saveAtEnd() async {
        do {
            try await save { try await $0.saveAtEnd(network.clock.now()) }
        } catch {
            network.log.error(
                "index not saved", metadata: ["error": "\(FaultName.of(error))"])
        }
    }

    private func save(_ body: (StockShelf) async throws -> Int?) async throws {
        guard let bytes = try await body(network.stock.shelf) else { return }
        network.log.info("index saved", metadata: ["bytes": "\(bytes)"])
    }
}
