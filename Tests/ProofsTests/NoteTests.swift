import Testing

@testable import Proofs

/// Signed notes, checkpoints and proof files: what is accepted, and every way to lie that we know.
@Suite struct NoteTests {
    let log: NoteSigner
    let witness: NoteSigner

    init() throws {
        log = try NoteSigner(
            name: "log.example/access", kind: .log, seed: Array(repeating: 1, count: 32))
        witness = try NoteSigner(
            name: "witness.example/w1", kind: .witness, seed: Array(repeating: 2, count: 32))
    }

    /// The example that the format's first implementation is tested with.
    private let known = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf\
        qdngotpRZb6KE6RyyBwJnAM=

        """
    private let knownKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

    @Test func `a note signed elsewhere is verified here`() throws {
        let key = try NoteKey(knownKey)
        #expect(key.text == knownKey)
        let note = try SignedNote(encoded: known)
        #expect(note.encoded == known)
        #expect(try note.verified(by: [key]) == [key])
        let changed = try SignedNote(encoded: known.replacing("answer", with: "Answer"))
        #expect(throws: ProofFault.forged(key: "PeterNeumann")) {
            try changed.verified(by: [key])
        }
    }

    @Test(arguments: [
        "", "a", "a+b", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
    ])
    func `a key that is not written rightly is not read`(text: String) {
        #expect(throws: ProofFault.malformed("key", line: 0)) { try NoteKey(text) }
    }

    @Test func `a note keeps empty lines of its text, and the last one parts it`() throws {
        var note = try SignedNote(text: "one\n\n\n")
        try note.sign(log)
        #expect(try SignedNote(encoded: note.encoded) == note)
        #expect(try SignedNote(encoded: note.encoded).text == "one\n\n\n")
    }

    @Test(arguments: [
        "", "\n", "text", "text\n", "text\n\n", "text\n\nsignature\n", "text\n\n\u{2014} a\n",
        "text\n\n\u{2014} a b c\n", "text\n\n- log AAAAAAAA\n", "text\n\n\u{2014} log AAAA\n",
        "text\n\n\u{2014} log AAAAAAAA", "text\n\n\u{2014}  AAAAAAAA\n",
        "text\n\n\u{2014} lo+g AAAAAAAA\n", "text\n\n\u{2014} log AAAAAAB=\n",
        "te\txt\n\n\u{2014} log AAAAAAAA\n", "text\r\n\n\u{2014} log AAAAAAAA\n",
        "text\n\n\u{2014} log AAAAAAAA\n\n", "text\n\n\u{2014} log AAAAAAAA\nmore\n",
    ])
    func `what is no signed note is refused`(text: String) {
        #expect(throws: ProofFault.self) { try SignedNote(encoded: text) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: ProofFault.malformed("note", line: 1)) {
            try SignedNote(Array("text".utf8) + [0xFF] + Array("\n\n\u{2014} l AAAAAAAA\n".utf8))
        }
    }

    @Test func `a signature of an unknown key is passed over, whatever it says`() throws {
        var note = try SignedNote(text: "text\n")
        try note.sign(log)
        let stranger = try NoteSigner(
            name: log.key.name, kind: .log, seed: Array(repeating: 9, count: 32))
        #expect(stranger.key.id != log.key.id)
        #expect(try note.verified(by: [stranger.key]) == [])
        try note.sign(stranger)
        #expect(try note.verified(by: [log.key]) == [log.key])
    }

    @Test func `a witness signs the text and the time, and neither can be changed`() throws {
        var note = try SignedNote(text: Checkpoint(origin: "o", size: 0, root: .empty).text)
        try note.cosign(witness, seconds: 1_679_315_147)
        #expect(try note.verified(by: [witness.key]) == [witness.key])
        let signature = try #require(note.signatures.first)
        var bytes = signature.bytes
        bytes[7] ^= 1
        let moved = try SignedNote(
            text: note.text,
            signatures: [.init(name: signature.name, id: signature.id, bytes: bytes)])
        #expect(throws: ProofFault.forged(key: "witness.example/w1")) {
            try moved.verified(by: [witness.key])
        }
    }

    @Test(arguments: [
        "", "o\n", "o\n1\n", "\n1\nroot\n", "o\n01\nROOT\n", "o\n-1\nROOT\n", "o\n1\nROOT",
        "o\n1\nroot\n", "o\n1\nROOT\n\n", "o\n1\n\nROOT\n", "o\n18446744073709551616\nROOT\n",
        "o\n0\nROOT\n", "o\n+1\nROOT\n", "o\n1 \nROOT\n",
    ])
    func `what is no checkpoint is refused`(text: String) {
        let root = TreeHash.leaf([1]).base64
        #expect(throws: ProofFault.self) {
            try Checkpoint(text: text.replacing("ROOT", with: root))
        }
    }

    @Test func `a checkpoint reads what it wrote, with the lines of others`() throws {
        let checkpoint = Checkpoint(
            origin: "log.example/access", size: 42, root: .leaf([1]), extensions: ["x", "y z"])
        #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
    }
}
