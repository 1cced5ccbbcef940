import Testing

@Suite struct NameTests {
    private func file(_ text: String, _ name: String = "A") -> SwiftFile {
        SwiftFile(path: "Sources/Basics/\(name).swift", text: text)
    }

    @Test func `no name says Manager, Helper, Util or Impl`() {
        let found = (House.sources + House.tests).flatMap(NameLaw.bannedNames)
        expectNone(found)
    }

    @Test func `every file of a room opens with a sentence`() {
        let found = House.sources.flatMap(NameLaw.silentOpening)
        expectNone(found)
    }

    @Test(arguments: ["struct StockManager {}", "func cellUtil() {}", "enum HTTPImpl {}"])
    func `a banned name is found`(text: String) {
        #expect(NameLaw.bannedNames(in: file("\n" + text)).map(\.line) == [2])
    }

    @Test(arguments: ["struct Utilisation {}", "func implied() {}", "// Manager", "let a = Helper"])
    func `a name that only resembles a banned one is left alone`(text: String) {
        #expect(NameLaw.bannedNames(in: file(text)).isEmpty)
    }

    @Test func `a banned file name is found`() {
        #expect(NameLaw.bannedNames(in: file("", "StringHelper")).count == 1)
    }

    @Test func `a file without an opening sentence is found`() {
        let silent = file("import Basics\n\nstruct A {}\n")
        #expect(NameLaw.silentOpening(of: silent).map(\.line) == [3])
        let half = file("/// An A\n/// of the trade\nstruct A {}\n")
        #expect(NameLaw.silentOpening(of: half).map(\.what) == ["the opening is no whole sentence"])
        let good = file("import Basics\n\n/// An A\n/// of it.\n///\n/// More\nstruct A {}\n")
        #expect(NameLaw.silentOpening(of: good).isEmpty)
    }
}
