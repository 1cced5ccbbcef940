#if canImport(Glibc)
    import Glibc
#endif

/// A stream socket in the file system, with lines of text on it: the way from the operator's
/// commands to a running server. Only the owner of the data directory can open it (mode 600).
struct LocalSocket: Sendable {
    /// Longest line in either direction.
    static let lineBytes = 64 << 20

    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    let descriptor: Int32

    /// Connects to the server that listens at `path`; `nil` when none does.
    static func connect(to path: String) throws -> LocalSocket? {
        let descriptor = try open()
        let done = unsafe try withAddress(path) { address, length in
            unsafe Glibc.connect(descriptor, address, length)
        }
        if done == 0 { return LocalSocket(descriptor: descriptor) }
        let reason = errno
        Glibc.close(descriptor)
        if reason == ENOENT || reason == ECONNREFUSED { return nil }
        throw Fault(description: "cannot reach \(path): \(message(reason))")
    }

    /// Listens at `path`; what a dead server left there is removed first.
    static func listen(at path: String) throws -> LocalSocket {
        unsafe unlink(path)
        let descriptor = try open()
        let mask = umask(0o177)
        defer { umask(mask) }
        let bound = unsafe try withAddress(path) { address, length in
            unsafe bind(descriptor, address, length)
        }
        guard bound == 0, Glibc.listen(descriptor, 8) == 0 else {
            throw Fault(description: "cannot listen at \(path): \(message(errno))")
        }
        return LocalSocket(descriptor: descriptor)
    }

    /// Waits for the next caller; `nil` when the socket has been shut down.
    func accept() -> LocalSocket? {
        while true {
            let caller = Glibc.accept(descriptor, nil, nil)
            if caller >= 0 { return LocalSocket(descriptor: caller) }
            let code = errno
            guard Self.passes(code) else { return nil }
            if code != EINTR && code != ECONNABORTED { usleep(100_000) }
        }
    }

    /// Whether the next try may succeed: the caller went away, or the process has no descriptor or
    /// memory left at this moment, as under a rush of visitors.
    static func passes(_ code: Int32) -> Bool {
        [EINTR, ECONNABORTED, EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code)
    }

    /// From now on nobody waits longer than this for the other side.
    func limitWaiting(seconds: Int) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            _ = unsafe setsockopt(descriptor, SOL_SOCKET, option, &time, size)
        }
    }

    func writeLine(_ bytes: [UInt8]) throws {
        var rest = (bytes + [10])[...]
        while !rest.isEmpty {
            let sent = unsafe rest.withUnsafeBytes { buffer in
                unsafe send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0 {
                if errno == EINTR { continue }
                throw Fault(description: "the other side went away")
            }
            rest = rest.dropFirst(sent)
        }
    }

    /// The next line without its end; `nil` at the end of the stream.
    func readLine() throws -> [UInt8]? {
        var line: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while line.last != 10 {
            let count = unsafe part.withUnsafeMutableBytes { buffer in
                unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            line += part[..<count]
            guard line.count <= Self.lineBytes else {
                throw Fault(description: "a line is longer than \(Self.lineBytes) bytes")
            }
        }
        return Array(line.dropLast())
    }

    /// Wakes whoever waits on the socket and ends it.
    func end() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    private static func open() throws -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { throw Fault(description: message(errno)) }
        return descriptor
    }

    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Fault(description: "the path of the data directory is too long for a socket")
        }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { rebound in
                unsafe body(rebound, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func message(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}
