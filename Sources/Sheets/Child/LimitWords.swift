/// The limits as words on a child's command line: `rows=2000000,columns=512,…`.
extension SheetLimits {
    private static var fields: [(String, WritableKeyPath<SheetLimits, Int>)] {
        [
            ("fileBytes", \.fileBytes), ("rows", \.rows), ("columns", \.columns),
            ("cellCharacters", \.cellCharacters), ("cells", \.cells), ("arenaBytes", \.arenaBytes),
            ("sheets", \.sheets), ("entries", \.entries), ("entryBytes", \.entryBytes),
            ("inflatedBytes", \.inflatedBytes), ("ratio", \.ratio),
            ("ratioFreeBytes", \.ratioFreeBytes), ("depth", \.depth), ("seconds", \.seconds),
            ("memory", \.memory),
        ]
    }

    var words: String {
        Self.fields.map { "\($0.0)=\(self[keyPath: $0.1])" }.joined(separator: ",")
    }

    /// `nil` when a word is unknown or no number.
    init?(words: String) {
        self.init()
        for word in words.split(separator: ",") {
            let parts = word.split(separator: "=")
            guard parts.count == 2, let value = Int(parts[1]),
                let field = Self.fields.first(where: { $0.0 == parts[0] })
            else { return nil }
            self[keyPath: field.1] = value
        }
    }
}
