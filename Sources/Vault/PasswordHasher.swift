import Basics
import Dispatch
import Foundation

/// Hashes and checks passwords, no more at once than there are cores.
///
/// Sign-in is the cheapest way to stop a small machine: two cores do 16 hashes a second
/// (reliability finding 15). So at most `cores` run, 50 wait, nobody longer than 2 s; the rest get
/// `Refusal.unavailable`. The work runs on threads of its own, never on those that serve requests.
package struct PasswordHasher: Sendable {
    private let admission: Admission
    private let cost: HashCost
    private let queue = DispatchQueue(label: "password hashes", attributes: .concurrent)

    package init(
        cores: Int = ProcessInfo.processInfo.activeProcessorCount, cost: HashCost = .member
    ) {
        admission = Admission(limit: cores, queue: Limits.waitingHashes)
        self.cost = cost
    }

    /// A new hash. Throws `Refusal(.invalid, "password_too_long")`.
    package func hash(_ password: String) async throws -> PasswordHash {
        let bytes = try Self.bytes(of: password)
        return try await run { [cost] in try PasswordHash(of: bytes, cost) }
    }

    /// Whether the password is the one. With `nil` (no such account) it does the same work and says
    /// no, so that the time tells nobody which accounts there are (reliability T5).
    package func verify(_ password: String, against hash: PasswordHash?) async throws -> Bool {
        guard let bytes = try? Self.bytes(of: password) else { return false }
        return try await run { [cost] in
            guard let hash else {
                _ = try PasswordHash(of: bytes, cost)
                return false
            }
            return try hash.matches(bytes)
        }
    }

    /// Whether a stored hash was made at another cost than today's and should be made anew.
    package func isOutdated(_ hash: PasswordHash) -> Bool { hash.cost != cost }

    /// One password typed on two keyboards is one password: NFKC, as NIST SP 800-63B says.
    private static func bytes(of password: String) throws -> [UInt8] {
        guard password.utf8.count <= Limits.passwordBytes else {
            throw Refusal(.invalid, "password_too_long", ["limit": "256"])
        }
        return Array(password.precomposedStringWithCompatibilityMapping.utf8)
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await admission.run {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { continuation.resume(with: Result { try work() }) }
            }
        }
    }
}
