import Basics
import NIOCore
import NIOHTTP1

/// The deadlines of a connection: one look at the clock at every tick.
extension ConnectionGuard {
    /// Bytes have come from the socket; false when they are thrown away.
    func takes(bytes: Int, context: ChannelHandlerContext) -> Bool {
        if case .waiting(let since) = incoming {
            // The first head of a connection has its time from the connection on.
            incoming = .head(since: isFirst ? since : .now())
        }
        if isInBody { wireBytes += bytes }
        guard isDeaf else { return true }
        if isEnding { lingered += bytes }
        return false
    }

    /// The program wants more of what comes in, so from now on it waits for the visitor.
    func startsToWait() {
        if isInBody { reading.wait(from: .now()) }
    }

    func gives(bytes: Int) { written += bytes }

    func tick(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let buffered =
            (try? context.channel.syncOptions?.getOption(ChannelOptions.bufferedWritableBytes))
            ?? 0
        if let stopAt, now >= stopAt { return context.close(promise: nil) }
        if isSlowTaker(buffered: buffered, now) { return context.close(promise: nil) }
        if let lingerUntil {
            if buffered > 0 {
                self.lingerUntil = now + limits.linger
            } else if inputEnded || now >= lingerUntil {
                context.close(promise: nil)
            }
            return
        }
        checkIncoming(now, context)
        updateStanding(now)
    }

    private func isSlowTaker(buffered: Int, _ now: NIODeadline) -> Bool {
        let taken = written - buffered
        if taken > writing.bytes { writing.progress(taken - writing.bytes, at: now) }
        guard buffered > 0 else {
            writing.rest(at: now)
            return false
        }
        writing.wait(from: now)
        return writing.isOver(now)
    }

    private func checkIncoming(_ now: NIODeadline, _ context: ChannelHandlerContext) {
        switch incoming {
        case .waiting(let since) where pending.isEmpty:
            if now - since > (isFirst ? limits.head : limits.keepAlive) {
                context.close(promise: nil)
            }
        case .head(let since) where pending.isEmpty:
            if now - since > limits.head { refuse(.slow, nil, context) }
        case .body:
            if reading.isOver(now) { refuse(.slow, nil, context) }
        default: break
        }
    }

    private func updateStanding(_ now: NIODeadline) {
        switch incoming {
        case .waiting(let since) where pending.isEmpty, .head(let since) where pending.isEmpty:
            standing.idleSince = since
        case .body: standing.idleSince = reading.slowSince(now) ?? writing.slowSince(now)
        default: standing.idleSince = writing.slowSince(now)
        }
    }
}

extension Refusal {
    /// The visitor has taken too long for his request.
    static let slow = Refusal(.unavailable, "request.timeout")
}
