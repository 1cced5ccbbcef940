import Files
import HTTPTypes
import Testing

@testable import Web

@Suite struct `A multipart form` {
    private func events(_ text: String, in pieces: Int) throws -> [Multipart.Event] {
        var parser = try #require(Multipart(boundary: "xyz"))
        let bytes = Array(text.utf8)
        var all: [Multipart.Event] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            let part = bytes[start..<min(start + pieces, bytes.count)]
            for event in try parser.feed(part) {
                // Pieces of content are joined, so that all cuts give the same list.
                if case .bytes(let new) = event, case .bytes(let old)? = all.last {
                    all[all.count - 1] = .bytes(old + new)
                } else {
                    all.append(event)
                }
            }
        }
        #expect(parser.isComplete)
        return all
    }

    private func head(_ text: String) -> PartHead? { PartHead(Array(text.utf8)) }

    @Test func `gives the same parts however it is cut`() throws {
        let text =
            "preamble\r\n--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
            + "one\r\n--xy\r\n\r\r\n--xyz \t\r\ncontent-disposition: form-data; name=f; "
            + "filename=\"C:\\dir\\list.csv\"\r\nContent-Type: text/csv\r\n\r\n"
            + "\r\n--xyz--\r\nepilogue"
        let a = try #require(head("Content-Disposition: form-data; name=\"a\""))
        let f = try #require(
            head(
                "Content-Disposition: form-data; name=f; filename=list.csv\r\n"
                    + "Content-Type: text/csv"
            ))
        let expected: [Multipart.Event] = [
            .begin(a), .bytes(Array("one\r\n--xy\r\n\r".utf8)), .end, .begin(f), .end,
        ]
        for pieces in 1...text.utf8.count { #expect(try events(text, in: pieces) == expected) }
    }

    @Test func `names its files in any writing and never as paths`() {
        func name(_ parameters: String) -> String? {
            head("Content-Disposition: form-data; name=\"f\"; \(parameters)")?.fileName
        }
        #expect(name("filename=\"库存 %22A%22.csv\"") == "库存 \"A\".csv")
        #expect(name("filename=\"x.csv\"; filename*=UTF-8''%E5%BA%93.csv") == "库.csv")
        #expect(name("filename=\"../../etc/passwd\"") == "passwd")
        #expect(name("filename=\"a\\\"b.csv\"") == "a\"b.csv")
        #expect(name("filename=\"evil\u{202E}vsc.exe\"") == "evilvsc.exe")
        #expect(name("filename=\"\"") == "")
        #expect(name("x=1") == .some(nil))
    }

    @Test func `that breaks the rules is refused`() throws {
        var plain = try #require(Multipart(boundary: "xyz"))
        #expect(throws: Multipart.Broken.malformed) {
            try plain.feed(Array("--xyz\r\nContent-Type: text/plain\r\n\r\nx".utf8))
        }
        var long = try #require(Multipart(boundary: "xyz"))
        #expect(throws: Multipart.Broken.headTooLarge) {
            try long.feed(Array("--xyz\r\nX: \(String(repeating: "a", count: 9000))".utf8))
        }
        #expect(Multipart(boundary: "") == nil)
        #expect(Multipart(boundary: String(repeating: "b", count: 71)) == nil)
    }

    @Test func `is received field by field, its file on the disk`() async throws {
        let small = try SmallServer()
        let headers = [
            ("Content-Type", "multipart/form-data; boundary=xyz"),
            ("Authorization", "Bearer good-token"),
        ]
        func body(_ content: String) -> String {
            "--xyz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nn\r\n"
                + "--xyz\r\nContent-Disposition: form-data; name=\"list\"; filename=\"a.csv\""
                + "\r\n\r\n\(content)\r\n--xyz--\r\n"
        }
        let reply = try await small.ask(.post, "/api/v1/files", headers, body: body("a,b\r\n1,2"))
        #expect(reply.body == "[\"list a.csv 8\"]\n")
        let large = String(repeating: "x", count: 100_001)
        #expect(
            try await small.ask(.post, "/api/v1/files", headers, body: body(large)).status == 413)
        let cut = String(body("a,b").dropLast(9))
        #expect(try await small.ask(.post, "/api/v1/files", headers, body: cut).status == 400)
        let left = try FileFolder.names(small.files.root + "/incoming")
        #expect(left == [])
    }
}
