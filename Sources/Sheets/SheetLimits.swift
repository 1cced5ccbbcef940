/// How much of everything one file may hold or cost (reliability D11, A20).
package struct SheetLimits: Hashable, Sendable {
    /// Bytes of the file itself.
    package var fileBytes = 256 << 20
    /// Rows with content, all sheets together.
    package var rows = 2_000_000
    /// Columns up to the last filled one.
    package var columns = 512
    /// Characters of one cell, as in a spreadsheet.
    package var cellCharacters = 32_767
    /// Cells of all sheets together, empty ones between filled ones included.
    package var cells = 32_000_000
    /// UTF-8 bytes of all cells together, and of a text file after decoding.
    package var arenaBytes = 192 << 20
    package var sheets = 256
    /// Files inside a ZIP container.
    package var entries = 1_000
    /// Inflated bytes of one entry, and of all that is read from one container.
    package var entryBytes = 128 << 20
    package var inflatedBytes = 512 << 20
    /// Inflated to packed size of an entry, once more than `ratioFreeBytes` came out of it.
    package var ratio = 100
    package var ratioFreeBytes = 100 << 10
    /// Nesting of XML elements.
    package var depth = 64
    /// Wall clock and processor seconds of a child.
    package var seconds = 60
    /// Bytes of data memory of a child (RLIMIT_DATA; file mappings do not count).
    package var memory = 640 << 20
    /// Children of one ``ChildReader`` that run at once, those that wait for their turn, and how
    /// long they do.
    package var children = 4
    package var waitingChildren = 64
    package var waitSeconds = 120

    package init() {}
}
