import Basics
import Files
import Foundation
import TestWorld
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `/dev/full` takes every name and no byte, as a full disk does.
@Suite struct FullDiskTests {
    @Test func `a full disk refuses for now, and what was there stays`() async throws {
        let root = try TestFolder.make()
        let store = try FolderStore(root: root)
        try await store.put([1, 2], as: "a/b")
        let incoming = try store.receive(limit: 100)
        // The temporary file becomes a full device under the open name.
        let full = open("/dev/full", O_WRONLY)
        try #require(full >= 0)
        let own = try #require(try descriptor(of: incoming.path))
        dup2(full, own)
        close(full)
        #expect(throws: Refusal(.unavailable, "disk_full", retryAfter: 60)) {
            try incoming.append([3])
        }
        #expect(try incoming.finish().size == 0)
        #expect(try await store.read("a/b") == [1, 2])
    }

    /// The descriptor under which this process has the file open.
    private func descriptor(of path: String) throws -> Int32? {
        let real = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        return try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").first {
            let target = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/fd/\($0)")
            return target == real
        }.flatMap { Int32($0) }
    }
}
