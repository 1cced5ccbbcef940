import Basics
import Foundation
import Storage
import Synchronization
import Vault
import Web

/// Keeps idempotency keys and answers for the web rooms in the database.
final class IdempotencyBridge: Web.IdempotencyStore {
    private let store: Storage.IdempotencyStore
    /// Claims of requests that this process is answering now.
    private let claims = Mutex<[Web.IdempotencyKey: Storage.IdempotencyStore.Claim]>([:])

    init(_ store: Storage.IdempotencyStore) { self.store = store }

    func claim(
        _ key: Web.IdempotencyKey, fingerprint: String, now: Instant
    ) async throws -> IdempotencyState {
        let stored = Storage.IdempotencyKey(actor: key.actor, route: key.route, key: key.key)
        guard let stored else {
            throw Refusal.field("Idempotency-Key", "field.too_long", ["most": "255"])
        }
        let hash = ContentHash(of: Array(fingerprint.utf8)).bytes
        switch try await store.begin(stored, bodyHash: hash) {
        case .new(let claim):
            claims.withLock { $0[key] = claim }
            return .new
        case .replay(let answer): return .answered(Self.answer(answer))
        case .running: return .running
        case .mismatch: return .mismatch
        }
    }

    func keep(_ key: Web.IdempotencyKey, _ answer: Web.StoredAnswer, now: Instant) async throws {
        guard let claim = take(key) else { return }
        let headers = try JSONEncoder().encode(answer.headers)
        try await store.finish(
            claim,
            Storage.StoredAnswer(
                status: answer.status, headers: String(decoding: headers, as: UTF8.self),
                body: answer.body))
    }

    func release(_ key: Web.IdempotencyKey) async throws {
        guard let claim = take(key) else { return }
        try await store.abandon(claim)
    }

    private func take(_ key: Web.IdempotencyKey) -> Storage.IdempotencyStore.Claim? {
        claims.withLock { $0.removeValue(forKey: key) }
    }

    private static func answer(_ stored: Storage.StoredAnswer) -> Web.StoredAnswer {
        let headers = try? JSONDecoder().decode(
            [String: String].self, from: Data(stored.headers.utf8))
        return Web.StoredAnswer(status: stored.status, headers: headers ?? [:], body: stored.body)
    }
}
