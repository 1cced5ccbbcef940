package import Basics

/// Names and values of a query or a form, in the order in which they were sent.
package struct Fields: Sendable, Hashable {
    package let pairs: [Pair]

    /// One name with one value.
    package struct Pair: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(_ pairs: [Pair] = []) { self.pairs = pairs }

    /// The first value of `name`, trimmed; `nil` when it is missing or empty.
    package func text(_ name: String) -> String? {
        guard let raw = raw(name) else { return nil }
        let trimmed = raw.trimmingSpace()
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The first value of `name` exactly as it was sent; `nil` when it is missing.
    package func raw(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// Every value of `name`, trimmed, without the empty ones.
    package func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map { $0.value.trimmingSpace() }.filter { !$0.isEmpty }
    }

    /// The value of `name`; a refusal that names the field when there is none.
    package func required(_ name: String) throws(Refusal) -> String {
        guard let value = text(name) else { throw .field(name, "field.required") }
        return value
    }

    /// A whole number within `range`; a refusal that names the field for anything else.
    package func integer(
        _ name: String, in range: ClosedRange<Int> = Int.min...Int.max
    ) throws(Refusal) -> Int? {
        guard let value = text(name) else { return nil }
        guard let number = Int(value) else {
            throw .field(name, "field.not_a_number", ["value": value.shortened])
        }
        guard range.contains(number) else {
            throw .field(
                name, "field.out_of_range",
                ["least": String(range.lowerBound), "most": String(range.upperBound)])
        }
        return number
    }

    /// One of the words of `Choice`; a refusal that lists them for anything else.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, of _: Choice.Type = Choice.self
    ) throws(Refusal) -> Choice? where Choice.RawValue == String {
        guard let value = text(name) else { return nil }
        guard let choice = Choice(rawValue: value) else {
            let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .field(name, "field.not_a_choice", ["value": value.shortened, "choices": words])
        }
        return choice
    }

    /// True for `1`, `true`, `on`, `yes`; false for their opposites and when it is missing.
    package func flag(_ name: String) throws(Refusal) -> Bool {
        switch text(name)?.lowercased() {
        case nil, "0", "false", "off", "no": return false
        case "1", "true", "on", "yes": return true
        default: throw .field(name, "field.not_a_flag")
        }
    }

    /// The values as `application/x-www-form-urlencoded`, for links that keep a search.
    package func encoded(replacing changes: [String: String?] = [:]) -> String {
        let kept = pairs.filter { changes[$0.name] == nil }
        let added = changes.sorted { $0.key < $1.key }.compactMap { name, value in
            value.map { Pair(name, $0) }
        }
        return (kept + added).map { "\($0.name.formEncoded)=\($0.value.formEncoded)" }
            .joined(separator: "&")
    }
}

extension Refusal {
    /// One wrong field of a form, a query or a JSON body.
    package static func field(
        _ name: String, _ key: String, _ detail: [String: String] = [:]
    ) -> Refusal {
        Refusal(.invalid, "form.invalid", fields: [Field("/" + name, key, detail)])
    }
}
