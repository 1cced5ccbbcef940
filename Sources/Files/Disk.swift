#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The few calls to the system that durable files need, with their errors as throws.
enum Disk {
    /// Opens a new file for writing; fails when there is one already.
    static func create(_ path: String) throws -> Int32 {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFault.from(errno, "create \(path)") }
        return descriptor
    }

    /// Opens for reading; `nil` when there is no such file.
    static func openToRead(_ path: String) throws -> Int32? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 && (errno == ENOENT || errno == ENOTDIR) { return nil }
        guard descriptor >= 0 else { throw FileFault.from(errno, "open \(path)") }
        return descriptor
    }

    static func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws {
        var done = 0
        while done < bytes.count {
            let count = unsafe write(
                descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFault.from(errno, "write")
            }
            done += count
        }
    }

    static func sync(_ descriptor: Int32, _ path: String) throws {
        guard fsync(descriptor) == 0 else { throw FileFault.from(errno, "sync \(path)") }
    }

    /// Makes the names in a folder durable: without it a file can vanish with its name.
    static func syncFolder(_ path: String) throws {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault.from(errno, "open \(path)") }
        defer { close(descriptor) }
        try sync(descriptor, path)
    }

    /// Makes a folder and the missing ones above it, each durable in its parent.
    static func makeFolder(_ path: String) throws {
        if unsafe mkdir(path, 0o700) == 0 { return try syncFolder(parent(of: path)) }
        switch errno {
        case EEXIST: return
        case ENOENT:
            try makeFolder(parent(of: path))
            try makeFolder(path)
        default: throw FileFault.from(errno, "make folder \(path)")
        }
    }

    static func rename(_ old: String, _ new: String) throws {
        guard unsafe Glibc.rename(old, new) == 0 else {
            throw FileFault.from(errno, "rename \(old)")
        }
    }

    /// Removes a file; `false` when it was not there.
    @discardableResult
    static func remove(_ path: String) throws -> Bool {
        if unsafe unlink(path) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else {
            throw FileFault.from(errno, "remove \(path)")
        }
        return false
    }

    static func size(_ descriptor: Int32) throws -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileFault.from(errno, "stat") }
        return Int(status.st_size)
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
