#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file's bytes in memory without reading them first; they stay until the last holder lets go.
///
/// The file must never be changed in place. Ours never are: a store replaces a file by renaming,
/// and a deleted one stays readable here until it is unmapped.
@safe
package final class MappedFile: @unchecked Sendable {
    private let base: UnsafeRawPointer?

    /// Number of bytes.
    package let count: Int

    /// Maps the whole of an open file; the descriptor may be closed afterwards.
    init(descriptor: Int32) throws {
        count = try Disk.size(descriptor)
        guard count > 0 else {
            unsafe base = nil
            return
        }
        guard let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
            unsafe address != MAP_FAILED
        else { throw FileFault.from(errno, "map") }
        #if canImport(Glibc)
            // Of a list only the rows that are shown are read: a huge page would make each of them
            // 2 MB of resident memory.
            if count <= Limits.scatteredBytes { unsafe madvise(address, count, MADV_NOHUGEPAGE) }
        #endif
        unsafe base = UnsafeRawPointer(address)
    }

    deinit {
        if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }
    }

    /// Gives back the memory of what was read so far; reading it again takes it from the file. For
    /// files that are walked once and then read here and there; readers need not stop.
    package func letGo() {
        #if canImport(Glibc)
            guard let base = unsafe base else { return }
            unsafe madvise(UnsafeMutableRawPointer(mutating: base), count, MADV_DONTNEED)
        #endif
    }

    /// Lends the bytes to the body.
    package func withBytes<T>(_ body: (RawSpan) throws -> T) rethrows -> T {
        try body(unsafe RawSpan(_unsafeBytes: pointer))
    }

    /// The bytes as a pointer, valid as long as this object is held: keep it beside the pointer.
    @unsafe
    package var pointer: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: base, count: count)
    }
}
