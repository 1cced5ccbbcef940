import CWalls
import Glibc

/// A started child: no descriptor of ours but its output, no environment, default signals.
struct ChildProcess {
    let process: pid_t
    /// The reading end of its standard output.
    let output: Int32

    /// Starts a program. Errors: `childFailed`.
    init(executable: String, arguments: [String]) throws(SheetRefusal) {
        var ends: [Int32] = [-1, -1]
        guard unsafe walls_pipe(&ends) == 0 else { throw Self.cannotStart }
        let started = Self.spawn(executable, [executable] + arguments, output: ends[1])
        close(ends[1])
        guard let started else {
            close(ends[0])
            throw Self.cannotStart
        }
        process = started
        output = ends[0]
    }

    /// POSIX_SPAWN_SETSID: no terminal, no group of ours.
    private static let newSession: Int32 = 0x80
    private static let cannotStart = SheetRefusal(.childFailed, ["reason": "start"])

    private static func spawn(
        _ executable: String, _ arguments: [String], output: Int32
    ) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        unsafe walls_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | Self.newSession
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        var words = unsafe arguments.map { unsafe strdup($0) }
        unsafe words.append(nil)
        defer { unsafe words.forEach { unsafe free($0) } }
        var environment: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
        var process = pid_t()
        let result = unsafe posix_spawn(
            &process, executable, &actions, &attributes, &words, &environment)
        return result == 0 ? process : nil
    }

    /// Ends the child if it still runs, forgets it, and says how it ended.
    func end(waitUntil deadline: Deadline?) -> ChildEnd {
        var isLate = false
        let watch = deadline == nil ? -1 : walls_watch(process)
        if let deadline, watch >= 0 {
            do { try deadline.waitReadable(watch) } catch { isLate = true }
            close(watch)
        }
        kill(process, SIGKILL)
        close(output)
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        return ChildEnd(
            status: status, residentBytes: usage.ru_maxrss * 1024, isLate: isLate)
    }
}

/// How a child ended, in terms of what the file's sender can be told.
struct ChildEnd {
    let status: Int32
    let residentBytes: Int
    /// It had to be ended at the deadline.
    let isLate: Bool

    /// Signals of a program that ran out of memory: Swift traps, C libraries abort or fault.
    private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS]

    func refusal(_ limits: SheetLimits) -> SheetRefusal {
        if isLate { return SheetRefusal(.timeout) }
        let signal = status & 0x7F
        guard signal != 0 else {
            return SheetRefusal(.childFailed, ["exit": String((status >> 8) & 0xFF)])
        }
        if signal == SIGXCPU { return SheetRefusal(.timeout) }
        if Self.crashes.contains(signal), residentBytes > limits.memory / 2 {
            return SheetRefusal(.outOfMemory)
        }
        return SheetRefusal(.childFailed, ["signal": String(signal)])
    }
}
