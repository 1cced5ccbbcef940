import CArgon2
import Foundation

/// How much work a password hash costs (reliability D7, decision 0033).
package struct HashCost: Sendable, Hashable {
    package let memoryKiB: UInt32
    package let passes: UInt32

    package init(memoryKiB: UInt32, passes: UInt32) {
        self.memoryKiB = memoryKiB
        self.passes = passes
    }

    /// 46 MiB and one pass: OWASP's floor, 124 ms measured on the machine of the demo.
    package static let member = HashCost(memoryKiB: 47_104, passes: 1)
}

/// A password as it is stored: Argon2id in the PHC string form, salt and cost included.
package struct PasswordHash: Sendable, Hashable {
    /// `$argon2id$v=19$m=47104,t=1,p=1$…$…`.
    package let text: String

    /// Takes a string from the database.
    package init(text: String) { self.text = text }

    private static let saltBytes = 16
    private static let hashBytes = 32

    /// Hashes with a new salt; blocks for the whole time, so only ``PasswordHasher`` calls it.
    init(of password: [UInt8], _ cost: HashCost) throws {
        var generator = SystemRandomNumberGenerator()
        let salt: [UInt8] = (0..<Self.saltBytes).map { _ in generator.next() }
        let length = argon2_encodedlen(
            cost.passes, cost.memoryKiB, 1, UInt32(salt.count), UInt32(Self.hashBytes), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let code = unsafe argon2id_hash_encoded(
            cost.passes, cost.memoryKiB, 1, password, password.count, salt, salt.count,
            Self.hashBytes, &encoded, encoded.count)
        guard code == ARGON2_OK.rawValue else { throw VaultFault.argon2(code) }
        text = String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    }

    /// Whether this is the hash of the password; blocks as long as hashing does.
    func matches(_ password: [UInt8]) throws -> Bool {
        guard let cost, cost.memoryKiB <= Limits.hashMemoryKiB else { throw VaultFault.badHash }
        let code = unsafe argon2id_verify(text, password, password.count)
        switch code {
        case ARGON2_OK.rawValue: return true
        case ARGON2_VERIFY_MISMATCH.rawValue: return false
        default: throw VaultFault.argon2(code)
        }
    }

    /// What the hash cost to make; `nil` when it is no Argon2id string. A cheaper one than today's
    /// is made anew at the next sign-in.
    package var cost: HashCost? {
        let parts = text.split(separator: "$")
        guard parts.count == 5, parts[0] == "argon2id", parts[1] == "v=19" else { return nil }
        let numbers = parts[2].split(separator: ",")
        guard numbers.count == 3, numbers[0].hasPrefix("m="), numbers[1].hasPrefix("t="),
            let memory = UInt32(numbers[0].dropFirst(2)),
            let passes = UInt32(numbers[1].dropFirst(2))
        else { return nil }
        return HashCost(memoryKiB: memory, passes: passes)
    }
}

/// What can go wrong with cryptography.
package enum VaultFault: Error, Sendable, Hashable {
    /// Argon2 gave this code, for instance -22 when there is no memory.
    case argon2(Int32)
    /// A stored password hash cannot be read.
    case badHash
}
