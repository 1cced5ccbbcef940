import Foundation
import NIOCore
import ServiceLifecycle
import Testing

@testable import Web

/// A socket of the loopback on which a test writes what no HTTP client would.
final class RawSocket {
    private let descriptor: Int32

    /// `from` is an address of this machine, such as `127.0.0.2`.
    init(port: Int, from: String = "127.0.0.1", receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, 4)
        }
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var own = Self.address(from, 0)
        var other = Self.address("127.0.0.1", port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &own) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        let connected = withUnsafePointer(to: &other) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        try #require(bound == 0 && connected == 0)
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Everything until the other side closes; `nil` when it does not within ten seconds.
    func readToEnd() -> String? {
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            if count == 0 || count < 0 && errno == ECONNRESET { break }
            guard count > 0 else { return nil }
            all += piece[..<count]
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// `count` bytes at the least; `nil` when the other side closes before.
    func read(_ count: Int) -> String? {
        var text = ""
        while text.utf8.count < count {
            let piece = readSome()
            guard !piece.isEmpty else { return nil }
            text += piece
        }
        return text
    }

    /// True as soon as the other side has thrown the connection away, read or not.
    func waitForReset(seconds: Int32) -> Bool {
        // No events are asked for: only an error or the end of both directions wakes it.
        var waiting = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&waiting, 1, seconds * 1000) == 1
    }

    /// The next bytes, at least one unless the other side closes.
    func readSome() -> String {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &piece, piece.count, 0)
        return count > 0 ? String(decoding: piece[..<count], as: UTF8.self) : ""
    }

    private static func address(_ text: String, _ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr(text)
        return address
    }
}

/// Runs a small server on a free port of the loopback while `body` is at work.
func listening(
    _ edge: EdgeLimits = .quick, _ body: @escaping @Sendable (Int) async throws -> Void
) async throws {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let small = try SmallServer(edge) { found.yield($0) }
    let group = ServiceGroup(services: [small.server], logger: small.log.logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        do {
            try await body(port)
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}

extension EdgeLimits {
    /// Deadlines that a test can wait for.
    static let quick: EdgeLimits = {
        var limits = EdgeLimits()
        limits.head = .milliseconds(150)
        limits.keepAlive = .milliseconds(150)
        limits.bodyGrace = .milliseconds(150)
        limits.bodyStall = .milliseconds(150)
        limits.writeProgress = .milliseconds(300)
        limits.linger = .milliseconds(100)
        limits.drain = .milliseconds(300)
        return limits
    }()
}
