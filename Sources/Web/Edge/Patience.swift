import NIOCore

/// How much longer a visitor may take for what we wait for: only the time in which we really wait
/// counts, so a busy server never blames its visitors.
struct Patience {
    private let grace: TimeAmount
    private let stall: TimeAmount
    private let total: TimeAmount
    private let bytesPerSecond: Int
    private(set) var bytes = 0
    private var waited: TimeAmount = .nanoseconds(0)
    private var waitingSince: NIODeadline?

    init(grace: TimeAmount, stall: TimeAmount, total: TimeAmount, bytesPerSecond: Int) {
        self.grace = grace
        self.stall = stall
        self.total = total
        self.bytesPerSecond = bytesPerSecond
    }

    /// From now on we wait for the visitor.
    mutating func wait(from now: NIODeadline) {
        if waitingSince == nil { waitingSince = now }
    }

    /// The visitor has done something: sent or taken `count` bytes.
    mutating func progress(_ count: Int, at now: NIODeadline) {
        rest(at: now)
        bytes += count
    }

    /// We do not wait for the visitor any more.
    mutating func rest(at now: NIODeadline) {
        if let since = waitingSince { waited = waited + (now - since) }
        waitingSince = nil
    }

    /// Since when we wait in vain, once the average has fallen below what is asked.
    func slowSince(_ now: NIODeadline) -> NIODeadline? {
        guard let since = waitingSince else { return nil }
        let spent = waited + (now - since)
        return spent > .seconds(1) && spent > allowance ? since : nil
    }

    /// True when the visitor has used up his time.
    func isOver(_ now: NIODeadline) -> Bool {
        guard let since = waitingSince else { return false }
        let wait = now - since
        let spent = waited + wait
        return wait > stall || spent > total || spent > grace + allowance
    }

    /// The time that the bytes may have taken at the lowest rate.
    private var allowance: TimeAmount {
        let (nanoseconds, overflow) = Int64(bytes).multipliedReportingOverflow(by: 1_000_000_000)
        return .nanoseconds(overflow ? Int64.max / 4 : nanoseconds / Int64(bytesPerSecond))
    }
}
