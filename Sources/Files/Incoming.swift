import Basics
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A temporary file that was received whole and waits to be put under a key or thrown away.
package struct IncomingFile: Sendable, Hashable {
    package let path: String
    /// Bytes.
    package let size: Int
}

/// A file that is being received piece by piece, never longer than its limit.
///
/// It removes itself when nobody finishes it.
package final class Incoming: Sendable {
    private struct State {
        var descriptor: Int32
        var size = 0
        var isFinished = false
    }

    /// Where it lies, for a child process that is to read it.
    package let path: String
    /// Bytes that it takes at most.
    package let limit: Int
    private let state: Mutex<State>

    init(path: String, limit: Int) throws {
        self.path = path
        self.limit = limit
        state = Mutex(State(descriptor: try Disk.create(path)))
    }

    deinit {
        state.withLock { state in
            if state.descriptor >= 0 { close(state.descriptor) }
            if !state.isFinished { unsafe unlink(path) }
        }
    }

    /// Adds bytes at the end. Throws ``Refusal/fileTooLarge(_:limit:)`` as soon as they
    /// would be too many.
    package func append(_ bytes: some Collection<UInt8>) throws {
        let whole: Void? = try bytes.withContiguousStorageIfAvailable { buffer in
            try unsafe add(UnsafeRawBufferPointer(buffer))
        }
        guard whole == nil else { return }
        unsafe try Array(bytes).withUnsafeBytes { try unsafe add($0) }
    }

    /// Puts what was received so far on the disk, so that the sync of a large file at its end does
    /// not hold up everybody else's.
    package func sync() throws {
        try state.withLock { state in
            guard !state.isFinished else { throw FileFault.system("finished already") }
            try Disk.sync(state.descriptor, path)
        }
    }

    /// Closes the file and gives what was received.
    package func finish() throws -> IncomingFile {
        try state.withLock { state in
            guard !state.isFinished else { throw FileFault.system("finished already") }
            state.isFinished = true
            close(state.descriptor)
            state.descriptor = -1
            return IncomingFile(path: path, size: state.size)
        }
    }

    private func add(_ bytes: UnsafeRawBufferPointer) throws {
        let count = bytes.count
        try state.withLock { state in
            guard !state.isFinished else { throw FileFault.system("finished already") }
            guard count <= limit - state.size else {
                throw Refusal.fileTooLarge(state.size + count, limit: limit)
            }
            unsafe try Disk.writeAll(state.descriptor, bytes)
            state.size += count
        }
    }
}
