import Basics
import NIOCore
import NIOHTTP1

/// The deadlines of a connection: one look at the clock at every tick.
extension ConnectionGuard {
    /// Bytes have come from the socket; false when they are thrown away.
    func takes(_ buffer: ByteBuffer, context: ChannelHandlerContext) -> Bool {
        let bytes = buffer.readableBytes
        if case .waiting(let since) = incoming {
            // The first head of a connection has its time from the connection on.
            incoming = .head(since: isFirst ? since : .now())
            opening = []
        }
        if case .head = incoming, opening.count < limits.methodBytes {
            opening += buffer.readableBytesView.prefix(limits.methodBytes - opening.count)
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

    /// True when what came first can be a method, only none that anybody here knows.
    var opensWithMethod: Bool {
        let word = opening.prefix { $0 != UInt8(ascii: " ") }
        let isToken = word.allSatisfy { byte in
            // RFC 9110 5.6.2
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: Array("!#$%&'*+-.^_`|~".utf8).contains(byte)
            }
        }
        return !word.isEmpty && word.count < limits.methodBytes && isToken
    }

    func gives(bytes: Int) { written += bytes }

    func tick(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let untaken = untaken(context)
        if let stopAt, now >= stopAt { return context.close(promise: nil) }
        if isSlowTaker(untaken, now) { return context.channel.letGo() }
        if let lingerUntil {
            if untaken > 0 {
                self.lingerUntil = now + limits.linger
            } else if inputEnded || now >= lingerUntil {
                context.close(promise: nil)
            }
            return
        }
        // The time for the next request begins when the visitor has the last answer.
        if untaken > 0, pending.isEmpty, case .waiting = incoming {
            incoming = .waiting(since: now)
        }
        checkIncoming(now, context)
        updateStanding(now)
    }

    /// What the visitor has not taken yet; who has taken everything is not asked again.
    private func untaken(_ context: ChannelHandlerContext) -> Int {
        let isOpen = written > writing.bytes || lingerUntil != nil
        return isOpen ? context.channel.untakenBytes : 0
    }

    private func isSlowTaker(_ untaken: Int, _ now: NIODeadline) -> Bool {
        let taken = written - untaken
        if taken > writing.bytes { writing.progress(taken - writing.bytes, at: now) }
        guard untaken > 0 else {
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
            standing.idleSince = writing.slowSince(now) ?? since
        case .body: standing.idleSince = reading.slowSince(now) ?? writing.slowSince(now)
        default: standing.idleSince = writing.slowSince(now)
        }
    }
}

extension Refusal {
    /// The visitor has taken too long for his request.
    static let slow = Refusal(.unavailable, "request.timeout")
}
