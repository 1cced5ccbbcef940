import Basics
import NIOCore
import NIOHTTP1

/// What goes out through the guard of a connection, and how the connection ends.
extension ConnectionGuard {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !hasRefused, let current = pending.first else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.code < 200: context.write(data, promise: promise)
        case .head(let head): writeHead(head, of: current, context, promise)
        case .body where current.isHead: promise?.succeed()
        case .body: context.write(data, promise: promise)
        case .end: writeEnd(data, context, promise)
        }
    }

    private func writeHead(
        _ head: HTTPResponseHead, of current: Pending, _ context: ChannelHandlerContext,
        _ promise: EventLoopPromise<Void>?
    ) {
        var head = head
        // An answer before the end of the request: what is still on its way is never read
        // (reliability finding 9), so the connection cannot go on.
        let isEarly = pending.count == 1 && isInBody
        if isEarly { isDeaf = true }
        if current.closes || isEarly || isStopping || inputEnded {
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            isEnding = true
        }
        if current.isOld { head.version = .http1_0 }
        pending[pending.startIndex].hasBegun = true
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    private func writeEnd(
        _ data: NIOAny, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        context.write(data, promise: promise)
        pending.removeFirst()
        if isEnding {
            finish(context)
        } else if pending.isEmpty {
            if let waiting = waitingRefusal { return send(waiting.refusal, waiting.head, context) }
            if isStopping { return finish(context) }
            restartPause()
        }
    }

    /// The time that an answer took does not count for the next request.
    private func restartPause() {
        switch incoming {
        case .waiting: incoming = .waiting(since: .now())
        case .head: incoming = .head(since: .now())
        case .body: return
        }
        standing.idleSince = .now()
    }

    var isInBody: Bool {
        if case .body = incoming { true } else { false }
    }

    // MARK: refusals

    /// Refuses what has just come in: at once when nothing else is being answered, in its turn
    /// when earlier requests still are.
    func refuse(_ refusal: Refusal, _ head: HTTPRequestHead?, _ context: ChannelHandlerContext) {
        isDeaf = true
        let isOwn = head == nil && isInBody
        switch pending.count {
        case 0: send(refusal, head, context)
        case 1 where isOwn:
            guard pending.first?.hasBegun == false else { return context.close(promise: nil) }
            send(refusal, nil, context)
            context.fireErrorCaught(EdgeRefused())
        default:
            if isOwn { return context.close(promise: nil) }
            waitingRefusal = (refusal, head)
        }
    }

    private func send(
        _ refusal: Refusal, _ head: HTTPRequestHead?, _ context: ChannelHandlerContext
    ) {
        hasRefused = true
        isDeaf = true
        let isHead = pending.first?.isHead ?? (head?.method == .HEAD)
        var answer = refuse.answer(refusal, head)
        answer.head.headers.replaceOrAdd(name: "Connection", value: "close")
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        if !isHead {
            context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        finish(context)
    }

    // MARK: the end

    /// Sends what is written, says that nothing follows, and listens a moment longer: a close
    /// with unread bytes would take the answer back (RFC 9112 9.6).
    func finish(_ context: ChannelHandlerContext) {
        guard lingerUntil == nil else { return }
        isDeaf = true
        isEnding = true
        lingerUntil = .now() + limits.linger
        context.flush()
        context.close(mode: .output, promise: nil)
        if inputEnded { return tick(context) }
        context.read()
    }

    func close(
        context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
    ) {
        guard mode == .output else { return context.close(mode: mode, promise: promise) }
        if lingerUntil == nil { finish(context) }
        promise?.succeed()
    }

    /// The program is being stopped: no new request, and a bounded time for the open ones.
    func stop(_ context: ChannelHandlerContext) {
        isStopping = true
        stopAt = .now() + limits.drain
        if pending.isEmpty, !isEnding { context.close(promise: nil) }
    }
}

/// Tells the handler of a request that the guard has answered in its place.
struct EdgeRefused: Error {}

/// Makes the answer to a request that never came through: like every other answer, with every
/// header.
struct EdgeRefusal: Sendable {
    /// Takes the refusal and, when it could be read, the head of the request.
    let answer: @Sendable (Refusal, HTTPRequestHead?) -> (head: HTTPResponseHead, body: ByteBuffer)
}
