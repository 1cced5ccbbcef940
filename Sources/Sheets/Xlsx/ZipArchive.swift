import CZip

/// An open ZIP container in memory: inflates one entry piece by piece, counting every byte.
@safe final class ZipArchive {
    private let handle: OpaquePointer
    private let limits: SheetLimits
    private var indices: [String: Int] = [:]
    private let directory: ZipDirectory
    private var inflated = 0

    /// Takes bytes that stay where they are as long as the archive lives.
    init(_ file: UnsafeRawBufferPointer, limits: SheetLimits) throws(SheetRefusal) {
        let bytes = unsafe Span<UInt8>(_unsafeBytes: file)
        directory = try ZipDirectory(bytes, limits: limits)
        self.limits = limits
        var fault = unsafe zip_error_t()
        guard
            let source = unsafe zip_source_buffer_create(
                file.baseAddress, zip_uint64_t(file.count), 0, &fault)
        else { throw SheetRefusal(.damaged, ["part": "zip"]) }
        guard let handle = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), &fault) else {
            unsafe zip_source_free(source)
            throw SheetRefusal(.damaged, ["part": "zip"])
        }
        unsafe self.handle = handle
        guard unsafe zip_get_num_entries(handle, 0) == zip_int64_t(directory.entries.count) else {
            throw SheetRefusal(.zipBomb, ["reason": "headers"])
        }
        for (index, entry) in directory.entries.enumerated() {
            let name = String(decoding: entry.name, as: UTF8.self)
            // Some writers use `\` and other letter cases; spreadsheets open those files.
            let key = Self.key(name)
            if indices[key] == nil { indices[key] = index }
        }
    }

    deinit { unsafe zip_discard(handle) }

    var names: [String] { Array(indices.keys) }

    func contains(_ name: String) -> Bool { indices[Self.key(name)] != nil }

    var isEncrypted: Bool { directory.entries.contains(where: \.isEncrypted) }

    /// Inflates `name` and hands it over in pieces until `body` returns false. A missing entry
    /// gives false. Throws `zipBomb`, `truncated`, `damaged`.
    func read(
        _ name: String, _ body: (Span<UInt8>) throws(SheetRefusal) -> Bool
    ) throws(SheetRefusal) -> Bool {
        guard let index = indices[Self.key(name)] else { return false }
        let entry = directory.entries[index]
        guard entry.method == 0 || entry.method == 8 else {
            throw SheetRefusal(.damaged, ["part": name])
        }
        guard let file = unsafe zip_fopen_index(handle, zip_uint64_t(index), 0) else {
            throw SheetRefusal(.damaged, ["part": name])
        }
        defer { unsafe _ = zip_fclose(file) }
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        var made = 0
        while true {
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe Int(zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)))
            }
            if count < 0 { throw SheetRefusal(.damaged, ["part": name]) }
            if count == 0 { break }
            made += count
            try hold(made: made, adding: count, packed: entry.packed)
            if try !body(piece.span.extracting(first: count)) { return true }
        }
        if made < entry.inflated { throw SheetRefusal(.truncated, ["part": name]) }
        return true
    }

    /// A whole small part, at most 4 MiB.
    func bytes(of name: String) throws(SheetRefusal) -> [UInt8]? {
        var whole: [UInt8] = []
        let found = try read(name) { (piece) throws(SheetRefusal) in
            unsafe piece.withUnsafeBufferPointer { unsafe whole.append(contentsOf: $0) }
            if whole.count > 4 << 20 { throw SheetRefusal(.tooLarge, ["part": name]) }
            return true
        }
        return found ? whole : nil
    }

    private func hold(made: Int, adding: Int, packed: Int) throws(SheetRefusal) {
        inflated += adding
        if made > limits.entryBytes || inflated > limits.inflatedBytes {
            throw SheetRefusal(.zipBomb, ["reason": "size"])
        }
        if made > limits.ratioFreeBytes + limits.ratio * packed {
            throw SheetRefusal(.zipBomb, ["reason": "ratio"])
        }
    }

    private static func key(_ name: String) -> String {
        var plain = name.lowercased()
        if plain.contains("\\") { plain = String(plain.map { $0 == "\\" ? "/" : $0 }) }
        return plain.hasPrefix("/") ? String(plain.dropFirst()) : plain
    }
}
