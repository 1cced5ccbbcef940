import Foundation

/// Looks into a folder of a test.
enum FileFolder {
    static func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}
