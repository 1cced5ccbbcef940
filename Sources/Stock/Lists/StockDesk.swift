package import Basics
package import Catalogue
package import Files
package import Sheets
package import Storage

/// What every use case of this room works with.
package struct StockDesk: Sendable {
    package let database: Database
    package let files: any Store
    package let sheets: any SheetSource
    package let catalogue: Catalogue
    package let shelf: StockShelf
    package let progress: ListProgress
    package let clock: any Clock
    package let ids: any IDSource
    let lists = ListStore()
    let publications = PublicationStore()
    let edits = EditStore()
    let sweeps = SweepStore()
    let histories = HistoryStore()
    let keeping = FileKeeping()

    package init(
        database: Database, files: any Store, sheets: any SheetSource, catalogue: Catalogue,
        shelf: StockShelf, progress: ListProgress, clock: any Clock, ids: any IDSource
    ) {
        self.database = database
        self.files = files
        self.sheets = sheets
        self.catalogue = catalogue
        self.shelf = shelf
        self.progress = progress
        self.clock = clock
        self.ids = ids
    }
}

/// Reads a file on disk into a workbook: a child process in the program, the same code in tests.
package protocol SheetSource: Sendable {
    func read(path: String, options: ReadOptions) async throws(SheetRefusal) -> Workbook
}

extension ChildReader: SheetSource {}

/// Reads in this process; for tests and for commands that read one file and end.
package struct DirectSheetSource: SheetSource {
    package let limits: SheetLimits

    package init(limits: SheetLimits) { self.limits = limits }

    package func read(
        path: String, options: ReadOptions
    ) async throws(SheetRefusal) -> Workbook {
        try SheetReader.read(path: path, options: options, limits: limits)
    }
}
