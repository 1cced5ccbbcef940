import NIOCore

/// Sits at the socket and tells the guard of the connection what comes in and what goes out, in
/// bytes: the parser behind it speaks only of whole heads.
final class ByteWatch: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let connection: ConnectionGuard

    init(connection: ConnectionGuard) { self.connection = connection }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        if connection.takes(buffer, context: context) {
            context.fireChannelRead(data)
        }
    }

    func read(context: ChannelHandlerContext) {
        connection.startsToWait()
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        connection.gives(bytes: unwrapOutboundIn(data).readableBytes)
        context.write(data, promise: promise)
    }
}
