import Testing

@Suite struct ImportTests {
    static let map = Manifest(
        """
        let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
        let nio: [Target.Dependency] = [
            .product(name: "NIOCore", package: "swift-nio"),
        ]

        let rooms: [Target] = [
            // MARK: level 0
            room("Basics", "words that every room speaks"),

            // MARK: level 1
            room("Storage", "databases (with a comma, and a bracket)",
                enters: ["Basics"], vendors: [grdb, "CZip"]),
            room("Stock", "", enters: [
                "Basics", "Storage",
            ], vendors: [grdb] + nio),
        ]
        """)

    private func file(_ text: String, at path: String = "Sources/Storage/A.swift") -> SwiftFile {
        SwiftFile(path: path, text: text)
    }

    @Test func `every import of every room is on the map`() {
        let found = House.sources.flatMap {
            ImportLaw.trespasses(in: $0, by: House.manifest)
        }
        expectNone(found)
        #expect(House.sources.count > 50)
    }

    @Test func `every import of every test is on the map`() {
        let found = House.tests.flatMap { ImportLaw.trespasses(in: $0, by: House.manifest) }
        expectNone(found)
    }

    @Test func `rooms enter lower rooms only`() {
        let found = ImportLaw.trespasses(in: House.manifest)
        expectNone(found)
        #expect(House.manifest.rooms.count >= 14)
    }

    @Test func `every vendor has its home in a room`() {
        let found = ImportLaw.homeless(in: House.manifest)
        expectNone(found)
    }

    @Test func `every room says what it is for`() {
        for room in House.manifest.rooms {
            #expect(room.purpose.count >= 8, "\(room.name) in Package.swift has no purpose")
        }
    }

    @Test func `every room has a folder and every folder a room`() {
        let folders = Set(House.sources.map(\.room))
        let rooms = Set(House.manifest.rooms.map(\.name))
        #expect(folders == rooms)
    }

    @Test func `the map of a manifest is read as it is written`() throws {
        #expect(Self.map.rooms.map(\.name) == ["Basics", "Storage", "Stock"])
        let storage = try #require(Self.map.room("Storage"))
        #expect(storage.purpose == "databases (with a comma, and a bracket)")
        #expect(storage.enters == ["Basics"])
        #expect(storage.vendors == ["GRDB", "CZip"])
        #expect(storage.level == 1)
        #expect(Self.map.room("Stock")?.vendors == ["GRDB", "NIOCore"])
    }

    @Test func `an import that the map does not know is found`() {
        let text = "import Basics\npackage import Stock\nimport struct Foundation.Date\n// import X"
        let found = ImportLaw.trespasses(in: file(text), by: Self.map)
        #expect(
            found.map(\.description) == [
                "Sources/Storage/A.swift:2: Storage may not enter Stock"
            ])
    }

    @Test func `an unnamed vendor and a vendor away from home are found`() {
        let found = ImportLaw.trespasses(in: file("import Crypto\nimport GRDB"), by: Self.map)
        #expect(
            found.map(\.what) == [
                "Storage does not name vendor Crypto", "GRDB has its home in another room",
            ])
    }

    @Test func `a room that enters its own level is found`() {
        let found = ImportLaw.trespasses(in: Self.map)
        #expect(found.map(\.what) == ["Stock (level 1) enters Storage (level 1)"])
    }
}
