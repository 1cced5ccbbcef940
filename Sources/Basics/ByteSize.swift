/// A number of bytes as people read it, the same in both languages: `1.5 KB`, `64 MB`.
package enum ByteSize {
    private static let units = ["KB", "MB", "GB"]

    /// Steps of 1024, one decimal below ten: `1536` → `1.5 KB`, `20971520` → `20 MB`.
    package static func text(_ bytes: Int) -> String {
        guard bytes >= 1024 else { return "\(bytes) B" }
        let (tenths, unit, _) = scaled(bytes)
        return tenths >= 100 ? "\(tenths / 10) \(unit)" : decimal(tenths, unit)
    }

    /// Rounded up to a tenth, for what is above a limit: one byte more than 64 MB is `64.1 MB`, so
    /// that no sentence says that 64 MB are more than 64 MB.
    package static func above(_ bytes: Int) -> String {
        guard bytes >= 1024 else { return "\(bytes) B" }
        let (tenths, unit, isExact) = scaled(bytes)
        return decimal(isExact ? tenths : tenths + 1, unit)
    }

    private static func decimal(_ tenths: Int, _ unit: String) -> String {
        tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }

    private static func scaled(_ bytes: Int) -> (tenths: Int, unit: String, isExact: Bool) {
        var (divisor, unit) = (1024, 0)
        while bytes / divisor >= 1024, unit < units.count - 1 {
            divisor *= 1024
            unit += 1
        }
        let (whole, rest) = bytes.quotientAndRemainder(dividingBy: divisor)
        // The largest number of bytes is eight thousand million gigabytes: no overflow.
        return (whole * 10 + rest * 10 / divisor, units[unit], rest * 10 % divisor == 0)
    }
}

extension Refusal {
    /// A file of `bytes`, or of at least as many, above the limit.
    package static func fileTooLarge(_ bytes: Int, limit: Int) -> Refusal {
        Refusal(
            .tooLarge, "file_too_large",
            ["size": ByteSize.above(bytes), "limit": ByteSize.text(limit)])
    }
}
