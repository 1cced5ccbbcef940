import Basics

/// What a route reads from the body of a request, and how much at most.
package enum BodyRule: Sendable {
    /// No body; a small one is taken and not looked at.
    case nothing
    /// A form (`application/x-www-form-urlencoded` or multipart without files) or JSON.
    case fields(Schema? = nil)
    /// A multipart form with files, streamed to temporary files; at most `bytes` of files.
    case upload(bytes: Int, Schema? = nil)

    /// The most bytes that a body of this rule may have.
    package var bytesMax: Int {
        switch self {
        case .nothing: Limits.ignoredBytes
        case .fields: Limits.fieldsBytes
        case .upload(let bytes, _): bytes + Limits.fieldsBytes
        }
    }

    /// The most bytes that the files of an upload may have.
    package var fileBytesMax: Int {
        if case .upload(let bytes, _) = self { bytes } else { 0 }
    }

    /// What is said of a body of `size` bytes, which is more than this rule takes.
    func tooLarge(_ size: Int) -> Refusal {
        isUpload
            ? .fileTooLarge(size, limit: fileBytesMax) : .tooLarge(bytesMax, size: size)
    }

    /// Uploads may take longer than forms.
    package var isUpload: Bool {
        if case .upload = self { true } else { false }
    }

    package var schema: Schema? {
        switch self {
        case .nothing: nil
        case .fields(let schema), .upload(_, let schema): schema
        }
    }
}
