import NIOCore
import Testing

@testable import Web

@Suite(.serialized) struct `The edge` {
    @Test(arguments: [
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
        ("GET / HTTP/1.1\r\nHost: local host\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
        ("POST / HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        (
            "GET / HTTP/1.1\r\nHost: localhost\r\n"
                + "X: \(String(repeating: "a", count: 17_000))\r\n\r\n",
            431
        ),
        ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\n\r\n", 417),
        ("BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501),
        ("get / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501),
        ("CONNECT example.com:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 501),
        ("\u{16}\u{3}\u{1}\u{2} / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        (String(repeating: "BREW", count: 9) + " / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        ("POST /notes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n", 413),
        (
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n", 400
        ),
    ])
    func `refuses what others could read in another way, and closes`(
        _ request: String, _ status: Int
    ) async throws {
        try await listening { port in
            let socket = try RawSocket(port: port)
            socket.send(request)
            let answer = try #require(socket.readToEnd())
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(80))")
            for header in [
                "\r\nConnection: close\r\n", "\r\nX-Content-Type-Options: nosniff\r\n",
                "\r\nContent-Security-Policy: default-src 'none'", "\r\nX-Request-Id: req_",
            ] { #expect(answer.contains(header), "\(header) in \(answer.prefix(300))") }
        }
    }

    @Test(arguments: ["TRACE", "PROPFIND", "PUT", "M-SEARCH", "DELETE"])
    func `answers methods that a path does not take with those that it takes`(
        _ method: String
    ) async throws {
        try await listening { port in
            let socket = try RawSocket(port: port)
            let end = " HTTP/1.1\r\nHost: localhost\r\n"
            socket.send("\(method) /form\(end)\r\n\(method) /no\(end)Connection: close\r\n\r\n")
            let answers = try #require(socket.readToEnd()).split(separator: "HTTP/1.1 ")
            try #require(answers.count == 2)
            #expect(answers[0].hasPrefix("405 "))
            #expect(answers[0].contains("\r\nAllow: GET, HEAD, OPTIONS\r\n"))
            #expect(answers[1].hasPrefix("404 "))
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: foo, CLOSE\r\n\r\n",
        "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
        "GET http://LOCALHOST/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    ])
    func `closes after the answer when it is the last`(_ request: String) async throws {
        try await listening { port in
            let socket = try RawSocket(port: port)
            socket.send(request)
            let answer = try #require(socket.readToEnd())
            #expect(answer.contains(" 200 OK\r\n"), "\(answer.prefix(200))")
            #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
            #expect(answer.hasSuffix("{\"language\":\"zh\"}\n"))
        }
    }

    @Test func `answers pipelined requests in their order, and the refusal in its turn`()
        async throws
    {
        try await listening { port in
            let socket = try RawSocket(port: port)
            let good = "GET /parts/a HTTP/1.1\r\nHost: localhost\r\n\r\n"
            socket.send(good + good + "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n" + good)
            let answer = try #require(socket.readToEnd())
            let statuses = answer.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
            #expect(statuses == ["200", "200", "421"])
        }
    }

    @Test func `says 100 Continue only to bodies that it will take`() async throws {
        try await listening { port in
            let socket = try RawSocket(port: port)
            let head =
                "POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                + "Content-Type: application/json\r\nContent-Length: 12\r\n"
                + "Connection: close\r\n\r\n"
            socket.send(head)
            #expect(socket.readSome() == "HTTP/1.1 100 Continue\r\n\r\n")
            socket.send("{\"note\":\"n\"}")
            #expect(try #require(socket.readToEnd()).hasPrefix("HTTP/1.1 201 "))
        }
    }

    @Test func `lets no head take longer than its deadline, however it drips`() async throws {
        try await listening { port in
            let socket = try RawSocket(port: port)
            let started = ContinuousClock.now
            socket.send("GET / HTTP/1.1\r\n")
            let answer = try #require(socket.readToEnd())
            #expect(answer.hasPrefix("HTTP/1.1 408 "))
            #expect(ContinuousClock.now - started < .seconds(3))
        }
    }

    @Test func `closes silent and idle connections without a word`() async throws {
        try await listening { port in
            let silent = try RawSocket(port: port)
            #expect(silent.readToEnd() == "")
            let idle = try RawSocket(port: port)
            idle.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            let answer = try #require(idle.readToEnd())
            #expect(answer.split(separator: "HTTP/1.1 ").count == 1)
        }
    }

    @Test func `lets no body fall below the least rate`() async throws {
        try await listening { port in
            let socket = try RawSocket(port: port)
            socket.send(
                "POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"no")
            #expect(try #require(socket.readToEnd()).hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test func `drops who does not take his answer`() async throws {
        try await listening { port in
            let socket = try RawSocket(port: port, receiveBuffer: 4096)
            socket.send("GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(socket.waitForReset(seconds: 5))
            let answer = try #require(socket.readToEnd())
            #expect(answer.utf8.count < 8 << 20)
        }
    }

    @Test func `drops who takes nothing of an answer that fits into the kernel's buffer`()
        async throws
    {
        var limits = EdgeLimits.quick
        // Were it for these, he would stay.
        limits.keepAlive = .seconds(60)
        limits.linger = .seconds(60)
        try await listening(limits) { port in
            let keeps = try RawSocket(port: port, receiveBuffer: 4096)
            keeps.send("GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n")
            let ends = try RawSocket(port: port, receiveBuffer: 4096)
            ends.send("GET /page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            for socket in [keeps, ends] {
                #expect(socket.waitForReset(seconds: 5))
                let answer = try #require(socket.readToEnd())
                #expect(answer.hasPrefix("HTTP/1.1 200 "))
                #expect(answer.utf8.count < 60_000)
            }
        }
    }

    @Test func `gives who has taken his answer the whole time for the next request`() async throws {
        var limits = EdgeLimits.quick
        limits.keepAlive = .seconds(60)
        try await listening(limits) { port in
            let socket = try RawSocket(port: port)
            let request = "GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n"
            socket.send(request)
            #expect(socket.read(60_000)?.hasPrefix("HTTP/1.1 200 ") == true)
            #expect(!socket.waitForReset(seconds: 1))
            socket.send(request)
            #expect(socket.read(60_000)?.hasPrefix("HTTP/1.1 200 ") == true)
        }
    }

    @Test func `answers early and reads no endless body`() async throws {
        try await listening { port in
            let socket = try RawSocket(port: port)
            socket.send(
                "POST /api/v1/files HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
            let answer = try #require(socket.readToEnd())
            #expect(answer.hasPrefix("HTTP/1.1 401 "))
            #expect(answer.contains("\r\nConnection: close\r\n"))
        }
    }

    @Test func `makes room at the cap of an address by closing the idlest`() async throws {
        var limits = EdgeLimits.quick
        limits.keepAlive = .seconds(20)
        limits.connectionsPerAddress = 3
        try await listening(limits) { port in
            // Each has had its answer before the next one comes, so the first is the idlest.
            let idle = try (0..<3).map { _ in
                let socket = try RawSocket(port: port)
                socket.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(socket.readSome().hasPrefix("HTTP/1.1 200 "))
                return socket
            }
            let good = try RawSocket(port: port)
            good.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(try #require(good.readToEnd()).hasPrefix("HTTP/1.1 200 "))
            #expect(idle[0].readToEnd() == "")
            let elsewhere = try RawSocket(port: port, from: "127.0.0.2")
            elsewhere.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(try #require(elsewhere.readToEnd()).hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func `drains within its deadline when it is told to stop`() async throws {
        var limits = EdgeLimits.quick
        limits.bodyStall = .seconds(20)
        limits.bodyGrace = .seconds(20)
        let started = ContinuousClock.now
        let slow =
            "POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        try await listening(limits) { port in
            let socket = try RawSocket(port: port)
            socket.send(slow)
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(ContinuousClock.now - started < .seconds(5))
    }
}
