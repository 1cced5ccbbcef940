/// The records of a BIFF stream (MS-XLS), one after the other; a record that is too long for one
/// goes on in CONTINUE records, which are read as its further segments.
struct BiffRecords {
    let stream: [UInt8]
    private var place: Int
    private(set) var type = 0
    /// The bodies of the record and of what continues it.
    private(set) var segments: [Range<Int>] = []

    private static let `continue` = 0x3C

    init(_ stream: [UInt8], from place: Int = 0) {
        self.stream = stream
        self.place = place
    }

    /// The body of the record without its continuations.
    var body: Range<Int> { segments.first ?? 0..<0 }

    /// Steps to the next record; false at the end of the stream.
    mutating func next() -> Bool {
        guard let type = stream.span.int16(place), let length = stream.span.int16(place + 2),
            place + 4 + length <= stream.count
        else { return false }
        self.type = type
        segments.removeAll(keepingCapacity: true)
        segments.append((place + 4)..<(place + 4 + length))
        place += 4 + length
        while stream.span.int16(place) == Self.continue,
            let length = stream.span.int16(place + 2), place + 4 + length <= stream.count
        {
            segments.append((place + 4)..<(place + 4 + length))
            place += 4 + length
        }
        return true
    }

    /// Numbers of the body; 0 beyond its end.
    func int16(_ offset: Int) -> Int {
        offset + 2 <= body.count ? stream.span.int16(body.lowerBound + offset) ?? 0 : 0
    }

    func int32(_ offset: Int) -> Int {
        offset + 4 <= body.count ? stream.span.int32(body.lowerBound + offset) ?? 0 : 0
    }

    func byte(_ offset: Int) -> Int {
        offset < body.count ? Int(stream[body.lowerBound + offset]) : 0
    }

    func double(_ offset: Int) -> Double {
        Double(bitPattern: UInt64(int32(offset)) | UInt64(int32(offset + 4)) << 32)
    }
}

/// Reads text that may run over the segments of a record.
struct BiffText {
    private let segments: [Range<Int>]
    private var segment = 0
    private var place: Int

    init(_ records: BiffRecords, from offset: Int = 0) {
        segments = records.segments
        place = records.body.lowerBound + offset
    }

    private var isAtEnd: Bool { segment >= segments.count }

    /// Moves on while the segment is used up; true when it moved.
    private mutating func cross() -> Bool {
        var moved = false
        while segment < segments.count, place >= segments[segment].upperBound {
            segment += 1
            if segment < segments.count { place = segments[segment].lowerBound }
            moved = true
        }
        return moved
    }

    private mutating func byte(_ stream: Span<UInt8>) -> Int? {
        _ = cross()
        guard !isAtEnd else { return nil }
        defer { place += 1 }
        return Int(stream[place])
    }

    mutating func int16(_ stream: Span<UInt8>) -> Int? {
        guard let low = byte(stream), let high = byte(stream) else { return nil }
        return low | high << 8
    }

    private mutating func skip(_ count: Int) {
        var left = count
        while left > 0 {
            _ = cross()
            guard !isAtEnd else { return }
            let step = min(left, segments[segment].upperBound - place)
            place += step
            left -= step
        }
    }

    /// Appends a BIFF8 string whose length is stored in `lengthBytes` bytes; false at the end.
    /// Formatting runs and phonetic text are passed over.
    mutating func append(
        _ stream: Span<UInt8>, lengthBytes: Int, to bytes: inout [UInt8]
    ) -> Bool {
        let length = lengthBytes == 1 ? byte(stream) : int16(stream)
        guard var left = length, var flags = byte(stream) else { return false }
        let runs = flags & 8 != 0 ? int16(stream) ?? 0 : 0
        var phonetic = 0
        if flags & 4 != 0 {
            phonetic = (int16(stream) ?? 0) | (int16(stream) ?? 0) << 16
        }
        while left > 0 {
            // What continues a string begins with its own flags.
            if cross() {
                guard let again = byte(stream) else { return false }
                flags = again
            }
            // The flags, or the lengths of runs before them, may have been the last bytes.
            guard !isAtEnd else { return false }
            let width = flags & 1 != 0 ? 2 : 1
            let count = min(left, (segments[segment].upperBound - place) / width)
            guard count > 0 else { return false }
            if width == 2 {
                UTF16Text.append(stream, place..<(place + 2 * count), to: &bytes)
            } else {
                for index in place..<(place + count) {
                    UTF16Text.append(Unicode.Scalar(stream[index]), to: &bytes)
                }
            }
            place += width * count
            left -= count
        }
        skip(4 * runs + phonetic)
        return true
    }
}
