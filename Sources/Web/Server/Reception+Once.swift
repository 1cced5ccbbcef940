import Basics
import Foundation
import HTTPTypes
import NIOPosix
import Vault

/// Does what a visitor asks only once, when he gives it a key (reliability D6).
extension Reception {
    func once(
        _ visit: Visit, _ bound: RouteTable.Bound, _ trail: Trail
    ) async throws -> Composed {
        guard let chosen = visit.idempotencyKey else {
            return try composer.compose(try await bound.handle(visit), trail.occasion)
        }
        let actor = visit.member.map { "account:\($0.accountID)" } ?? "address:\(visit.address)"
        let key = IdempotencyKey(actor: actor, route: visit.route.name, key: chosen)
        let print = try await fingerprint(visit)
        switch try await services.idempotency.claim(key, fingerprint: print, now: visit.now) {
        case .running: throw Refusal(.conflict, "idempotency.running", retryAfter: 1)
        case .mismatch: throw Refusal(.invalid, "idempotency.mismatch")
        case .answered(let stored): return try replay(stored, trail)
        case .new: break
        }
        do {
            let composed = try composer.compose(try await bound.handle(visit), trail.occasion)
            try await keep(composed, key, visit)
            return composed
        } catch {
            // Nothing has happened, or nobody knows: another try must be possible. A claim that
            // cannot be given back ends by itself, and must not hide what went wrong.
            try? await services.idempotency.release(key)
            throw error
        }
    }

    private func keep(_ composed: Composed, _ key: IdempotencyKey, _ visit: Visit) async throws {
        guard case .bytes(let bytes) = composed.body, bytes.count <= Limits.replayBytes,
            composed.status.code < 500
        else { return try await services.idempotency.release(key) }
        var headers: [String: String] = [:]
        headers["content-type"] = composed.headers[.contentType]
        headers["location"] = composed.headers[.location]
        let answer = StoredAnswer(status: composed.status.code, headers: headers, body: bytes)
        try await services.idempotency.keep(key, answer, now: visit.now)
    }

    private func replay(_ stored: StoredAnswer, _ trail: Trail) throws -> Composed {
        var answer = Answer(
            .bytes(stored.body, type: stored.headers["content-type"] ?? "application/json"),
            status: .init(code: stored.status))
        answer.headers[.location] = stored.headers["location"]
        answer.headers[.replayed] = "true"
        var composed = try composer.compose(answer, trail.occasion)
        if stored.body.isEmpty { composed.headers[.contentType] = nil }
        return composed
    }

    /// A hash of everything that the visitor sent, but of the tokens that change with each form.
    private func fingerprint(_ visit: Visit) async throws -> String {
        var hash = ContentHash.Streaming()
        hash.update(Array("\(visit.method.rawValue) \(visit.path)\n".utf8))
        for pair in visit.query.pairs + visit.form.pairs
        where pair.name != "form_token" && pair.name != "idempotency_key" {
            hash.update(Array("\(pair.name.formEncoded)=\(pair.value.formEncoded)\n".utf8))
        }
        hash.update(visit.json ?? [])
        for file in visit.files {
            hash.update(Array("\(file.field.formEncoded)=\(file.name.formEncoded)\n".utf8))
            let content = try await NIOThreadPool.singleton.runIfActive {
                try Self.contentHash(file.path)
            }
            hash.update(Array(content.utf8))
        }
        return hash.finish().hex
    }

    private static func contentHash(_ path: String) throws -> String {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        var hash = ContentHash.Streaming()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(piece)
        }
        return hash.finish().hex
    }
}
