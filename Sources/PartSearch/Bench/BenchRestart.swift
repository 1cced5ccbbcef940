import Foundation

/// Merges what is published, saves it, and begins again with the file, as a restart does.
struct BenchRestart {
    /// The bytes of a mapped file, which stay while this is held.
    private final class Mapped: Sendable {
        let data: Data

        init(_ path: String) throws {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        }
    }

    /// Prints the seconds of each step; gives an engine that answers from the file.
    static func run(_ engine: Engine, file path: String) throws -> Engine {
        let start = BenchClock.now
        let computed = BenchClock.computed
        engine.merge()
        let merged = BenchClock.now
        print("merge_seconds\t\(BenchSearch.seconds(start, merged))")
        print("merge_cpu_seconds\t\(BenchSearch.seconds(computed, BenchClock.computed))")
        try save(engine.snapshot(), path)
        let saved = BenchClock.now
        print("save_seconds\t\(BenchSearch.seconds(merged, saved))")
        let file = try Mapped(path)
        let restarted = Engine()
        try unsafe file.data.withUnsafeBytes { bytes in
            restarted.restore(try unsafe SavedIndex(bytes, keptBy: file))
        }
        print("open_seconds\t\(BenchSearch.seconds(saved, BenchClock.now))")
        return restarted
    }

    private static func save(_ snapshot: Snapshot, _ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw BenchFault(description: "\(path) cannot be written")
        }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try SaveIndex(snapshot, notes: []).write { try file.write(contentsOf: $0) }
        try file.synchronize()
        try file.close()
    }
}
