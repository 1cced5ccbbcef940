/// What page models ask of the words besides plain sentences.
extension Words {
    /// The sentence `key.one` or `key.other` for a number of things, which fills `{{n}}`.
    package func counted(
        _ key: String, _ count: Int, _ values: [String: String] = [:]
    ) -> String {
        var values = values
        values["n"] = figure(Int64(count))
        return self(key + (count == 1 ? ".one" : ".other"), values)
    }

    /// The word of a value out of a family, or the value itself when it is none that we know:
    /// for badges, which are data.
    package func value(_ family: String, _ value: String) -> String {
        self["\(family).\(value)"] ?? value
    }
}
