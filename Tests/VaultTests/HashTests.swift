import Testing
import Vault

@Suite struct HashTests {
    /// FIPS 180-2, appendix B.
    @Test func `SHA-256 is the standard's, whole and in pieces`() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(ContentHash.sha256Hex(of: Array("abc".utf8)) == abc)
        #expect(
            ContentHash.sha256Hex(of: [UInt8]())
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        var pieces = ContentHash.Streaming()
        pieces.update("a".utf8)
        pieces.update(Array("bc".utf8).lazy.map { $0 })
        pieces.update(Array("".utf8))
        #expect(pieces.finish().hex == abc)
    }

    @Test func `hexadecimal digits come and go`() {
        #expect(Hex.encode([0, 15, 16, 255]) == "000f10ff")
        #expect(Hex.decode("000F10ff") == [0, 15, 16, 255])
        #expect(Hex.decode("0") == nil)
        #expect(Hex.decode("0g") == nil)
        #expect(Hex.decode("") == [])
    }

    /// RFC 4648 §10, without padding.
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
        ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
    ])
    func `base64url is the standard's`(plain: String, coded: String) {
        #expect(Base64URL.encode(Array(plain.utf8)) == coded)
        #expect(Base64URL.decode(coded) == Array(plain.utf8))
    }

    @Test(arguments: ["Z", "Zg==", "Zh", "Zm9v\n", "Zm+v", "Zm/v", "Zmé", "Zm9"])
    func `a second spelling of the same bytes is refused`(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test func `a token shows itself once and is known by its hash`() throws {
        let token = Token()
        #expect(token.text.utf8.count == 43)
        let again = try #require(Token(token.text))
        #expect(again.hash == token.hash)
        #expect(token.hash.bytes.count == 32)
        #expect(Token().hash != token.hash)
        #expect(Token(String(token.text.dropLast())) == nil)
        #expect(Token(token.text + "A") == nil)
        #expect(Token("") == nil)
    }

    @Test func `a comparison sees every difference`() {
        #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2, 4]))
        #expect(!constantTimeEqual([0, 2, 3], [1, 2, 3]))
        #expect(!constantTimeEqual([1, 2], [1, 2, 3]))
        #expect(constantTimeEqual([], []))
    }

    @Test func `a blind index depends on key, purpose and value`() {
        let index = BlindIndex(key: Array("Jefe".utf8))
        let address = index.hex("192.0.2.1", for: "address")
        #expect(address.utf8.count == 64)
        #expect(address == index.hex("192.0.2.1", for: "address"))
        #expect(address != index.hex("192.0.2.2", for: "address"))
        #expect(address != index.hex("192.0.2.1", for: "phone"))
        #expect(address != BlindIndex(key: Array("jefe".utf8)).hex("192.0.2.1", for: "address"))
    }
}
