import Basics
import NIOCore
import NIOHTTP1

/// Guards one connection: judges every head, holds every deadline, and ends the connection in
/// order. It sits right behind the parser; all its state belongs to the connection's event loop.
final class ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Where we are in what comes in.
    enum Incoming {
        case waiting(since: NIODeadline)
        case head(since: NIODeadline)
        case body(BodyRule, taken: Int)
    }

    /// A request that has been let through and not been answered to the end.
    struct Pending {
        let closes: Bool
        let isHead: Bool
        let isOld: Bool
        var hasBegun = false
    }

    let limits: EdgeLimits
    let check: HeadCheck
    let refuse: EdgeRefusal
    let census: Census
    let standing: Standing

    var incoming = Incoming.waiting(since: .now())
    /// The first bytes of the head that is coming in, where its method stands.
    var opening: [UInt8] = []
    var isFirst = true
    var pending: CircularBuffer<Pending> = []
    var reading: Patience
    var writing: Patience
    var written = 0
    var wireBytes = 0

    /// Nothing that comes in is listened to any more.
    var isDeaf = false
    /// The answer that is being written is ours; what the program still says is dropped.
    var hasRefused = false
    /// A refusal that waits until earlier requests have been answered.
    var waitingRefusal: (refusal: Refusal, head: HTTPRequestHead?)?
    var isStopping = false
    var stopAt: NIODeadline?
    var isEnding = false
    var lingerUntil: NIODeadline?
    var lingered = 0
    var inputEnded = false
    var ticking: RepeatedTask?

    init(
        limits: EdgeLimits, check: HeadCheck, refuse: EdgeRefusal, census: Census,
        standing: Standing
    ) {
        self.limits = limits
        self.check = check
        self.refuse = refuse
        self.census = census
        self.standing = standing
        reading = Self.patience(limits, upload: false)
        writing = Patience(
            grace: limits.writeProgress, stall: limits.writeProgress, total: .hours(24),
            bytesPerSecond: limits.bytesPerSecond)
    }

    static func patience(_ limits: EdgeLimits, upload: Bool) -> Patience {
        Patience(
            grace: limits.bodyGrace, stall: limits.bodyStall,
            total: upload ? limits.uploadTotal : limits.bodyTotal,
            bytesPerSecond: limits.bytesPerSecond)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        ticking = context.eventLoop.scheduleRepeatedTask(
            initialDelay: limits.tick, delay: limits.tick
        ) { _ in
            let (connection, context) = bound.value
            connection.tick(context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { ticking?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        ticking?.cancel()
        context.fireChannelInactive()
    }

    // MARK: what comes in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDeaf else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): takeHead(head, context)
        case .body(let bytes): takeBody(bytes, context)
        case .end:
            incoming = .waiting(since: .now())
            reading.rest(at: .now())
            if pending.last?.closes == true { isDeaf = true }
            context.fireChannelRead(data)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        if isDeaf, isEnding, lingered < limits.lingerBytes { context.read() }
    }

    private func takeHead(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        isFirst = false
        do {
            let passed = try check.pass(head)
            standing.idleSince = nil
            incoming = .body(passed.body, taken: 0)
            wireBytes = 0
            reading = Self.patience(limits, upload: passed.body.isUpload)
            if passed.waits, pending.isEmpty { sendContinue(context) }
            pending.append(
                Pending(
                    closes: passed.closes, isHead: head.method == .HEAD,
                    isOld: head.version.minor == 0))
            context.fireChannelRead(wrapInboundOut(.head(passed.head)))
        } catch {
            refuse(error, head, context)
        }
    }

    private func takeBody(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .body(let rule, var taken) = incoming else { return }
        taken += bytes.readableBytes
        incoming = .body(rule, taken: taken)
        reading.progress(bytes.readableBytes, at: .now())
        if taken > rule.bytesMax { return refuse(rule.tooLarge(taken), nil, context) }
        if wireBytes > taken * 16 + limits.framingBytes { return refuse(.malformed, nil, context) }
        context.fireChannelRead(wrapInboundOut(.body(bytes)))
    }

    private func sendContinue(_ context: ChannelHandlerContext) {
        let head = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let broken = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        guard !isDeaf else { return }
        switch broken {
        case .invalidEOFState, .closedConnection: context.close(promise: nil)
        case .headerOverflow:
            refuse(Refusal(.tooLarge, "request.head_too_large"), nil, context)
        case .invalidMethod where opensWithMethod: refuse(.unknownMethod, nil, context)
        case .invalidVersion: refuse(Refusal(.invalid, "request.version"), nil, context)
        default: refuse(.malformed, nil, context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: stop(context)
        case ChannelEvent.inputClosed:
            inputEnded = true
            context.fireUserInboundEventTriggered(event)
            if isEnding { tick(context) }
        default: context.fireUserInboundEventTriggered(event)
        }
    }
}
