import Basics
import Foundation
import Mustache
import Testing

@testable import Web

@Suite struct TemplateTests {
    @Test func `no template asks for a name that its page does not give`() async throws {
        let library = try await MustacheLibrary(
            directory: PageWorld.folder.appending(path: "Templates").path)
        for language in Language.allCases {
            let words = try PageWorld.words(language)
            for (name, page) in SamplePages.pages {
                let scope = PageScope(
                    model: page.model(words), frame: PageWorld.frame(language), words: words,
                    assets: Assets())
                let watch = Watch(scope)
                let html = try #require(library.render(watch, withTemplate: page.template))
                #expect(watch.unknown.isEmpty, "\(name): \(watch.unknown.sorted())")
                #expect(html.hasSuffix("</html>\n"), "\(name) does not end")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `every page has one heading, no inline style or script, and no foreign source`(
        _ language: Language
    ) async throws {
        let renderer = try await PageWorld.renderer()
        for (name, page) in SamplePages.pages {
            let html = try PageWorld.html(page, language, renderer)
            #expect(html.components(separatedBy: "<h1").count == 2, "\(name)")
            #expect(!html.contains(" style="), "\(name)")
            #expect(!html.contains(/\son[a-z]+="/), "\(name)")
            #expect(!html.contains(/<script(?! type="module" src="[^"]+"><\/script>)/), "\(name)")
            #expect(!html.contains(/(src|action)="https?:/), "\(name)")
            #expect(!html.contains("Optional("), "\(name)")
            #expect(!html.contains("{{"), "\(name)")
        }
    }

    @Test func `a link to a datasheet names the site that it leads to`() async throws {
        let renderer = try await PageWorld.renderer()
        var page = SamplePages.part
        page.datasheet = "https://datasheets.example.com/lit/ds/lm358.pdf"
        let html = try PageWorld.html(page, .en, renderer)
        #expect(html.contains(">datasheets.example.com</a>"))
    }

    @Test func `every form that changes something carries the token`() async throws {
        let renderer = try await PageWorld.renderer()
        for (name, page) in SamplePages.pages {
            let html = try PageWorld.html(page, .en, renderer)
            let forms = html.components(separatedBy: "method=\"post\"").count - 1
            let tokens =
                html.components(separatedBy: "name=\"form_token\" value=\"token\"").count - 1
            // The choice of a theme is open to everyone and carries none.
            #expect(forms - 1 == tokens && tokens > 0, "\(name): \(forms) forms, \(tokens) tokens")
        }
    }

    @Test func `every label, description and skip leads to something that is there`() async throws {
        let renderer = try await PageWorld.renderer()
        for (name, page) in SamplePages.pages {
            let html = try PageWorld.html(page, .zh, renderer)
            let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
            #expect(Set(ids).count == ids.count, "\(name) has an id twice")
            let pattern = /(?:for|aria-describedby|aria-labelledby|href="#)="?([^">]+)"/
            for match in html.matches(of: pattern) {
                for id in match.output.1.split(separator: " ") {
                    #expect(ids.contains(String(id)), "\(name): nothing is called \(id)")
                }
            }
        }
    }

    @Test func `what a supplier wrote is shown as text and never as markup`() async throws {
        let renderer = try await PageWorld.renderer()
        let html = try PageWorld.html(SamplePages.results, .zh, renderer)
        #expect(html.contains("&lt;b&gt;假一罚十&lt;/b&gt; &amp; 欢迎验货"))
        #expect(!html.contains("<b>假一罚十"))
    }

    @Test func `fifty usual rows stay below one hundred kilobytes`() async throws {
        let renderer = try await PageWorld.renderer()
        let rows = (0..<50).map { number in
            var row = SamplePages.row(2, "exact", "LM358DR-\(number)")
            row.note = ""
            return row
        }
        let table = LineTable(
            groups: [LineGroup(match: "exact", total: 50, rows: rows)], query: "LM358",
            now: SamplePages.now)
        let page = ResultsPage(asked: SamplePages.asked, total: 50, table: table)
        let html = try PageWorld.html(page, .zh, renderer)
        #expect(html.utf8.count < 100_000)
    }

    @Test func `pasted text comes back as it was sent`() async throws {
        let renderer = try await PageWorld.renderer()
        let html = try PageWorld.html(SampleStockPages.upload, .zh, renderer)
        #expect(html.contains(">LM358\tTI\t2500\n  NE555</textarea>"))
        #expect(html.contains("<a href=\"#file\">"))
    }

    @Test func `a refusal is a page with its sentence and its next step`() async throws {
        let renderer = try await PageWorld.renderer()
        let model = renderer.page(
            Refusal(.notFound, "part_not_found"), at: "/parts/X", language: .en)
        let html = String(
            decoding: try renderer.html(model, in: PageWorld.frame(.en)), as: UTF8.self)
        #expect(html.contains("This part number is known neither to stock nor to the catalogue."))
        #expect(html.contains("Check the address, or search for a part number."))
        #expect(html.contains("<code>req</code>"))
    }
}
