import Foundation
import HummingbirdCore
import NIOCore
import NIOPosix

/// The body of an answer, rendered: bytes that are all there, or a file that is streamed.
enum Body: Sendable {
    case bytes([UInt8])
    case file(path: String, size: Int)

    var size: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(_, let size): size
        }
    }

    var responseBody: ResponseBody {
        switch self {
        case .bytes(let bytes):
            bytes.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: bytes))
        case .file(let path, let size): Self.stream(path, size)
        }
    }

    /// Sends a file in pieces of 64 KiB; the next is read when the visitor has taken the last.
    private static func stream(_ path: String, _ size: Int) -> ResponseBody {
        ResponseBody(contentLength: size) { writer in
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            var rest = size
            while rest > 0 {
                let count = min(rest, 64 * 1024)
                let piece = try await NIOThreadPool.singleton.runIfActive {
                    try handle.read(upToCount: count) ?? Data()
                }
                guard !piece.isEmpty else { throw ShortFile() }
                rest -= piece.count
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
    }
}

/// A file became shorter while it was being sent.
struct ShortFile: Error {}
