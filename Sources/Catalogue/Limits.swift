/// What this room lets grow, and how far.
enum Limits {
    /// Characters of a brand spelling or package spelling that are looked at; the rest is cut.
    static let spelling = 80
    /// A name that was cut off by a narrow column is completed from this many letters on.
    static let cutOffLetters = 8
    /// What must be left of a part number when a suffix is taken off.
    static let suffixBase = 5
    /// Keys looked up beside the query's own for packaging variants.
    static let candidates = 200
    /// Rule applications in a row when two part numbers are compared.
    static let relationSteps = 3
    /// Parts that one import takes.
    static let parts = 2_000_000
    /// Rows of one INSERT statement; ten bound values each.
    static let rowsPerInsert = 50
}
