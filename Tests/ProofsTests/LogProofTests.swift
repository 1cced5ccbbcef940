import Testing

@testable import Proofs

/// A proof file as a member keeps it: verified with public keys alone.
@Suite struct LogProofTests {
    let log: NoteSigner
    let witness: NoteSigner
    let policy: LogPolicy
    let entry = Array("entry 7".utf8)
    let proof: LogProof

    init() throws {
        log = try NoteSigner(
            name: "log.example/access", kind: .log, seed: Array(repeating: 1, count: 32))
        witness = try NoteSigner(
            name: "witness.example", kind: .witness, seed: Array(repeating: 2, count: 32))
        policy = LogPolicy(
            origin: "log.example/access", logKeys: [log.key], witnesses: [witness.key], quorum: 1)
        let nodes = TreeTests.Naive(leaves: Array(TreeTests.leaves[..<300]))
        let head = Checkpoint(
            origin: "log.example/access", size: 300, root: try nodes.root(size: 300))
        var note = try SignedNote(text: head.text)
        try note.sign(log)
        try note.cosign(witness, seconds: 1_700_000_000)
        proof = LogProof(
            inclusion: try nodes.inclusion(index: 7, size: 300), checkpoint: note,
            extra: Array("salt".utf8))
    }

    @Test func `a proof file says the same after it was written and read`() throws {
        let text = proof.encoded
        #expect(text.hasPrefix("c2sp.org/tlog-proof@v1\nextra c2FsdA==\nindex 7\n"))
        let read = try LogProof(Array(text.utf8))
        #expect(read == proof)
        #expect(try read.check(entry: entry, policy: policy).size == 300)
        let bare = LogProof(inclusion: proof.inclusion, checkpoint: proof.checkpoint)
        #expect(try LogProof(Array(bare.encoded.utf8)) == bare)
    }

    @Test func `every byte that is changed in a proof file makes it worthless`() throws {
        let bytes = Array(proof.encoded.utf8)
        let extra = Array("extra c2FsdA==\n".utf8)
        let ignored = 23..<23 + extra.count
        var accepted: [Int] = []
        for place in bytes.indices where !ignored.contains(place) {
            for change: UInt8 in [0x01, 0x20, 0x80] {
                var lie = bytes
                lie[place] ^= change
                let held = (try? LogProof(lie).check(entry: entry, policy: policy)) != nil
                if held { accepted.append(place) }
            }
        }
        #expect(accepted == [])
    }

    @Test func `a proof file that is cut or lengthened is refused`() throws {
        let bytes = Array(proof.encoded.utf8)
        for end in bytes.indices {
            #expect(throws: ProofFault.self) {
                try LogProof(Array(bytes[..<end])).check(entry: entry, policy: policy)
            }
        }
        #expect(throws: ProofFault.self) { try LogProof(bytes + [0x0A]) }
    }

    @Test func `the reader asks for the log, the entry and the witnesses that he trusts`() throws {
        #expect(throws: ProofFault.wrongRoot) {
            try proof.check(entry: Array("entry 8".utf8), policy: policy)
        }
        #expect(throws: ProofFault.unsigned) {
            try proof.check(
                entry: entry, policy: LogPolicy(origin: policy.origin, logKeys: [witness.key]))
        }
        #expect(throws: ProofFault.wrongOrigin(found: "log.example/access")) {
            try proof.check(
                entry: entry, policy: LogPolicy(origin: "log.example/b", logKeys: [log.key]))
        }
        #expect(throws: ProofFault.tooFewWitnesses(expected: 2, found: 1)) {
            try proof.check(
                entry: entry,
                policy: LogPolicy(
                    origin: policy.origin, logKeys: [log.key], witnesses: [witness.key], quorum: 2))
        }
    }

    @Test func `one witness who signs twice is one witness`() throws {
        var note = proof.checkpoint
        try note.cosign(witness, seconds: 1_700_000_001)
        let twice = LogPolicy(
            origin: policy.origin, logKeys: [log.key], witnesses: [witness.key], quorum: 2)
        #expect(throws: ProofFault.tooFewWitnesses(expected: 2, found: 1)) {
            try twice.checkpoint(note)
        }
    }

    @Test func `a proof of ten million leaves stays below four kilobytes`() throws {
        let size: UInt64 = 10_000_000
        let path = Array(
            repeating: TreeHash.empty, count: Inclusion.length(index: 9_999_998, size: size))
        let file = LogProof(
            inclusion: Inclusion(index: 9_999_998, path: path), checkpoint: proof.checkpoint)
        #expect(file.encoded.utf8.count < 4_096)
    }

    @Test(arguments: [
        "", "c2sp.org/tlog-proof@v2\nindex 0\n\n", "c2sp.org/tlog-proof@v1\n",
        "c2sp.org/tlog-proof@v1\nindex 00\n\nNOTE", "c2sp.org/tlog-proof@v1\nindex -1\n\nNOTE",
        "c2sp.org/tlog-proof@v1\nextra \nindex 0\n\nNOTE",
        "c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\nNOTE",
        "c2sp.org/tlog-proof@v1\nindex 0\nhash\n\nNOTE",
        "c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\nNOTE",
        "c2sp.org/tlog-proof@v1\nindex 0", "c2sp.org/tlog-proof@v1\nindex 0\n",
    ])
    func `what is no proof file is refused`(text: String) {
        let whole = text.replacing("NOTE", with: proof.checkpoint.encoded)
        #expect(throws: ProofFault.self) { try LogProof(Array(whole.utf8)) }
    }
}
