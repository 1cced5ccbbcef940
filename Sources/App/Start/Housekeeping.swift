import Basics
import Logging
import Members
import Risk
import ServiceLifecycle
import Stock
import Storage
import Web

/// What runs beside the server, now and then: sharing of counts, expiry of sessions and of
/// idempotency keys, removal of files that nothing refers to.
struct Housekeeping: Service, CustomStringConvertible, CustomDebugStringConvertible {
    let network: Network
    let limiter: Limiter
    let reading: ReadingDesk

    /// The service group writes its services into log lines; without this it would spell out the
    /// whole catalogue, which takes ten seconds.
    var description: String { "housekeeping" }
    var debugDescription: String { description }

    func run() async throws {
        var second = 0
        while !Task.isShuttingDownGracefully {
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }
            } catch is CancellationError {
                return
            }
            second += 1
            await attempt("share limits") { _ = try await limiter.share() }
            if second % 60 == 0 {
                // A list whose reading met a fault gets another try.
                await attempt("read waiting lists") { try await reading.resume() }
            }
            if second % 600 == 0 { await expire() }
            if second % 3600 == 60 { await sweepFiles() }
        }
    }

    private func sweepFiles() async {
        await attempt("sweep files") {
            let count = try await SweepFiles(network.stock)()
            guard !count.isEmpty else { return }
            network.log.info(
                "files swept",
                metadata: [
                    "segments": "\(count.segments)", "uploads": "\(count.uploads)",
                    "reports": "\(count.reports)", "waiting": "\(count.waiting)",
                    "discarded": "\(count.discarded)", "forgotten": "\(count.forgotten)",
                    "edits": "\(count.edits)", "struck": "\(count.struck)",
                ])
        }
    }

    private func expire() async {
        await attempt("sweep sessions") {
            _ = try await SweepSessions(database: network.database)(now: network.clock.now())
        }
        await attempt("sweep limits") { _ = try await limiter.sweep() }
        await attempt("expire idempotency keys") {
            _ = try await IdempotencyStore(
                network.database, clock: network.clock, ids: network.ids
            ).expire()
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
}
