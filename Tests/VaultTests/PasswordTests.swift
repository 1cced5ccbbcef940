import Basics
import Testing
import Vault

@Suite struct PasswordTests {
    private let cheap = HashCost(memoryKiB: 64, passes: 1)

    @Test func `the live cost is 46 MiB, one pass, one lane`() async throws {
        let hash = try await PasswordHasher().hash("correct horse battery staple")
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=47104,t=1,p=1$"))
        #expect(hash.cost == .member)
        #expect(try await PasswordHasher().verify("correct horse battery staple", against: hash))
    }

    /// Made with the reference program of Argon2:
    /// `echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 -e`
    @Test func `a hash of the reference program is understood`() async throws {
        let hash = PasswordHash(
            text: "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
        let hasher = PasswordHasher(cost: cheap)
        #expect(try await hasher.verify("password", against: hash))
        #expect(try await hasher.verify("Password", against: hash) == false)
        #expect(hasher.isOutdated(hash))
    }

    @Test func `a password fits its own hash alone, and two hashes of one differ`() async throws {
        let hasher = PasswordHasher(cost: cheap)
        let first = try await hasher.hash("12345678")
        let second = try await hasher.hash("12345678")
        #expect(first != second)
        #expect(try await hasher.verify("12345678", against: first))
        #expect(try await hasher.verify("12345679", against: first) == false)
        #expect(try await hasher.verify("", against: first) == false)
        #expect(!hasher.isOutdated(first))
    }

    @Test func `one password typed on two keyboards is one password`() async throws {
        let hasher = PasswordHasher(cost: cheap)
        let hash = try await hasher.hash("Cafe\u{301}\u{FF11}")
        #expect(try await hasher.verify("Caf\u{E9}1", against: hash))
    }

    @Test func `nobody's password is never right`() async throws {
        let hasher = PasswordHasher(cost: cheap)
        #expect(try await hasher.verify("12345678", against: nil) == false)
    }

    @Test func `1,024 bytes are taken and one more is not`() async throws {
        let hasher = PasswordHasher(cost: cheap)
        let long = String(repeating: "x", count: 1_024)
        let hash = try await hasher.hash(long)
        #expect(try await hasher.verify(long, against: hash))
        await #expect(throws: Refusal(.invalid, "password_too_long", ["limit": "256"])) {
            try await hasher.hash(long + "x")
        }
        #expect(try await hasher.verify(long + "x", against: hash) == false)
    }

    @Test(arguments: [
        "", "plain", "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAA",
        "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$AAAA",
    ])
    func `a stored hash that is none, or asks for too much memory, is a fault`(
        text: String
    ) async throws {
        await #expect(throws: VaultFault.badHash) {
            try await PasswordHasher(cost: cheap).verify("x", against: PasswordHash(text: text))
        }
    }
}
