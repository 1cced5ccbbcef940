#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What an engine does when the disk lies: the live one ends the process at once.
///
/// After one failed `fsync` the kernel may have dropped the pages, and SQLite acknowledges later
/// commits as if nothing had happened: 27 of them were measured (reliability finding 6). A new
/// process reads what is really on the disk; going on would acknowledge what is not.
package struct FailStop: Sendable {
    private let action: @Sendable (StorageFault) -> Void

    /// Takes what to do with the fault; tests take note of it instead of ending.
    package init(_ action: @escaping @Sendable (StorageFault) -> Void) { self.action = action }

    /// Exit code of a process that ended because of its disk: `EX_IOERR` of `sysexits.h`.
    package static let exitCode: Int32 = 74

    /// Says why on standard error and ends without running any exit handler, so that nothing more
    /// is written by a program that no longer knows what is on its disk.
    package static let endProcess = FailStop { fault in
        let line = Array("cic: stopped, the database can no longer be trusted: \(fault)\n".utf8)
        _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
        _exit(exitCode)
    }

    /// Called by engines with every fault that they meet.
    package func consider(_ fault: StorageFault) {
        if fault.endsTheProcess { action(fault) }
    }
}
