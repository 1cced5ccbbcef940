/// Keeps a sweeper off the files that are being stored at this moment, between their bytes and the
/// row that refers to them.
///
/// Files are named by their content, so the same key can be swept and stored again at one time.
final class FileKeeping: Sendable {
    private let turns = Turns()

    /// Runs `body` while nobody sweeps `key`.
    func hold<T: Sendable>(
        _ key: String, _ body: @Sendable () async throws -> T
    ) async throws -> T {
        await turns.begin(key)
        do {
            let value = try await body()
            await turns.end(key)
            return value
        } catch {
            await turns.end(key)
            throw error
        }
    }

    /// One holder of a key at a time; others wait in the order in which they came.
    private actor Turns {
        private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

        func begin(_ key: String) async {
            guard waiting[key] != nil else {
                waiting[key] = []
                return
            }
            await withCheckedContinuation { waiting[key, default: []].append($0) }
        }

        func end(_ key: String) {
            guard var queue = waiting[key], !queue.isEmpty else {
                waiting[key] = nil
                return
            }
            let next = queue.removeFirst()
            waiting[key] = queue
            next.resume()
        }
    }
}
