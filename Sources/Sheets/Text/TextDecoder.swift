import Glibc

/// Bytes in any encoding → UTF-8, piece by piece through iconv; a byte that means nothing becomes
/// U+FFFD and is counted, it never stops the file.
struct TextDecoder {
    let encoding: TextEncoding
    /// Most bytes of UTF-8 to make.
    let limit: Int

    struct Decoded {
        var bytes: [UInt8] = []
        var badBytes = 0
    }

    /// Decodes `text`; throws `tooLarge` beyond the limit.
    func decode(_ text: Span<UInt8>) throws(SheetRefusal) -> Decoded {
        if encoding == .utf8 { return try mended(text) }
        guard let handle = unsafe iconv_open("UTF-8", encoding.iconv),
            Int(bitPattern: handle) != -1
        else { throw SheetRefusal(.badEncoding, ["encoding": encoding.name]) }
        defer { unsafe iconv_close(handle) }
        var decoded = Decoded()
        decoded.bytes.reserveCapacity(min(limit, text.count + text.count / 2 + 16))
        let fits = unsafe text.withUnsafeBytes { (source: UnsafeRawBufferPointer) -> Bool in
            unsafe run(handle, source, &decoded)
        }
        guard fits else { throw SheetRefusal(.tooLarge, ["limit": String(limit)]) }
        return decoded
    }

    /// UTF-8 by the table of Unicode: iconv takes sequences beyond U+10FFFF for characters.
    private func mended(_ text: Span<UInt8>) throws(SheetRefusal) -> Decoded {
        var decoded = Decoded()
        decoded.bytes.reserveCapacity(min(limit, text.count + 16))
        var place = 0
        while place < text.count {
            var end = place
            while end < text.count {
                let length = text[end] < 0x80 ? 1 : UTF8Check.sequence(text, end)
                if length == 0 { break }
                end += length
            }
            unsafe text.extracting(place..<end).withUnsafeBufferPointer {
                unsafe decoded.bytes.append(contentsOf: $0)
            }
            if end < text.count {
                decoded.bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
                decoded.badBytes += 1
            }
            guard decoded.bytes.count <= limit else {
                throw SheetRefusal(.tooLarge, ["limit": String(limit)])
            }
            place = end + 1
        }
        return decoded
    }

    private func run(
        _ handle: iconv_t, _ source: UnsafeRawBufferPointer, _ decoded: inout Decoded
    ) -> Bool {
        // Cells of old workbooks come one by one: a large buffer for each would be what costs most.
        var piece = [CChar](repeating: 0, count: min(64 << 10, 4 * source.count + 64))
        guard let base = source.baseAddress else { return true }
        var input: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
            mutating: base.assumingMemoryBound(to: CChar.self))
        var left = source.count
        while left > 0 {
            var reason: Int32 = 0
            unsafe piece.withUnsafeMutableBufferPointer { buffer in
                var output = buffer.baseAddress
                var room = buffer.count
                let result = unsafe iconv(handle, &input, &left, &output, &room)
                reason = result == -1 ? errno : 0
                unsafe decoded.bytes.append(
                    contentsOf: UnsafeRawBufferPointer(
                        UnsafeBufferPointer(rebasing: buffer[..<(buffer.count - room)])))
            }
            if decoded.bytes.count > limit { return false }
            if reason == EILSEQ || reason == EINVAL {
                unsafe skipBad(handle, &input, &left, &decoded)
            }
        }
        return true
    }

    /// Steps over one code unit that cannot be decoded.
    private func skipBad(
        _ handle: iconv_t, _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
        _ decoded: inout Decoded
    ) {
        let step = min(left, unitBytes)
        unsafe input = input?.advanced(by: step)
        left -= step
        decoded.badBytes += step
        decoded.bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        unsafe _ = iconv(handle, nil, nil, nil, nil)
    }

    private var unitBytes: Int {
        switch encoding.name {
        case "UTF-16LE", "UTF-16BE": 2
        case "UTF-32LE", "UTF-32BE": 4
        default: 1
        }
    }
}
