#if canImport(Glibc)
    import Glibc
#endif

/// Memory that building a large segment has freed, and that glibc would keep for later: up to 27
/// bytes a line at five million lines.
enum FreedMemory {
    /// Lines of a segment from which on it is worth asking for.
    static let worthwhile = 500_000

    /// Gives it back to the system; some milliseconds.
    static func giveBack() {
        #if canImport(Glibc)
            // Swift's view of glibc leaves malloc.h out, so the function is asked for by name.
            guard let symbol = unsafe dlsym(nil, "malloc_trim") else { return }
            typealias Trim = @convention(c) (Int) -> CInt
            _ = unsafe unsafeBitCast(symbol, to: Trim.self)(0)
        #endif
    }
}
