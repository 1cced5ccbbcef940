import Basics
import Foundation

/// Finds the files below a folder and tells when they were last written.
enum FolderWalk {
    /// Paths relative to the folder, in no particular order; empty for a folder that is not there.
    static func files(below folder: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        var files: [String] = []
        while let path = walk.nextObject() as? String {
            if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                files.append(path)
            }
        }
        return files
    }

    /// When a file was last written; `nil` when it is gone by now.
    static func changed(_ path: String) -> Instant? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let date = attributes[.modificationDate] as? Date
        else { return nil }
        return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
    }
}
