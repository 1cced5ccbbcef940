package import Basics
import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A store in a folder of this machine: write beside, sync, rename, sync the folder.
///
/// In that order a crash or a power cut leaves the old file or the new one under a key, never a
/// part of one (reliability D1, F3). Disk calls run on a queue of their own, because they block.
package struct FolderStore: Store {
    /// The store's folder.
    package let root: String
    private let queue = DispatchQueue(label: "files", attributes: .concurrent)
    private static let incomingFolder = "incoming"

    /// Makes the folder where it is missing.
    package init(root: String) throws {
        self.root = root
        try Disk.makeFolder(root)
        try Disk.makeFolder("\(root)/\(Self.incomingFolder)")
    }

    package func put(_ bytes: [UInt8], as key: String) async throws {
        try checkKey(key)
        try await onQueue {
            let folder = Disk.parent(of: path(key))
            try Disk.makeFolder(folder)
            let part = "\(folder)/.\(randomName()).part"
            let descriptor = try Disk.create(part)
            do {
                defer { close(descriptor) }
                unsafe try bytes.withUnsafeBytes { try unsafe Disk.writeAll(descriptor, $0) }
                try Disk.sync(descriptor, part)
            } catch {
                _ = try? Disk.remove(part)
                throw error
            }
            try place(part, path(key))
        }
    }

    package func put(_ file: IncomingFile, as key: String) async throws {
        try checkKey(key)
        try await onQueue {
            guard let descriptor = try Disk.openToRead(file.path) else {
                throw FileFault.notFound(key: file.path)
            }
            defer { close(descriptor) }
            try Disk.sync(descriptor, file.path)
            try Disk.makeFolder(Disk.parent(of: path(key)))
            try place(file.path, path(key))
        }
    }

    package func read(_ key: String) async throws -> [UInt8] {
        try await onQueue {
            let descriptor = try open(key)
            defer { close(descriptor) }
            let size = try Disk.size(descriptor)
            guard size <= Limits.wholeBytes else { throw FileFault.system("\(key) is too large") }
            return try readAll(descriptor, size)
        }
    }

    package func map(_ key: String) async throws -> MappedFile {
        try await onQueue {
            let descriptor = try open(key)
            defer { close(descriptor) }
            return try MappedFile(descriptor: descriptor)
        }
    }

    package func localPath(_ key: String) async throws -> String {
        try checkKey(key)
        return path(key)
    }

    package func size(_ key: String) async throws -> Int? {
        try checkKey(key)
        return try await onQueue {
            guard let descriptor = try Disk.openToRead(path(key)) else { return nil }
            defer { close(descriptor) }
            return try Disk.size(descriptor)
        }
    }

    package func delete(_ key: String) async throws {
        try checkKey(key)
        try await onQueue {
            if try Disk.remove(path(key)) { try Disk.syncFolder(Disk.parent(of: path(key))) }
        }
    }

    package func list(_ folder: String, _ page: Page) async throws -> Slice<String> {
        try checkKey(folder)
        return try await onQueue {
            let keys = FolderWalk.files(below: path(folder)).map { "\(folder)/\($0)" }
                .filter { key in (try? checkKey(key)) != nil }
                .filter { key in page.cursor.map { key > $0 } ?? true }
                .sorted()
            let items = Array(keys.prefix(page.limit))
            return Slice(items: items, nextCursor: keys.count > items.count ? items.last : nil)
        }
    }

    package func receive(limit: Int) throws -> Incoming {
        try Incoming(
            path: "\(root)/\(Self.incomingFolder)/\(randomName()).part", limit: limit)
    }

    package func discard(_ file: IncomingFile) throws { try Disk.remove(file.path) }

    package func sweep(olderThan seconds: Int = Limits.orphanSeconds) async throws -> Int {
        try await onQueue {
            let before = SystemClock().now().adding(seconds: -Int64(seconds))
            return try FolderWalk.files(below: root).filter { $0.hasSuffix(".part") }.filter {
                let path = "\(root)/\($0)"
                return try FolderWalk.changed(path).map { $0 <= before } ?? false
                    && Disk.remove(path)
            }.count
        }
    }

    private func path(_ key: String) -> String { "\(root)/\(key)" }

    private func open(_ key: String) throws -> Int32 {
        try checkKey(key)
        guard let descriptor = try Disk.openToRead(path(key)) else {
            throw FileFault.notFound(key: key)
        }
        return descriptor
    }

    private func place(_ part: String, _ target: String) throws {
        try Disk.rename(part, target)
        try Disk.syncFolder(Disk.parent(of: target))
    }

    private func onQueue<T: Sendable>(
        _ body: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }
}

private func randomName() -> String {
    String(UInt64.random(in: .min ... .max), radix: 36)
        + String(UInt64.random(in: .min ... .max), radix: 36)
}

private func readAll(_ descriptor: Int32, _ size: Int) throws -> [UInt8] {
    unsafe try [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        while filled < size {
            let count = unsafe Glibc.read(
                descriptor, buffer.baseAddress?.advanced(by: filled), size - filled)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileFault.from(errno, "read") }
            guard count > 0 else { break }
            filled += count
        }
    }
}
