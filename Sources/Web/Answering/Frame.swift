package import Basics

/// What every page knows, whatever it shows: the language, the theme, the member, the form token.
package struct Frame: Sendable {
    package let language: Language
    package let theme: Visit.Theme
    /// Where the visitor is, with the query: forms lead back here.
    package let here: String
    package let member: SignedIn?
    package let formToken: String
    package let requestID: String

    package init(
        language: Language, theme: Visit.Theme = .system, here: String, member: SignedIn? = nil,
        formToken: String = "", requestID: String = ""
    ) {
        self.language = language
        self.theme = theme
        self.here = here
        self.member = member
        self.formToken = formToken
        self.requestID = requestID
    }
}

extension Visit {
    /// The frame around a page of this visit.
    package var frame: Frame {
        let query = self.query.encoded()
        return Frame(
            language: language, theme: theme, here: query.isEmpty ? path : "\(path)?\(query)",
            member: member, formToken: formToken, requestID: requestID)
    }
}
