import Basics
import GRDB
import Storage
import Synchronization

/// One write that waits for the writing connection.
struct WriteJob: Sendable {
    enum Step {
        /// The body ran; the caller is told once its changes are durable.
        case done(answer: @Sendable () -> Void)
        case failed(any Error)
    }

    let perform: @Sendable (any Writer) -> Step
    let fail: @Sendable (any Error) -> Void
}

/// The writes that wait, and the commits that several of them share.
///
/// A commit costs an `fsync`; while one is on its way, further writes gather here and go into the
/// next commit together, each behind a savepoint of its own, so that one that fails takes nothing
/// of the others with it (reliability D1). Nobody is answered before the shared commit is durable.
final class WriteQueue: Sendable {
    private let connections: any DatabaseWriter
    private let failStop: FailStop
    private let waiting = Mutex<[WriteJob]>([])

    init(connections: any DatabaseWriter, failStop: FailStop) {
        self.connections = connections
        self.failStop = failStop
    }

    func add(_ job: WriteJob) {
        let isFull = waiting.withLock { jobs in
            if jobs.count >= Limits.waitingWrites { return true }
            jobs.append(job)
            return false
        }
        guard !isFull else {
            return job.fail(Refusal(.unavailable, "busy", retryAfter: 2))
        }
        // GRDB's own queue of the writing connection; a turn that finds nothing left ends at once.
        connections.asyncWriteWithoutTransaction { self.commitWaiting($0) }
    }

    private func take() -> [WriteJob] {
        waiting.withLock { jobs in
            let batch = Array(jobs.prefix(Limits.writesPerCommit))
            jobs.removeFirst(batch.count)
            return batch
        }
    }

    private func commitWaiting(_ database: GRDB.Database) {
        let batch = take()
        guard !batch.isEmpty else { return }
        do {
            try translating(failStop) { try database.beginTransaction(.immediate) }
        } catch {
            for job in batch { job.fail(error) }
            return
        }
        var kept: [(job: WriteJob, answer: @Sendable () -> Void)] = []
        for (place, job) in batch.enumerated() {
            do {
                kept.append((job, try run(job, on: database)))
            } catch {
                job.fail(error)
                // A full disk or a failed read makes SQLite itself roll everything back.
                guard database.isInsideTransaction else {
                    for (job, _) in kept { job.fail(error) }
                    for job in batch[(place + 1)...] { job.fail(error) }
                    return
                }
            }
        }
        commit(kept, on: database)
    }

    /// Gives what answers the caller; throws after undoing what the job did.
    private func run(_ job: WriteJob, on database: GRDB.Database) throws -> @Sendable () -> Void {
        try translating(failStop) { try database.execute(sql: "SAVEPOINT one_write") }
        let connection = SQLiteConnection(database, failStop)
        var step = job.perform(connection)
        // A body that swallowed a fault is treated as on PostgreSQL: nothing of it is kept.
        if case .done = step, let fault = connection.fault { step = .failed(fault) }
        switch step {
        case .done(let answer):
            try translating(failStop) { try database.execute(sql: "RELEASE one_write") }
            return answer
        case .failed(let error):
            guard database.isInsideTransaction else { throw error }
            try translating(failStop) {
                try database.execute(sql: "ROLLBACK TO one_write")
                try database.execute(sql: "RELEASE one_write")
            }
            throw error
        }
    }

    private func commit(
        _ kept: [(job: WriteJob, answer: @Sendable () -> Void)], on database: GRDB.Database
    ) {
        do {
            try translating(failStop) {
                if kept.isEmpty { try database.rollback() } else { try database.commit() }
            }
            for (_, answer) in kept { answer() }
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            for (job, _) in kept { job.fail(error) }
        }
    }
}
