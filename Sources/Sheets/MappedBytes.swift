import Glibc

/// A file's bytes, mapped read-only for as long as a closure runs: no copy, no growth of memory.
enum MappedBytes {
    /// Opens `path`, which must be a plain file of at most `limit` bytes; a larger one is shown to
    /// `tooLarge` with its first megabyte only, so that the answer can say more than its size.
    static func read<R>(
        path: String, limit: Int,
        tooLarge: (Span<UInt8>, Int) -> SheetRefusal,
        _ body: (Span<UInt8>) throws(SheetRefusal) -> R
    ) throws(SheetRefusal) -> R {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else { throw SheetRefusal(.unreadableFile) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SheetRefusal(.unreadableFile)
        }
        let size = Int(status.st_size)
        guard size > 0 else { throw SheetRefusal(.empty) }
        let length = size > limit ? min(size, 1 << 20) : size
        guard let start = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0),
            unsafe start != MAP_FAILED
        else { throw SheetRefusal(.unreadableFile) }
        defer { unsafe munmap(start, length) }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
        let span = unsafe Span<UInt8>(_unsafeBytes: bytes)
        if size > limit { throw tooLarge(span, size) }
        return try body(span)
    }
}

extension Span<UInt8> {
    /// Whether the bytes at `offset` are those of `word`.
    func has(_ word: StaticString, at offset: Int = 0) -> Bool {
        guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
        for index in 0..<word.utf8CodeUnitCount
        where unsafe self[offset + index] != word.utf8Start[index] { return false }
        return true
    }

    func has(_ word: [UInt8], at offset: Int = 0) -> Bool {
        guard offset >= 0, offset + word.count <= count else { return false }
        for index in word.indices where self[offset + index] != word[index] { return false }
        return true
    }

    /// Little-endian numbers; `nil` beyond the end.
    func int16(_ offset: Int) -> Int? {
        guard offset >= 0, offset + 2 <= count else { return nil }
        return Int(self[offset]) | Int(self[offset + 1]) << 8
    }

    func int32(_ offset: Int) -> Int? {
        guard let low = int16(offset), let high = int16(offset + 2) else { return nil }
        return low | high << 16
    }

    /// Also `nil` for what is larger than any file.
    func int64(_ offset: Int) -> Int? {
        guard let low = int32(offset), let high = int32(offset + 4), high < 1 << 16 else {
            return nil
        }
        return low | high << 32
    }

    func string(_ range: Range<Int>) -> String {
        let part = extracting(range)
        return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
