import Basics

/// What the layout shows on every page and no page model needs to know: the search box, the other
/// language, the themes. ``PageScope`` asks here last, so a page may give any of them itself.
enum LayoutParts {
    /// The match modes that the search box offers, the usual one first.
    static let modes = ["auto", "exact", "prefix", "contains"]

    static func part(_ name: String, _ frame: Frame, _ words: Words) -> (any Sendable)? {
        switch name {
        case "search_query": ""
        case "modes": modes(chosen: "auto", words)
        case "other_language_link": Paths.inLanguage(frame.here, other(frame.language))
        case "other_language_tag": other(frame.language).htmlTag
        case "themes": themes(frame, words)
        case "sign_in_link":
            Paths.path(Paths.signIn, [("return_to", frame.here == Paths.home ? "" : frame.here)])
        case "supplier_link": frame.member?.supplierID.map(Paths.supplier)
        default: nil
        }
    }

    /// The choices of the search box; a mode that only addresses use is added when it is chosen.
    static func modes(chosen: String, _ words: Words) -> [[String: any Sendable]] {
        let all =
            modes.contains(chosen) || words["mode.\(chosen)"] == nil ? modes : modes + [chosen]
        return all.map {
            ["value": $0, "label": words("mode.\($0)"), "chosen": $0 == chosen]
        }
    }

    private static func other(_ language: Language) -> Language { language == .zh ? .en : .zh }

    private static func themes(_ frame: Frame, _ words: Words) -> [[String: any Sendable]] {
        Visit.Theme.allCases.map {
            [
                "value": $0.rawValue, "label": words("theme.\($0.rawValue)"),
                "chosen": $0 == frame.theme,
            ]
        }
    }
}
