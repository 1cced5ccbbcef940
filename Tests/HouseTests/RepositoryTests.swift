import Testing

@Suite struct RepositoryTests {
    @Test func `no file names a path of one machine or the host of a registry`() {
        let found = House.here.paths.filter(RepositoryLaw.isText).flatMap {
            RepositoryLaw.machinePaths(in: House.here.text($0), at: $0)
        }
        expectNone(found)
    }

    @Test func `no file is heavier than 12 MiB`() {
        let found = RepositoryLaw.heavy(House.here.paths.map { ($0, House.here.size($0)) })
        expectNone(found)
        #expect(House.here.paths.count > 100)
    }

    @Test(arguments: ["Sources/App/Demo", "Sources/Catalogue/Facts"])
    func `data lie beside their licence and their provenance`(folder: String) {
        let names = House.here.paths.filter { $0.hasPrefix("\(folder)/") }.map {
            $0.dropFirst(folder.count + 1)
        }
        let about = names.filter { $0.hasPrefix("LICENSE") || $0.hasSuffix(".md") }.map {
            House.here.text("\(folder)/\($0)")
        }.joined()
        #expect(about.contains("CC-BY-SA-4.0"), "\(folder) does not state its licence")
        #expect(about.contains("here from") || about.contains("come from"), "…nor where from")
    }

    @Test func `the licence of the code is Apache-2.0`() {
        let text = House.here.text("LICENSE")
        #expect(text.contains("Apache License") && text.contains("Version 2.0, January 2004"))
    }

    @Test func `a path of a machine is found`() {
        let text = "https://a.example/ho" + "me/x\nsee /ho" + "me/someone/file\n"
        let found = RepositoryLaw.machinePaths(in: text, at: "a.md")
        #expect(found.map(\.line) == [2])
    }

    @Test func `a heavy file is found`() {
        #expect(RepositoryLaw.heavy([("a", 12 << 20), ("b", 1 + 12 << 20)]).count == 1)
    }
}
