import Basics
import Files
import NIOCore

/// Puts the parts of a multipart form where they belong: text into fields, files into temporary
/// files.
struct PartReception {
    private var parser: Multipart
    private let store: any Store
    private let rule: BodyRule
    private var current: (head: PartHead, text: [UInt8], file: Incoming?)?
    private var fields: [Fields.Pair] = []
    private var files: [SentFile] = []
    private var fileBytes = 0
    private var textBytes = 0

    init(parser: Multipart, store: any Store, rule: BodyRule) {
        self.parser = parser
        self.store = store
        self.rule = rule
    }

    mutating func take(
        _ buffer: ByteBuffer, _ onFile: (Fields) throws(Refusal) -> Void
    ) throws {
        for event in try parser.feed(buffer.readableBytesView) {
            switch event {
            case .begin(let head): try begin(head, onFile)
            case .bytes(let bytes): try add(bytes, onFile)
            case .end: try end()
            }
        }
    }

    /// All that was sent; throws when the closing boundary is missing.
    func content() throws(Refusal) -> BodyReader.Content {
        guard parser.isComplete, current == nil else { throw .malformed }
        return BodyReader.Content(form: Fields(fields), files: files, json: nil)
    }

    /// Throws away the files that were received.
    func discard() {
        for file in files { try? store.discard(file.incoming) }
    }

    private mutating func begin(
        _ head: PartHead, _ onFile: (Fields) throws(Refusal) -> Void
    ) throws {
        guard fields.count + files.count < Limits.fieldCount else {
            throw Refusal(
                .tooLarge, "form.too_many_fields", ["limit": String(Limits.fieldCount)])
        }
        // A file field that was left empty comes as a file without a name.
        guard head.fileName?.isEmpty == false else {
            current = (head, [], nil)
            return
        }
        guard rule.isUpload else {
            throw Refusal.field(head.name, "field.no_file")
        }
        try receiveFile(head, onFile)
    }

    private mutating func receiveFile(
        _ head: PartHead, _ onFile: (Fields) throws(Refusal) -> Void
    ) throws {
        guard files.count < Limits.fileCount else {
            throw Refusal.field(head.name, "field.too_many_files")
        }
        try onFile(Fields(fields))
        current = (head, [], try store.receive(limit: max(1, rule.fileBytesMax - fileBytes)))
    }

    private mutating func add(
        _ bytes: [UInt8], _ onFile: (Fields) throws(Refusal) -> Void
    ) throws {
        guard let part = current else { return }
        if let file = part.file {
            fileBytes += bytes.count
            guard fileBytes <= rule.fileBytesMax else { throw rule.tooLarge(fileBytes) }
            try file.append(bytes)
        } else {
            textBytes += bytes.count
            let isShort = rule.isUpload || part.text.count + bytes.count <= Limits.fieldBytes
            guard isShort else { throw Refusal.field(part.head.name, "field.too_long") }
            current?.text.append(contentsOf: bytes)
            if rule.isUpload, textBytes > Limits.pastedBytes { try becomeFile(onFile) }
        }
    }

    /// A text that is too long for memory goes on as a file without a name.
    private mutating func becomeFile(_ onFile: (Fields) throws(Refusal) -> Void) throws {
        guard let part = current else { return }
        try receiveFile(part.head, onFile)
        textBytes -= part.text.count
        try add(part.text, onFile)
    }

    private mutating func end() throws {
        guard let part = current else { return }
        current = nil
        if let file = part.file {
            files.append(
                SentFile(
                    field: part.head.name, name: part.head.fileName ?? "",
                    contentType: part.head.contentType, incoming: try file.finish()))
        } else if part.head.fileName == nil {
            guard let text = String(validating: part.text, as: UTF8.self) else {
                throw Refusal.field(part.head.name, "field.not_utf8")
            }
            fields.append(Fields.Pair(part.head.name, text))
        }
    }
}
