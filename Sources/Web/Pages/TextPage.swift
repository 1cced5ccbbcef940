/// A page of sentences only: `about`, `data`, `api`.
package struct TextPage: PageContent {
    package enum Subject: String, Sendable, CaseIterable { case about, data, api }

    package let subject: Subject

    package init(_ subject: Subject) { self.subject = subject }

    package var template: String { subject.rawValue }

    package func title(_ words: Words) -> String { words("\(subject.rawValue).title") }

    package func context(_ words: Words) -> [String: any Sendable] { [:] }
}
