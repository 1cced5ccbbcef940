import Testing

@testable import App

@Suite struct ConfigurationTests {
    private func make(
        data: String? = nil, database: String? = nil, demo: Bool = false,
        _ environment: [String: String] = [:]
    ) throws -> Configuration {
        try Configuration(
            data: data, database: database, demo: demo, environment: environment,
            executable: "/bin/cic")
    }

    @Test func `a flag wins over the environment, which wins over the default`() throws {
        #expect(try make().data == "var/cic")
        #expect(try make(demo: true).data == "var/demo")
        #expect(try make(["CIC_DATA": "/srv/a"]).data == "/srv/a")
        #expect(try make(data: "/srv/b", ["CIC_DATA": "/srv/a"]).data == "/srv/b")
        #expect(try make(["CIC_PORT": "9000"]).port == 9000)
        let named = try make(["CIC_SITE_NAMES": "Parts.example, b"])
        #expect(named.siteNames == ["parts.example", "b"])
    }

    @Test func `what is set to nothing is not set`() throws {
        let empty = try make([
            "CIC_DATA": "", "CIC_DATABASE": "", "CIC_HOST": "", "CIC_PORT": "",
            "CIC_SITE_NAMES": " , ", "CIC_TRUSTED_PROXIES": "",
        ])
        #expect(try empty == make())
        #expect(empty.filesFolder == "var/cic/files")
    }

    @Test func `proxies are named by their addresses`() throws {
        let proxies = try make(["CIC_TRUSTED_PROXIES": "127.0.0.1, ::1"]).trustedProxies
        #expect(proxies == ["127.0.0.1", "::1"])
    }

    @Test(arguments: ["-1", "65536", "http", " "])
    func `a port that is none is refused with the mend`(port: String) {
        let fault = #expect(throws: ConfigurationFault.self) { try make(["CIC_PORT": port]) }
        #expect(fault?.setting == "CIC_PORT")
        #expect(fault?.mend == "0 to 65535")
    }

    @Test func `a database that is no PostgreSQL is refused without repeating its URL`() {
        let fault = #expect(throws: ConfigurationFault.self) {
            try make(database: "mysql://user:secret@host/db")
        }
        #expect(fault?.description.contains("secret") == false)
    }

    @Test func `what is shown holds no secret`() throws {
        let shown = try make(database: "postgres://user:secret@host/db").shown
        #expect(!shown.contains { $0.1.contains("secret") })
        #expect(shown.contains { $0 == ("database", "postgresql") })
    }
}
