import Basics
import Files
import Foundation
import TestWorld
import Testing

@Suite struct FolderStoreTests {
    private let store: FolderStore

    init() throws { store = try FolderStore(root: try TestFolder.make() + "/files") }

    private func modes(_ key: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(store.root)/\(key)")
        return attributes[.posixPermissions] as? Int ?? 0
    }

    @Test func `what was put is read, measured, mapped and listed`() async throws {
        let bytes: [UInt8] = Array(0...255)
        try await store.put(bytes, as: "segments/ab/cd.seg")
        #expect(try await store.read("segments/ab/cd.seg") == bytes)
        #expect(try await store.size("segments/ab/cd.seg") == 256)
        #expect(try await store.exists("segments/ab/cd.seg"))
        let mapped = try await store.map("segments/ab/cd.seg")
        #expect(mapped.count == 256)
        let last = mapped.withBytes { $0.unsafeLoad(fromByteOffset: 255, as: UInt8.self) }
        #expect(last == 255)
        #expect(try await store.list("segments", Page()).items == ["segments/ab/cd.seg"])
        #expect(try modes("segments/ab/cd.seg") == 0o600)
        #expect(try modes("segments") == 0o700)
    }

    @Test func `the same key again replaces the bytes, and nothing temporary stays`()
        async throws
    {
        try await store.put([1, 2, 3], as: "a/b")
        try await store.put([9], as: "a/b")
        #expect(try await store.read("a/b") == [9])
        let names = try FileManager.default.contentsOfDirectory(atPath: store.root + "/a")
        #expect(names == ["b"])
    }

    @Test func `an empty file is a file`() async throws {
        try await store.put([], as: "empty")
        #expect(try await store.size("empty") == 0)
        #expect(try await store.read("empty") == [])
        #expect(try await store.map("empty").count == 0)
    }

    @Test func `a mapped file stays readable after it was replaced and deleted`() async throws {
        try await store.put([7, 7, 7], as: "a/b")
        let mapped = try await store.map("a/b")
        try await store.put([1], as: "a/b")
        try await store.delete("a/b")
        #expect(mapped.withBytes { $0.unsafeLoad(fromByteOffset: 2, as: UInt8.self) } == 7)
    }

    @Test func `what is not there is named, and may be deleted`() async throws {
        await #expect(throws: FileFault.notFound(key: "a/b")) { try await store.read("a/b") }
        await #expect(throws: FileFault.notFound(key: "a/b")) { try await store.map("a/b") }
        #expect(try await store.size("a/b") == nil)
        try await store.delete("a/b")
        #expect(try await store.list("a", Page()).items == [])
    }

    @Test(arguments: [
        "", "/", "/etc/passwd", "a/", "a//b", "..", "a/../b", ".hidden", "a/.b", "a b", "a\0b", "é",
        "a\\b", String(repeating: "a", count: 201), "1/2/3/4/5/6/7/8",
    ])
    func `a key that could leave the folder is refused`(key: String) async throws {
        await #expect(throws: FileFault.self) { try await store.put([1], as: key) }
        await #expect(throws: FileFault.self) { try await store.read(key) }
        await #expect(throws: FileFault.self) { try await store.delete(key) }
    }

    @Test func `a long list comes in pages, in the order of the bytes`() async throws {
        for name in ["b", "a", "C", "d", "10", "9"] { try await store.put([1], as: "l/\(name)") }
        let first = try await store.list("l", Page(limit: 4))
        #expect(first.items == ["l/10", "l/9", "l/C", "l/a"])
        let rest = try await store.list("l", Page(limit: 4, cursor: first.nextCursor))
        #expect(rest.items == ["l/b", "l/d"])
        #expect(rest.nextCursor == nil)
    }

    @Test func `a received file is put without a copy`() async throws {
        let incoming = try store.receive(limit: 10)
        try incoming.append([1, 2, 3, 4])
        try incoming.append([5, 6].lazy.map { $0 + 0 })
        let file = try incoming.finish()
        #expect(file.size == 6)
        try await store.put(file, as: "lists/x")
        #expect(try await store.read("lists/x") == [1, 2, 3, 4, 5, 6])
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func `the byte over the limit is refused, and what came stays within it`() throws {
        let incoming = try store.receive(limit: 4)
        try incoming.append([1, 2, 3])
        let refusal = Refusal(.tooLarge, "file_too_large", ["size": "5 B", "limit": "4 B"])
        #expect(throws: refusal) { try incoming.append([4, 5]) }
        try incoming.append([4])
        #expect(throws: refusal) { try incoming.append([5]) }
        #expect(try incoming.finish().size == 4)
        #expect(throws: FileFault.self) { try incoming.append([]) }
        #expect(throws: FileFault.self) { try incoming.finish() }
    }

    @Test func `a file can be synced while it is received, and not after its end`() async throws {
        let incoming = try store.receive(limit: 10)
        try incoming.append([1, 2])
        try incoming.sync()
        try incoming.append([3])
        let file = try incoming.finish()
        #expect(throws: FileFault.self) { try incoming.sync() }
        try await store.put(file, as: "lists/y")
        #expect(try await store.read("lists/y") == [1, 2, 3])
    }

    @Test func `a mapped file that was let go is read again`() async throws {
        try await store.put((0..<100_000).map { UInt8($0 & 255) }, as: "a/mapped")
        let file = try await store.map("a/mapped")
        try await store.delete("a/mapped")
        for _ in 0..<2 {
            #expect(file.withBytes { $0.unsafeLoad(fromByteOffset: 99_999, as: UInt8.self) } == 159)
            file.letGo()
        }
        try await store.put([], as: "a/empty")
        try await store.map("a/empty").letGo()
    }

    @Test func `a file that nobody finished removes itself`() throws {
        var incoming: Incoming? = try store.receive(limit: 4)
        let path = try #require(incoming?.path)
        #expect(FileManager.default.fileExists(atPath: path))
        incoming = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `orphans are swept by their age, files never`() async throws {
        try await store.put([1], as: "a/b")
        let incoming = try store.receive(limit: 4)
        let part = store.root + "/a/.left.part"
        try Data([1]).write(to: URL(filePath: part))
        #expect(try await store.sweep(olderThan: 3_600) == 0)
        #expect(try await store.sweep(olderThan: 0) == 2)
        #expect(!FileManager.default.fileExists(atPath: incoming.path))
        #expect(try await store.read("a/b") == [1])
    }
}
