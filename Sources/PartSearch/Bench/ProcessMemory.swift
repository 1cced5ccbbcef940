import Foundation

/// What the operating system says the process takes.
enum ProcessMemory {
    /// Bytes resident in memory; 0 where the system does not tell.
    static var resident: Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") where line.hasPrefix("VmRSS:") {
            let kilobytes = line.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
            return kilobytes * 1_024
        }
        return 0
    }
}
