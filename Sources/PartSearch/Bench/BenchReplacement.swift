import Foundation
import Synchronization

/// Replaces one supplier's list while another thread goes on asking.
struct BenchReplacement {
    let engine: Engine
    let questions: [BenchQuestion]
    /// What the reader asks: some of everything.
    private static let mixed: Set<String> = [
        "exact", "prefix_rare", "infix_rare", "prefix_freq_brand", "infix_freq",
    ]

    /// What the reader's thread and the replacing one share.
    private final class Reader: Sendable {
        let engine: Engine
        let questions: [BenchQuestion]
        let stops = Atomic<Bool>(false)
        let times = Mutex<[(at: UInt64, milliseconds: Double)]>([])
        let finished = DispatchSemaphore(value: 0)

        init(_ engine: Engine, _ questions: [BenchQuestion]) {
            self.engine = engine
            self.questions = questions
        }

        func ask() {
            var own: [(at: UInt64, milliseconds: Double)] = []
            var index = 0
            while !stops.load(ordering: .relaxed), own.count < 4_000_000 {
                let start = BenchClock.now
                let snapshot = engine.snapshot()
                snapshot.scratches.with(names: snapshot.names, keys: snapshot.keys) { scratch in
                    _ = questions[index % questions.count].ask(snapshot, scratch)
                }
                own.append((start, BenchClock.milliseconds(start, BenchClock.now)))
                index += 1
            }
            times.withLock { $0 = own }
            finished.signal()
        }
    }

    /// Prints the seconds from parsed lines to visible ones, which go to the disk as `synced` at
    /// first, and the reader's p50 and p99 before, during and after.
    func run(_ path: String, synced: String) throws {
        let chosen = questions.filter { Self.mixed.contains($0.name) }
        let reader = Reader(engine, chosen.isEmpty ? questions : chosen)
        guard !reader.questions.isEmpty else { return }
        let list = try BenchList(path)
        Thread.detachNewThread { reader.ask() }
        Thread.sleep(forTimeInterval: 1)
        let computed = BenchClock.computed
        let start = BenchClock.now
        try list.sync(to: synced)
        let onDisk = BenchClock.now
        let lines = try BenchLines(list)
        let suppliers = lines.suppliers
        engine.publish(suppliers, lines.segment())
        let end = BenchClock.now
        let used = BenchClock.computed - computed
        Thread.sleep(forTimeInterval: 1)
        reader.stops.store(true, ordering: .relaxed)
        reader.finished.wait()
        print("replace_seconds\t\(BenchSearch.seconds(start, end))")
        print("replace_sync_seconds\t\(BenchSearch.seconds(start, onDisk))")
        print("replace_cpu_seconds\t\(BenchSearch.seconds(0, used))")
        report("before", reader) { $0 < start }
        report("during", reader) { $0 >= start && $0 < end }
        report("after", reader) { $0 >= end }
    }

    private func report(
        _ name: String, _ reader: Reader, _ during: (UInt64) -> Bool
    ) {
        let times = reader.times.withLock { $0 }.filter { during($0.at) }.map(\.milliseconds)
        let (p50, p99) = BenchSearch.percentiles(times)
        print("reader_\(name)_ms\t\(times.count)\tp50 \(p50)\tp99 \(p99)")
    }
}
