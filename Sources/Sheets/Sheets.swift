/// Sheets: bytes in, rows out. Reads what suppliers send — CSV in any encoding, XLSX, XLS, HTML
/// that calls itself `.xls`, pasted text — under stated limits, and knows nothing of stock.
///
/// Start at ``SheetReader`` (in this process) or ``ChildReader`` (in a walled child process, which
/// is what a server uses); both give a ``Workbook`` or throw a ``SheetRefusal``.
package enum Sheets {
    /// The hidden command of the program that is the child side of ``ChildReader``.
    package static let childCommand = "read-sheet"
}
