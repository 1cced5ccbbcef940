package import Basics

/// A place that keeps bytes under keys such as `segments/ab12cd`.
///
/// A key is one to seven names joined by `/`; a name has letters, digits, `.`, `_` and `-` and
/// does not begin with a dot. Errors are `FileFault`, and `Refusal.unavailable` for a full disk.
package protocol Store: Sendable {
    /// Puts bytes under a key, in the place of what was there. When this returns they are on the
    /// disk; when the machine stops earlier, the old ones are still there, whole.
    func put(_ bytes: [UInt8], as key: String) async throws

    /// Puts a finished temporary file under a key, without copying it; same promise.
    func put(_ file: IncomingFile, as key: String) async throws

    /// All bytes of a file of at most `Limits.wholeBytes`.
    func read(_ key: String) async throws -> [UInt8]

    /// The file's bytes without reading them; they stay valid after the file was deleted.
    func map(_ key: String) async throws -> MappedFile

    /// A path on this machine under which the bytes can be read, for a program that takes paths.
    func localPath(_ key: String) async throws -> String

    /// Number of bytes, `nil` when there is no such file.
    func size(_ key: String) async throws -> Int?

    /// Deletes a file; one that is not there is fine.
    func delete(_ key: String) async throws

    /// The keys below a folder, in the order of their bytes.
    func list(_ folder: String, _ page: Page) async throws -> Slice<String>

    /// Begins a temporary file that takes at most `limit` bytes.
    func receive(limit: Int) throws -> Incoming

    /// Throws a finished temporary file away.
    func discard(_ file: IncomingFile) throws

    /// Deletes temporary files that are older than `seconds` and gives their number.
    func sweep(olderThan seconds: Int) async throws -> Int
}

extension Store {
    package func exists(_ key: String) async throws -> Bool { try await size(key) != nil }
}

/// Whether a string can be a key; also guards against leaving the store's folder.
func checkKey(_ key: String) throws {
    let names = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard key.utf8.count <= Limits.key, names.count <= Limits.depth + 1,
        names.allSatisfy({ name in
            !name.isEmpty && name.first != UInt8(ascii: ".") && name.allSatisfy(isKeyByte)
        })
    else { throw FileFault.badKey(String(key.prefix(Limits.key))) }
}

private func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        true
    default: false
    }
}
