import Glibc
import NIOCore

/// What a visitor has not taken of what was written to him.
///
/// An answer of a page fits into the kernel's buffer, so the server has nothing left to write
/// although the visitor has taken nothing; and a socket that is closed with bytes in that buffer
/// lives on in the kernel for minutes. Only the kernel knows what has been acknowledged.
extension Channel {
    /// Bytes that wait in the program and in the kernel, the end of the connection counted as
    /// one. To be asked on the event loop.
    var untakenBytes: Int {
        let own = (try? syncOptions?.getOption(ChannelOptions.bufferedWritableBytes)) ?? 0
        let inKernel = try? pipeline.syncOperations.withUnsafeTransportIfAvailable(
            of: NIOBSDSocket.Handle.self
        ) { socket in
            var count: CInt = 0
            return unsafe ioctl(socket, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
        }
        return own + (inKernel ?? 0)
    }

    /// Closes, and when the visitor has not taken everything, throws the rest away.
    func letGo() {
        guard eventLoop.inEventLoop else { return eventLoop.execute { self.letGo() } }
        if untakenBytes > 0, let socket = self as? any SocketOptionProvider {
            // No linger: the kernel drops its buffer and resets the connection.
            socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in }
        }
        close(promise: nil)
    }
}
