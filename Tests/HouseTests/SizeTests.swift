import Testing

@Suite struct SizeTests {
    private func file(_ text: String) -> SwiftFile {
        SwiftFile(path: "Sources/Basics/A.swift", text: text)
    }

    @Test func `no file is longer than 400 lines, nine of ten have at most 200`() {
        let found = SizeLaw.longFiles(House.sources + House.tests)
        expectNone(found)
        #expect(SizeLaw.p90(House.sources) <= SizeLaw.fileLinesP90)
    }

    @Test func `no line is wider than 100 columns`() {
        let found = (House.sources + House.tests).flatMap(SizeLaw.longLines)
        expectNone(found)
    }

    @Test func `no function is longer than 60 lines`() {
        let found = (House.sources + House.tests).flatMap(SizeLaw.longFunctions)
        expectNone(found)
        let all = House.sources.flatMap { SwiftFunctions.all(in: $0) }
        #expect(all.count > 100)
    }

    @Test func `a long file is found`() {
        let long = file(String(repeating: "// x\n", count: 401))
        #expect(SizeLaw.longFiles([long]).map(\.what) == ["401 lines, at most 400"])
        #expect(SizeLaw.longFiles([file(String(repeating: "// x\n", count: 400))]).isEmpty)
    }

    @Test func `a wide line is found, counted in characters`() {
        let wide = file("ok\n" + String(repeating: "型", count: 101))
        #expect(SizeLaw.longLines(wide).map(\.line) == [2])
        #expect(SizeLaw.longLines(file(String(repeating: "型", count: 100))).isEmpty)
    }

    @Test func `functions are measured past braces in strings and comments`() {
        let body = String(repeating: "    print(\"}\") // }\n", count: 3)
        let required = "protocol P { func b() throws -> Int\n func c() }\n"
        let text = "\(required)func a(_ x: [Int]) {\n\(body)}\n"
        let found = SwiftFunctions.all(in: file(text))
        #expect(found == [.init(name: "a", line: 3, lines: 5)])
    }

    @Test func `a long function is found`() {
        let text = "struct S {\n    init() {\n" + String(repeating: "\n", count: 59) + "    }\n}\n"
        let found = SizeLaw.longFunctions(file(text))
        #expect(
            found.map(\.description) == [
                "Sources/Basics/A.swift:2: init has 61 lines, at most 60"
            ])
    }

    @Test func `literals and comments are told from code`() {
        let text = ##"""
            let a = "x \(b("in")) y" // no "c"
            let d = #"raw " \(e)"# /* "f" /* g */ */
            let h = """
                two "lines"
                """
            let i = text.firstMatch(of: /"j/)
            """##
        let read = file(text)
        #expect(
            read.literals.map(\.text) == [
                "in", "x ? y", "raw \" \\(e)", "\n    two \"lines\"\n    ",
            ])
        #expect(read.literals.map(\.line) == [1, 1, 2, 3])
        #expect(read.code.count == 6)
        #expect(!read.code.joined().contains("no"))
        #expect(read.code[5].contains("firstMatch(of:"))
    }
}
