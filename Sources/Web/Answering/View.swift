/// A value with two renderings: `Encodable` is its JSON, `page` is its page.
package protocol View: Encodable, Sendable {
    /// The template and its context. Words come from `words`, in the language of the visit.
    func page(_ visit: Visit, _ words: Words) -> PageModel
}

/// A template and what fills it.
package struct PageModel: Sendable {
    /// The file under `Templates/` without `.mustache`, for instance `search/results`.
    package let template: String
    /// The title of the page, in the visitor's language.
    package let title: String
    /// A struct, a dictionary or a `MustacheParent`; found by templates by the names of its parts.
    package let context: any Sendable

    package init(_ template: String, title: String, context: any Sendable) {
        self.template = template
        self.title = title
        self.context = context
    }
}
