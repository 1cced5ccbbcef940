import Basics
import Foundation
import Storage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The lock file beside the database, so that one process alone has it open (reliability finding
/// 5: two connections that write or checkpoint at once can damage the file before 3.51.3).
final class FolderLock: Sendable {
    static let fileName = "cic.lock"

    private let descriptor: Int32

    /// Takes the lock or refuses, naming the process that holds it. The kernel lets go of it when
    /// the process ends, however it ends; the file stays and means nothing by itself.
    init(beside databasePath: String) throws {
        let folder = (databasePath as NSString).deletingLastPathComponent
        let path = (folder.isEmpty ? "." : folder) + "/" + Self.fileName
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            throw StorageFault.other(
                code: "open", message: "\(path): \(unsafe String(cString: strerror(code)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(descriptor)
            Glibc.close(descriptor)
            throw Refusal(.conflict, "database_in_use", ["pid": holder, "path": path])
        }
        writeProcessID()
    }

    func release() { Glibc.close(descriptor) }

    /// The number that the holder wrote into the file, or `?`.
    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (48...57).contains($0) }
        return digits.isEmpty ? "?" : String(decoding: digits, as: UTF8.self)
    }

    private func writeProcessID() {
        let line = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        _ = unsafe pwrite(descriptor, line, line.count, 0)
    }
}
