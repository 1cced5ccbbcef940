package import NIOCore

/// How long and how much one connection may take (reliability D13). Tests inject short ones.
package struct EdgeLimits: Sendable {
    /// From the first byte of a request, or from the connection, to the end of its head.
    package var head: TimeAmount = .seconds(10)
    /// From an answer to the first byte of the next request.
    package var keepAlive: TimeAmount = .seconds(15)
    /// A body may be slow for this long; after it, ``bytesPerSecond`` on the average are asked.
    package var bodyGrace: TimeAmount = .seconds(5)
    package var bytesPerSecond = 1024
    /// The longest wait for one piece of a body.
    package var bodyStall: TimeAmount = .seconds(10)
    /// All waiting for the body of a form together, and for that of an upload.
    package var bodyTotal: TimeAmount = .seconds(60)
    package var uploadTotal: TimeAmount = .minutes(10)
    /// The longest wait until a visitor takes more of an answer, out of the kernel's buffer too.
    package var writeProgress: TimeAmount = .seconds(10)
    /// How long a closed connection is listened to, so that the last answer arrives.
    package var linger: TimeAmount = .seconds(2)
    /// How long open requests may go on after the program was told to stop.
    package var drain: TimeAmount = .seconds(20)

    package var headBytes = 16 * 1024
    package var headFields = 100
    /// No method is as long.
    package var methodBytes = 32
    package var uriBytes = 8 * 1024
    /// What is read and thrown away after the last answer of a connection.
    package var lingerBytes = 1 << 20
    /// What the framing of a chunked body may cost beside its bytes.
    package var framingBytes = 64 * 1024
    package var connectionsPerAddress = 64
    package var connections = 4096

    package init() {}

    /// How often a connection looks at its clock: fine enough for the shortest deadline.
    var tick: TimeAmount {
        let shortest =
            [head, keepAlive, bodyGrace, bodyStall, writeProgress, linger, drain]
            .map(\.nanoseconds).min() ?? 0
        return .nanoseconds(min(max(shortest / 8, 5_000_000), 500_000_000))
    }
}
