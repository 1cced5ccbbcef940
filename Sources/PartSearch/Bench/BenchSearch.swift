import Basics
import Foundation

/// `cic bench search`: builds the engine from a lines file, answers a queries file and times it.
///
/// Formats in `docs/contract.md`. Answers before the replacement go to `out`; with a replacement
/// the answers after it go to `out` with `.replaced` behind its name, and those of a merged, saved
/// and mapped index to `.merged`.
package struct BenchSearch {
    private let lines: String
    private let queries: String
    private let out: String
    private let repeats: Int
    private let replace: String?

    /// Takes paths; `repeats` is how often each query is timed.
    package init(
        lines: String, queries: String, out: String, repeats: Int = 5, replace: String? = nil
    ) {
        self.lines = lines
        self.queries = queries
        self.out = out
        self.repeats = max(1, repeats)
        self.replace = replace
    }

    /// Prints the closing figures; throws what is wrong with a file.
    package func run() throws {
        let questions = try BenchQuestion.read(queries)
        let engine = Engine()
        try load(engine)
        try answer(questions, engine.snapshot(), to: out)
        guard let replace else { return }
        try BenchReplacement(engine: engine, questions: questions)
            .run(replace, synced: out + ".list")
        try answer(questions, engine.snapshot(), to: out + ".replaced")
        let restarted = try BenchRestart.run(engine, file: out + ".index")
        try answer(questions, restarted.snapshot(), to: out + ".merged")
        try FileManager.default.removeItem(atPath: out + ".index")
    }

    private func load(_ engine: Engine) throws {
        let before = ProcessMemory.resident
        let start = BenchClock.now
        let list = try BenchLines(lines)
        let read = BenchClock.now
        let suppliers = list.suppliers
        engine.publish(suppliers, list.segment())
        let built = BenchClock.now
        let snapshot = engine.snapshot()
        let resident = ProcessMemory.resident - before
        print("lines\t\(snapshot.lineCount)")
        print("keys\t\(snapshot.keyCount)")
        print("read_seconds\t\(Self.seconds(start, read))")
        print("build_seconds\t\(Self.seconds(read, built))")
        let count = max(1, snapshot.lineCount)
        print("index_bytes_per_line\t\(Self.tenths(Double(snapshot.byteCount) / Double(count)))")
        print("resident_bytes_per_line\t\(Self.tenths(Double(resident) / Double(count)))")
    }

    private func answer(_ questions: [BenchQuestion], _ snapshot: Snapshot, to path: String) throws
    {
        let scratch = Scratch(names: snapshot.names, keys: snapshot.keys)
        var text = ""
        var best: [String: [Double]] = [:]
        for question in questions {
            var times: [Double] = []
            var answer: (total: Int, ids: [UInt32]) = (0, [])
            for _ in 0..<repeats {
                let start = BenchClock.now
                let walk = question.ask(snapshot, scratch)
                times.append(BenchClock.milliseconds(start, BenchClock.now))
                answer = (walk.total, walk.ids)
            }
            times.sort()
            best[question.name, default: []].append(times[0])
            let figures = [times[0], times[repeats / 2], times[repeats - 1]].map(Self.figure)
            let ids = answer.ids.map(String.init).joined(separator: ",")
            text +=
                ([question.id, question.name, PartKey.string(question.loose), question.brand]
                + ["\(answer.total)"] + figures + [ids]).joined(separator: "\t") + "\n"
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        for (name, times) in best.sorted(by: { $0.key < $1.key }) {
            let (p50, p99) = Self.percentiles(times)
            print("ms\t\(name)\t\(times.count)\tp50 \(p50)\tp99 \(p99)")
        }
    }

    static func percentiles(_ times: [Double]) -> (p50: String, p99: String) {
        let sorted = times.sorted()
        guard let last = sorted.last else { return ("-", "-") }
        let p99 = sorted.count * 99 / 100 < sorted.count ? sorted[sorted.count * 99 / 100] : last
        return (figure(sorted[sorted.count / 2]), figure(p99))
    }

    static func seconds(_ start: UInt64, _ end: UInt64) -> String {
        figure(BenchClock.milliseconds(start, end) / 1e3)
    }

    private static func figure(_ value: Double) -> String { String(format: "%.5f", value) }

    private static func tenths(_ value: Double) -> String { String(format: "%.1f", value) }
}
