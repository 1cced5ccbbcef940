/// One answer in both renderings: the JSON of the API, and the page made from the same facts.
struct Rendering<JSON: Encodable & Sendable>: View {
    let json: JSON
    let content: any PageContent

    init(_ json: JSON, as content: any PageContent) {
        self.json = json
        self.content = content
    }

    func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

    func page(_ visit: Visit, _ words: Words) -> PageModel { content.model(words) }
}
