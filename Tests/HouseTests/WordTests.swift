import Foundation
import Testing

@Suite struct WordTests {
    static let files = (zh: "Sources/Web/Words/zh.json", en: "Sources/Web/Words/en.json")

    @Test func `Chinese and English have the same words with the same places`() throws {
        let zh = try #require(WordLaw.words(House.here.bytes(Self.files.zh)))
        let en = try #require(WordLaw.words(House.here.bytes(Self.files.en)))
        let found = WordLaw.differences(zh, en, files: Self.files)
        expectNone(found)
        #expect(zh.count > 100)
    }

    @Test func `a word file names each key once`() throws {
        for path in [Self.files.zh, Self.files.en] {
            let keys = House.here.text(path).matches(of: /(?m)^\s*"([^"]+)"\s*:/).map {
                String($0.output.1)
            }
            #expect(Set(keys).count == keys.count, "\(path) names a key twice")
        }
    }

    @Test func `every word that templates and code ask for exists`() throws {
        let keys = Set(try #require(WordLaw.words(House.here.bytes(Self.files.zh))).keys)
        let templates = House.here.paths(under: "Sources/Web/Templates", ext: "mustache")
        let uses =
            templates.flatMap { WordLaw.uses(inTemplate: House.here.text($0), at: $0) }
            + House.sources.flatMap(WordLaw.uses(in:))
        let found = WordLaw.missing(uses, in: keys)
        expectNone(found)
        #expect(!templates.isEmpty && uses.count > 100)
    }

    @Test func `every kind of refusal has its words`() throws {
        let keys = Set(try #require(WordLaw.words(House.here.bytes(Self.files.zh))).keys)
        let text = House.here.text("Sources/Basics/Refusal.swift")
        let body = text.components("enum Kind").dropFirst().first?.components("}").first ?? ""
        let kinds = body.matches(of: /case ([a-zA-Z, \n]+)/).flatMap {
            $0.output.1.split { !$0.isLetter }.map(String.init)
        }
        #expect(kinds.count >= 8)
        for kind in kinds {
            #expect(keys.contains("refusal.kind.\(kind)"), "no words for refusal.kind.\(kind)")
            #expect(keys.contains("refusal.kind.\(kind).next"), "…kind.\(kind).next is missing")
        }
    }

    @Test func `a word that one language lacks, and other places, are found`() {
        let found = WordLaw.differences(
            ["a": "甲", "b": "乙 {{n}}", "c": "丙"], ["b": "B {{m}}", "c": "C", "d": "D"],
            files: ("zh", "en"))
        #expect(
            found.map(\.description) == [
                "en: lacks a", "en: b has other places than in Chinese", "zh: lacks d",
            ])
    }

    @Test func `what a template asks for is read`() {
        let text = "<h1>{{w.search.title}}</h1>\n{{#rows}}{{{w.a-b.c_d}}}{{/rows}}{{title}}"
        let found = WordLaw.uses(inTemplate: text, at: "t")
        #expect(found.map(\.key) == ["search.title", "a-b.c_d"])
        #expect(found.map(\.line) == [1, 2])
    }

    @Test func `what code asks for is read`() {
        let text = #"""
            let a = words("search.title", ["n": "1"]) + visit.words("match.\(match)")
            throw Refusal(.invalid, "list.empty")
            throw .field(name, "field.required")
            Refusal.Field("/mpn", "field.too_long")
            RowError(row: 1, column: "", code: "no_mpn")
            ListWarning(code: "constant", count: 1, rows: [])
            // words("not.this")
            """#
        let found = WordLaw.uses(in: SwiftFile(path: "f", text: text))
        #expect(
            found.map(\.key) == [
                "search.title", "match.", "refusal.list.empty", "refusal.field.required",
                "refusal.field.too_long", "row_error.no_mpn", "warning.constant",
            ])
        #expect(found.filter(\.isPrefix).map(\.key) == ["match."])
        #expect(WordLaw.missing(found, in: ["search.title", "match.exact"]).count == 5)
    }
}
