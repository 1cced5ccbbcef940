import Foundation

/// Folders that a test may fill; all of them go when the test process ends.
package enum TestFolder {
    private static let root: String = {
        let process = ProcessInfo.processInfo.processIdentifier
        let path = NSTemporaryDirectory() + "/cic-tests-\(process)"
        atexit { try? FileManager.default.removeItem(atPath: TestFolder.root) }
        return path
    }()

    /// A new empty folder.
    package static func make() throws -> String {
        let path = "\(root)/\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        return path
    }
}
