import Foundation
import Testing

@testable import Sheets

/// The program beside the test bundle, when it was built.
private let program: String? = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let found = sequence(first: folder) { $0.path == "/" ? nil : $0.deletingLastPathComponent() }
        .prefix(6).map { $0.appendingPathComponent("cic").path }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    return found
}()

/// A file is read in a process of its own, and whatever happens there is an answer here.
@Suite struct ChildReaderTests {
    private func code(_ reader: ChildReader, _ path: String) async -> SheetRefusal.Code? {
        do {
            _ = try await reader.read(path: path)
            return nil
        } catch { return error.code }
    }

    @Test(
        .enabled(if: program != nil),
        arguments: [
            "titles.xlsx", "formulas_1904.xlsx", "list.xls", "gbk.csv", "table.xls",
            "bad_bytes.csv",
        ])
    func `a child gives what this process would`(name: String) async throws {
        let reader = ChildReader(executable: try #require(program))
        let book = try await reader.read(path: Fixture.path(name))
        let here = try Fixture.read(name)
        #expect(book.format == here.format)
        #expect(book.encoding == here.encoding)
        #expect(book.delimiter == here.delimiter)
        #expect(book.notices == here.notices)
        #expect(book.tables.map(\.name) == here.tables.map(\.name))
        #expect(book.tables.map(\.isHidden) == here.tables.map(\.isHidden))
        #expect(book.tables.map(\.lines) == here.tables.map(\.lines))
    }

    @Test(.enabled(if: program != nil))
    func `options and limits reach the child`() async throws {
        var limits = SheetLimits()
        limits.rows = 2
        let reader = ChildReader(executable: try #require(program), limits: limits)
        #expect(await code(reader, Fixture.path("gbk.csv")) == .tooManyRows)
        let options = ReadOptions(sheet: "旧", fileName: "a.csv")
        let book = try await reader.read(path: Fixture.path("titles.xlsx"), options: options)
        #expect(book.tables.map(\.name) == ["旧"])
        #expect(book.notices.map(\.code) == [.misnamed, .hiddenSheet])
    }

    @Test(.enabled(if: program != nil))
    func `refusals come through with their detail`() async throws {
        let reader = ChildReader(executable: try #require(program))
        await #expect(throws: SheetRefusal(.zipBomb, ["reason": "ratio"])) {
            try await reader.read(path: Fixture.path("bomb.xlsx"))
        }
        await #expect(throws: SheetRefusal(.unsupportedFormat, ["format": "ods"])) {
            try await reader.read(path: Fixture.path("list.ods"))
        }
    }

    @Test(.enabled(if: program != nil))
    func `too little memory is said, and this process goes on`() async throws {
        let path = NSTemporaryDirectory() + "sheets-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let line = Data("LM358,Texas Instruments,20+,1000,SOP-8\n".utf8)
        var text = Data()
        for _ in 0..<400_000 { text.append(line) }
        try text.write(to: URL(fileURLWithPath: path))
        var limits = SheetLimits()
        limits.memory = 24 << 20
        let reader = ChildReader(executable: try #require(program), limits: limits)
        let answer = await code(reader, path)
        #expect(answer == .outOfMemory || answer == .childFailed)
        let enough = ChildReader(executable: try #require(program))
        #expect(try await enough.read(path: path).tables[0].rowCount == 400_000)
    }

    /// A program that does what its script says, in the child's place.
    private func impostor(_ script: String) throws -> String {
        let path = NSTemporaryDirectory() + "child-\(UUID().uuidString).sh"
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    @Test(arguments: [
        ("exit 0", SheetRefusal.Code.childFailed), ("exit 3", .childFailed),
        ("kill -SEGV $$", .childFailed), ("kill -XCPU $$", .timeout),
        ("exec /bin/sleep 30", .timeout), ("exec >&-; exec /bin/sleep 30", .timeout),
        ("echo nonsense nonsense nonsense", .childFailed),
        ("printf 'cicSHEET\\001\\000\\000\\000\\377\\377\\377\\177'", .childFailed),
        (
            "printf 'cicSHEET\\001\\000\\000\\000\\003\\000\\000\\000abc'; exec /bin/sleep 30",
            .childFailed
        ),
        ("exec /usr/bin/yes cicSHEET", .childFailed),
    ])
    func `a child that crashes, hangs or lies is an answer`(
        script: String, expected: SheetRefusal.Code
    ) async throws {
        let path = try impostor(script)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var limits = SheetLimits()
        limits.seconds = 1
        let reader = ChildReader(executable: path, limits: limits)
        #expect(await code(reader, Fixture.path("gbk.csv")) == expected)
    }

    @Test func `a child gets no environment and no descriptor but three`() async throws {
        let seen = NSTemporaryDirectory() + "seen-\(UUID().uuidString)"
        let path = try impostor("(/usr/bin/env | /bin/grep -c SECRET; ls /proc/$$/fd) > \(seen)")
        defer { for each in [path, seen] { try? FileManager.default.removeItem(atPath: each) } }
        setenv("SECRET_OF_THE_SERVER", "x", 1)
        _ = await code(ChildReader(executable: path), Fixture.path("gbk.csv"))
        let words = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n")
        #expect(words.first == "0")
        // The shell keeps its own script open as 10 or 255.
        #expect(words.dropFirst().compactMap { Int($0) }.filter { $0 > 2 && $0 < 10 } == [])
    }

    @Test func `a program that is not there is said`() async {
        let reader = ChildReader(executable: "/nowhere/cic")
        #expect(await code(reader, Fixture.path("gbk.csv")) == .childFailed)
    }

    @Test func `no change to an image is believed`() throws {
        let book = try Fixture.read("titles.xlsx")
        let table = book.tables[0]
        func changed(
            ends: [UInt32]? = nil, kinds: [UInt8]? = nil, starts: [UInt32]? = nil,
            bytes: [UInt8]? = nil
        ) -> Bool {
            Table(
                name: "", isHidden: false, bytes: bytes ?? table.bytes,
                cellEnds: ends ?? table.cellEnds, kinds: kinds ?? table.kinds,
                rowStarts: starts ?? table.rowStarts, sourceRows: table.sourceRows
            ).isSound
        }
        #expect(changed())
        #expect(!changed(ends: table.cellEnds.reversed()))
        #expect(!changed(kinds: table.kinds.map { _ in 9 }))
        #expect(!changed(kinds: table.kinds.dropLast()))
        #expect(!changed(starts: table.rowStarts.map { $0 + 1 }))
        #expect(!changed(bytes: table.bytes.map { _ in 0xFF }))
        var split = table.cellEnds
        split[0] += 1
        #expect(table.bytes[Int(split[0])] & 0xC0 == 0x80)
        #expect(!changed(ends: split))
    }
}
