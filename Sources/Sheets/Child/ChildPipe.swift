import Glibc

/// The reading end of a child's standard output, with one deadline for everything.
struct ChildPipe {
    let descriptor: Int32
    let deadline: Deadline

    /// Reads exactly so many elements. Errors: `timeout`; `childFailed` when the child ends first.
    func read<Element: BitwiseCopyable & FixedWidthInteger>(
        _ count: Int
    ) throws(SheetRefusal) -> [Element] {
        var array = [Element](repeating: 0, count: count)
        var place = 0
        let length = count * MemoryLayout<Element>.stride
        while place < length {
            try deadline.waitReadable(descriptor)
            let got = unsafe array.withUnsafeMutableBytes { bytes in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[place...])
                return unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
            }
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got > 0 else { throw SheetRefusal(.childFailed, ["reason": "end"]) }
            place += got
        }
        return array
    }
}

/// A moment on the monotonic clock after which nobody waits any more.
struct Deadline {
    private let end: Int

    init(seconds: Int) { end = Self.now() + seconds * 1_000 }

    /// Sleeps until the descriptor has something to read or is closed. Errors: `timeout`.
    func waitReadable(_ descriptor: Int32) throws(SheetRefusal) {
        while true {
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = end - Self.now()
            guard left > 0 else { throw SheetRefusal(.timeout) }
            let ready = unsafe poll(&watched, 1, Int32(clamping: left))
            if ready > 0 { return }
            if ready < 0, errno != EINTR { throw SheetRefusal(.childFailed, ["reason": "poll"]) }
        }
    }

    private static func now() -> Int {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
