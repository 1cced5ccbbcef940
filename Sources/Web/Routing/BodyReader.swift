import Basics
import Files
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore

/// Reads the body of a request as its route says, within bounded memory.
struct BodyReader: Sendable {
    let files: any Store

    /// What was in the body.
    struct Content: Sendable {
        var form = Fields()
        var files: [SentFile] = []
        var json: [UInt8]?
        /// Why the form is not taken but shown again; see ``Handled/again``.
        var refusal: Refusal?
    }

    /// Reads the body. `onFile` is asked before the first byte of a file is kept: it sees the
    /// fields that came before, and may refuse. Whatever was received is thrown away on errors.
    func read(
        _ body: RequestBody, _ arrival: Arrival, rule: BodyRule,
        onFile: (Fields) throws(Refusal) -> Void
    ) async throws -> Content {
        guard case .nothing = rule else {
            let type = arrival.headers[.contentType].flatMap(MediaType.init)
            switch type?.value {
            case "application/x-www-form-urlencoded":
                return try Self.form(try await collect(body, arrival))
            case "multipart/form-data":
                return try await multipart(body, type, rule, onFile)
            case let value? where value == "application/json" || value.hasSuffix("+json"):
                return try Self.json(try await collect(body, arrival))
            default:
                let bytes = try await collect(body, arrival)
                guard bytes.isEmpty else {
                    throw Refusal(
                        .unsupported, "request.media_type", ["type": type?.value ?? "–"])
                }
                return Content()
            }
        }
        return Content()
    }

    private func collect(_ body: RequestBody, _ arrival: Arrival) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= Limits.fieldsBytes else {
                throw Refusal.tooLarge(
                    Limits.fieldsBytes, size: bytes.count + buffer.readableBytes)
            }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        if let length = arrival.headers[.contentLength].flatMap(Int.init), length != bytes.count {
            throw Refusal.malformed
        }
        return bytes
    }

    private static func form(_ bytes: [UInt8]) throws(Refusal) -> Content {
        guard let text = String(validating: bytes, as: UTF8.self),
            let pairs = PercentCoding.fields(text)
        else { throw Refusal(.invalid, "request.encoding") }
        return Content(form: Fields(pairs))
    }

    /// Keeps the bytes for handlers that decode them, and gives the plain members of the object
    /// as fields, so that one handler reads forms and JSON alike.
    private static func json(_ bytes: [UInt8]) throws(Refusal) -> Content {
        guard !bytes.isEmpty else { return Content() }
        guard JSONDepth.isWithin(Limits.jsonDepth, bytes),
            (try? JSONDecoder().decode(PlainValue.self, from: Data(bytes))) != nil
        else { throw Refusal(.invalid, "request.json") }
        let object = try? JSONDecoder().decode([String: PlainValue].self, from: Data(bytes))
        let members = (object ?? [:]).sorted { $0.key < $1.key }
        let pairs = members.prefix(Limits.fieldCount).compactMap { name, value in
            value.text.map { Fields.Pair(name, $0) }
        }
        return Content(form: Fields(pairs), json: bytes)
    }

    private func multipart(
        _ body: RequestBody, _ type: MediaType?, _ rule: BodyRule,
        _ onFile: (Fields) throws(Refusal) -> Void
    ) async throws -> Content {
        guard let parser = type?.parameters["boundary"].flatMap(Multipart.init) else {
            throw Refusal.malformed
        }
        var reception = PartReception(parser: parser, store: files, rule: rule)
        do {
            for try await buffer in body {
                try reception.take(buffer, onFile)
            }
            return try reception.content()
        } catch let error as Multipart.Broken {
            reception.discard()
            throw error == .headTooLarge
                ? Refusal.tooLarge(Limits.partHeaderBytes, size: Limits.partHeaderBytes + 1)
                : Refusal.malformed
        } catch {
            reception.discard()
            throw error
        }
    }
}
