import Basics
import Testing

@Suite struct ByteSizeTests {
    @Test func `sizes step by 1024`() {
        let sizes = [0, 1023, 1024, 1536, 20 << 20, 50 << 30, Int.max]
        #expect(
            sizes.map(ByteSize.text)
                == ["0 B", "1023 B", "1 KB", "1.5 KB", "20 MB", "50 GB", "8589934591 GB"])
    }

    @Test func `what is above a limit never reads like the limit`() {
        let limit = 64 << 20
        #expect(
            Refusal.fileTooLarge(limit + 1, limit: limit).detail
                == ["size": "64.1 MB", "limit": "64 MB"])
        #expect(ByteSize.above(66 << 20) == "66 MB")
        #expect(ByteSize.above(1025) == "1.1 KB")
        #expect(ByteSize.above(5) == "5 B")
    }
}
