import Basics
import Members
import Storage
import TestWorld
import Testing
import Vault

@Suite struct SignInTests {
    private let clock = MovableClock()
    private let hasher = PasswordHasher(cost: HashCost(memoryKiB: 64, passes: 1))
    private let ids = CountingIDs()

    private func house(_ engine: TestEngine) async throws -> (Database, SupplierCompany) {
        let database = try await engine.database(MembersMigrations.all)
        let company = try await RegisterSupplier(database: database, clock: clock, ids: ids)(
            name: "华强 电子", nameEn: "Huaqiang", city: "深圳", cityEn: "Shenzhen", tier: "spot",
            badges: ["entity", "licence"])
        let account = CreateDemoAccount(
            database: database, hasher: hasher, clock: clock, ids: ids)
        try await account(username: "huaqiang", password: "correct horse", supplier: company.id)
        return (database, company)
    }

    @Test(arguments: TestEngines.all)
    func `the right password opens a session that knows the company`(
        _ engine: TestEngine
    ) async throws {
        let (database, company) = try await house(engine)
        let signIn = SignIn(database: database, hasher: hasher, clock: clock)
        let (token, session) = try await signIn(username: "huaqiang", password: "correct horse")
        #expect(session.account.supplier == company)
        #expect(session.expires == clock.now().adding(days: 30))
        let found = try await FindSession(database: database)(token, now: clock.now())
        #expect(found == session)
        #expect(try await FindSession(database: database)(Token(), now: clock.now()) == nil)
    }

    @Test(arguments: TestEngines.all)
    func `an unknown name and a wrong password are told apart by nobody`(
        _ engine: TestEngine
    ) async throws {
        let (database, _) = try await house(engine)
        let signIn = SignIn(database: database, hasher: hasher, clock: clock)
        let refusal = Refusal(.needsSignIn, "sign_in_wrong")
        for (username, password) in [
            ("huaqiang", "correct horsE"), ("nobody", "correct horse"), ("", ""),
            ("huaqiang' OR '1'='1", "x"), ("Huaqiang", "correct horse"),
        ] {
            await #expect(throws: refusal) {
                try await signIn(username: username, password: password)
            }
        }
    }

    @Test(arguments: TestEngines.all)
    func `the database keeps the hash of a token and never the token`(
        _ engine: TestEngine
    ) async throws {
        let (database, _) = try await house(engine)
        let signIn = SignIn(database: database, hasher: hasher, clock: clock)
        let (token, _) = try await signIn(username: "huaqiang", password: "correct horse")
        let stored = try await database.read {
            try $0.rows("SELECT token_hash FROM members_sessions")
                .map { try $0.bytes("token_hash") }
        }
        #expect(stored == [token.hash.bytes])
        #expect(stored != [Array(token.text.utf8)])
    }

    @Test(arguments: TestEngines.all)
    func `a session ends after twelve idle hours and lives on when used`(
        _ engine: TestEngine
    ) async throws {
        let (database, _) = try await house(engine)
        let find = FindSession(database: database)
        let signIn = SignIn(database: database, hasher: hasher, clock: clock)
        let (token, _) = try await signIn(username: "huaqiang", password: "correct horse")
        clock.advance(seconds: 12 * 3600 - 1)
        #expect(try await find(token, now: clock.now()) != nil)
        clock.advance(seconds: 12 * 3600 - 1)
        #expect(try await find(token, now: clock.now()) != nil)
        clock.advance(seconds: 12 * 3600)
        #expect(try await find(token, now: clock.now()) == nil)
    }

    @Test(arguments: TestEngines.all)
    func `a session ends after thirty days however often it is used`(
        _ engine: TestEngine
    ) async throws {
        let (database, _) = try await house(engine)
        let find = FindSession(database: database)
        let signIn = SignIn(database: database, hasher: hasher, clock: clock)
        let (token, _) = try await signIn(username: "huaqiang", password: "correct horse")
        for _ in 0..<59 {
            clock.advance(seconds: 12 * 3600 - 1)
            #expect(try await find(token, now: clock.now()) != nil)
        }
        clock.advance(seconds: 12 * 3600 + 59)
        #expect(try await find(token, now: clock.now()) == nil)
        #expect(try await SweepSessions(database: database)(now: clock.now()) == 1)
    }

    @Test(arguments: TestEngines.all)
    func `signing out ends that session and no other`(_ engine: TestEngine) async throws {
        let (database, _) = try await house(engine)
        let signIn = SignIn(database: database, hasher: hasher, clock: clock)
        let (one, _) = try await signIn(username: "huaqiang", password: "correct horse")
        let (two, _) = try await signIn(username: "huaqiang", password: "correct horse")
        try await SignOut(database: database)(one)
        try await SignOut(database: database)(one)
        let find = FindSession(database: database)
        #expect(try await find(one, now: clock.now()) == nil)
        #expect(try await find(two, now: clock.now()) != nil)
    }

    @Test func `a hash of yesterday's cost is made anew at sign-in`() async throws {
        let (database, _) = try await house(.sqlite)
        let dearer = PasswordHasher(cost: HashCost(memoryKiB: 128, passes: 1))
        let signIn = SignIn(database: database, hasher: dearer, clock: clock)
        _ = try await signIn(username: "huaqiang", password: "correct horse")
        let stored = try await database.read {
            try $0.row("SELECT password_hash FROM members_accounts")?.text("password_hash")
        }
        #expect(stored?.contains("$m=128,t=1,p=1$") == true)
        _ = try await signIn(username: "huaqiang", password: "correct horse")
    }
}
