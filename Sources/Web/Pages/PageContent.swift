/// One page as data: the template that shows it, its title, and the values of the template.
///
/// Contexts are explicit dictionaries, never reflected structs: `Mirror` is slow for each name of
/// each row, and a name misspelt in a template would silently be empty. Every name that a template
/// asks for is in the dictionary (a test watches); what is absent is `false`.
package protocol PageContent: Sendable {
    /// Path below `Templates`, without the ending.
    var template: String { get }
    /// What the window is called, without the name of the network.
    func title(_ words: Words) -> String
    /// The values of the template.
    func context(_ words: Words) -> [String: any Sendable]
}

extension PageContent {
    /// The page for ``Answer/page(_:status:)``, or for the page of a ``View``.
    package func model(_ words: Words) -> PageModel {
        PageModel(template, title: title(words), context: context(words))
    }
}

/// The string for a section that is to vanish when there is nothing to words; mustache takes an
/// empty string for something.
func orNothing(_ text: String) -> any Sendable { text.isEmpty ? false : text }

/// As above for text that may be missing.
func orNothing(_ text: String?) -> any Sendable { orNothing(text ?? "") }

/// One choice of a select or of a list of tick boxes.
package struct Choice: Sendable, Hashable {
    package let value: String
    package let label: String
    package let chosen: Bool
    /// Lines behind this choice; `nil` when nobody counted.
    package let count: Int?

    package init(value: String, label: String, chosen: Bool = false, count: Int? = nil) {
        self.value = value
        self.label = label
        self.chosen = chosen
        self.count = count
    }

    func context(_ words: Words) -> [String: any Sendable] {
        [
            "value": value, "label": label, "chosen": chosen,
            "count": orNothing(count.map { words.figure(Int64($0)) }),
        ]
    }
}
