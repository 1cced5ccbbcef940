import Basics

/// Puts the supplier's word in the place of what was detected.
struct MappingCorrection {
    let mapping: ColumnMapping

    /// Gives the names of columns that this layout has. Errors: an unknown field, or a field given
    /// to two columns.
    func apply(to layout: inout ListLayout) throws(Refusal) -> Set<String> {
        var found: Set<String> = []
        var given: [Int: ListField?] = [:]
        var taken: [ListField: Int] = [:]
        for (name, value) in mapping.fields.sorted(by: { $0.key < $1.key }) {
            let field = try field(value)
            guard let column = column(name, layout) else { continue }
            found.insert(name)
            if let field, !ColumnChooser.isRepeatable(field) {
                if let other = taken[field], other != column {
                    throw Refusal(
                        .invalid, ListRefusalKey.fieldTwice.rawValue, ["field": field.rawValue])
                }
                taken[field] = column
            }
            given[column] = .some(field)
        }
        let isPriceGiven = given.values.contains(.price)
        layout.columns = layout.columns.map { column in
            if let field = given[column.index] { return column.with(field) }
            // Whoever says which column the price is means that the others are not.
            guard let field = column.field, taken[field] != nil || field == .price && isPriceGiven
            else { return column }
            return column.with(nil)
        }
        layout.doubtful = []
        return found
    }

    private func field(_ value: String) throws(Refusal) -> ListField? {
        if value.isEmpty || value == "none" { return nil }
        guard let field = ListField(rawValue: value) else {
            throw Refusal(.invalid, ListRefusalKey.unknownField.rawValue, ["field": value])
        }
        return field
    }

    /// `#3`, or a header's text however it is spaced and written.
    private func column(_ name: String, _ layout: ListLayout) -> Int? {
        if name.hasPrefix("#"), let number = Int(name.dropFirst()) {
            return layout.columns.indices.contains(number - 1) ? number - 1 : nil
        }
        if let exact = layout.columns.first(where: { $0.header == name }) { return exact.index }
        let key = HeaderText(name).whole
        return key.isEmpty ? nil : layout.headerKeys.firstIndex(of: key)
    }
}

extension ListColumn {
    /// The same column as another field.
    func with(_ field: ListField?) -> ListColumn {
        if field == self.field { return self }
        let step = HeaderMeaning.all(HeaderText(header)).first?.from ?? 0
        return ListColumn(
            index: index, header: header, field: field,
            breakQuantity: field == .priceBreakPrice ? step : 0, samples: samples)
    }
}
