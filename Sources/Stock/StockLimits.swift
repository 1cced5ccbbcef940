/// How much of everything this room takes.
package enum StockLimits {
    /// Bytes of one uploaded list.
    package static let fileBytes = 64 << 20
    /// Lines of one published list.
    package static let lines = 500_000
    /// Lists that one supplier may have waiting for his decision.
    package static let openLists = 20
    /// Lists kept in a supplier's history; more only while an undo needs them, or their report.
    package static let history = 1000
    /// Refused rows kept for the error file.
    package static let refusedRows = 100_000
    /// Lists that are read at the same time; each takes a child process.
    package static let readersAtOnce = 2
    /// How often a list is tried that no child could read, before it is called unreadable.
    package static let readingTries = 4
    /// Columns shown of a file in which no list was found.
    package static let columnsShown = 64
    /// Rows shown in a dry run.
    package static let previewRows = 20
    /// Lines of one published list that may be edited before a new list must be sent.
    package static let lineEdits = 10_000
    /// Publications of one supplier that an undo can bring back, the present one included.
    package static let versionsKept = 10
    /// Days for which a dry run waits for its supplier; then it is discarded.
    package static let dryRunDays: Int64 = 30
    /// Days for which the file, the report and the refused rows of a decided list are kept.
    package static let reportDays: Int64 = 90
    /// Hours for which a file that nothing refers to is left alone.
    package static let orphanHours: Int64 = 24
    /// Lists that one sweep discards, or strikes of one supplier, at most; the next one goes on.
    package static let sweptAtOnce = 1000
    /// Neighbours of one kind that a part page names.
    package static let neighbours = 50
    /// Events of its lines that a part names.
    package static let events = 200
    /// Different names of manufacturers, and of packages, that the index tells apart; what comes
    /// after them is found, but not filtered by.
    package static let indexedNames = 1 << 21
    /// How many of them one publication may add.
    package static let namesAdded = 10_000
    /// Bytes of a name that is told apart.
    package static let nameBytes = 200
    /// Bytes of one text in a published line; longer ones are cut at a character.
    package static let textBytes = 2000
    /// Suppliers who show a list at a time: numbers of 16 bits, the last of which means nobody.
    package static let suppliers = 65_535
    /// Bytes of the index file.
    package static let indexBytes = 1 << 36
    /// Bytes of it that are written before they are synced.
    package static let unsyncedBytes = 32 << 20
    /// Lines that a start may have to read before the index is saved again.
    package static let unsavedLines = 20_000
    /// Seconds between two savings of the index at least.
    package static let saveSeconds: Int64 = 300
    /// Bytes of an index that is saved when the program ends, too.
    package static let savedAtEnd = 1 << 30
    /// Names of manufacturers, and of packages, in an index file; names are only ever added, so a
    /// start that reads all lists anew throws away those that nobody uses.
    package static let savedNames = 1 << 20
}
