import Foundation
import GRDB
import Storage

/// Runs the body and turns SQLite's errors into the words of the storage room. A fault of the disk
/// reaches the fail-stop here, at the first statement that meets it.
func translating<T>(_ failStop: FailStop, _ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch let error as DatabaseError {
        let fault = storageFault(error)
        failStop.consider(fault)
        throw fault
    }
}

private func storageFault(_ error: DatabaseError) -> StorageFault {
    let message = error.message ?? ""
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
        return .uniqueViolation(constraint(message))
    case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKeyViolation(constraint(message))
    case .SQLITE_CONSTRAINT_CHECK: return .checkViolation(constraint(message))
    case .SQLITE_CONSTRAINT_NOTNULL: return .notNullViolation(constraint(message))
    default: break
    }
    let described = "\(message) (code \(error.extendedResultCode.rawValue))"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(described)
    case .SQLITE_IOERR: return .io(described)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .corrupt(described)
    case .SQLITE_FULL: return .full(described)
    case .SQLITE_READONLY: return .readOnly(described)
    default: return .other(code: "\(error.extendedResultCode.rawValue)", message: described)
    }
}

/// What follows `… constraint failed: `: the columns of a key, the name of a check.
private func constraint(_ message: String) -> String {
    guard let colon = message.range(of: "constraint failed: ") else { return "" }
    return String(message[colon.upperBound...])
}
