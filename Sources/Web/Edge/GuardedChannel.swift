import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Hummingbird's HTTP/1.1 connection with our guard built in: the bytes pass the watch, the parser
/// with our limits, and the guard before anything else sees them.
struct GuardedChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let inner: HTTP1Channel
    private let limits: EdgeLimits
    private let check: HeadCheck
    private let refusal: EdgeRefusal
    private let census: Census

    init(
        responder: @escaping HTTPChannelHandler.Responder, limits: EdgeLimits, check: HeadCheck,
        refusal: EdgeRefusal, census: Census
    ) {
        inner = HTTP1Channel(
            responder: responder,
            configuration: .init(
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headBytes, maxHeaderListSize: limits.headBytes,
                    maxHeaderFieldCount: limits.headFields)))
        self.limits = limits
        self.check = check
        self.refusal = refusal
        self.census = census
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let standing = Standing(channel: channel, address: AddressKey(channel.remoteAddress))
        guard census.admit(standing) else {
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(NoRoom())
        }
        channel.closeFuture.whenComplete { [census] _ in census.leave(standing) }
        return inner.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.context(
                handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let connection = ConnectionGuard(
                limits: limits, check: check, refuse: refusal, census: census, standing: standing)
            try pipeline.addHandler(connection, position: .after(decoder.handler))
            try pipeline.addHandler(ByteWatch(connection: connection), position: .first)
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await inner.handle(value: value, logger: logger)
    }
}

/// Neither this address nor the site has room for another connection.
struct NoRoom: Error {}
