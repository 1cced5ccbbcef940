import CPostgres
import Storage

/// An answer of the server; its memory is libpq's and goes with this object.
@safe
final class PostgresResult {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) { unsafe self.handle = handle }

    deinit { unsafe PQclear(handle) }

    /// Rows that the statement changed.
    var changed: Int { unsafe Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    func rows() throws -> [Row] {
        let width = unsafe PQnfields(handle)
        let columns = Row.Columns(
            (0..<width).map { unsafe String(cString: PQfname(handle, $0)) })
        return try (0..<(unsafe PQntuples(handle))).map { row in
            Row(columns: columns, values: try (0..<width).map { try value(row, $0) })
        }
    }

    private func value(_ row: Int32, _ column: Int32) throws -> SQLValue {
        guard unsafe PQgetisnull(handle, row, column) == 0 else { return .null }
        let bytes = unsafe UnsafeRawBufferPointer(
            start: PQgetvalue(handle, row, column),
            count: Int(PQgetlength(handle, row, column)))
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        switch unsafe PQftype(handle, column) {
        case 20, 21, 23, 26: return .int(try int(text, column))
        // The sum of int8 columns is a numeric.
        case 1700: return .int(try int(text, column))
        case 16: return .int(text == "t" ? 1 : 0)
        case 17: return .bytes(try decodeHex(text.utf8.dropFirst(2), column))
        case 700, 701: throw StorageFault.decoding("column \(name(column)) holds a float")
        default: return .text(text)
        }
    }

    private func int(_ text: String, _ column: Int32) throws -> Int64 {
        guard let int = Int64(text) else {
            throw StorageFault.decoding("column \(name(column)) holds \(text), no whole number")
        }
        return int
    }

    private func name(_ column: Int32) -> String {
        unsafe String(cString: PQfname(handle, column))
    }

    private func decodeHex(_ digits: Substring.UTF8View, _ column: Int32) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for digit in digits {
            let value = digit >= 97 ? digit &- 87 : digit &- 48
            guard value < 16 else {
                throw StorageFault.decoding("column \(name(column)) has a strange form of bytes")
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}

extension PostgresResult {
    /// What went wrong, in the words of the storage room; `nil` when nothing did.
    func fault(isAlive: Bool) -> StorageFault? {
        switch unsafe PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return nil
        default: break
        }
        let code = field(.state)
        let message = field(.message)
        guard isAlive else { return .connectionLost("\(code) \(message)") }
        switch code {
        case "23505": return .uniqueViolation(keyColumns)
        case "23503": return .foreignKeyViolation(field(.constraint))
        case "23514": return .checkViolation(field(.constraint))
        case "23502":
            return .notNullViolation(
                field(.table) + "." + field(.column))
        case "40001", "40P01": return .serialization("\(code) \(message)")
        case "55P03", "57014": return .busy("\(code) \(message)")
        case "53100": return .full("\(code) \(message)")
        case "25006": return .readOnly("\(code) \(message)")
        default: return .other(code: code, message: message)
        }
    }

    private func field(_ field: DiagnosticField) -> String {
        guard let text = unsafe PQresultErrorField(handle, Int32(field.rawValue)) else {
            return ""
        }
        return unsafe String(cString: text)
    }

    /// `table.a, table.b` as SQLite says it, from the detail `Key (a, b)=(1, 2) already exists.`,
    /// whose brackets are the same in every language of the server.
    private var keyColumns: String {
        let detail = field(.detail)
        guard let open = detail.firstIndex(of: "("), let close = detail.firstRange(of: ")=(") else {
            return field(.constraint)
        }
        let table = field(.table)
        return detail[detail.index(after: open)..<close.lowerBound].split(separator: ", ")
            .map { "\(table).\($0)" }.joined(separator: ", ")
    }
}

/// The letters by which libpq names the parts of an error (`PG_DIAG_…`; Swift does not see them).
private enum DiagnosticField: UInt8 {
    case state = 0x43
    case message = 0x4d
    case detail = 0x44
    case constraint = 0x6e
    case table = 0x74
    case column = 0x63
}
