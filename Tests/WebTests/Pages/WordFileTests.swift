import Basics
import Foundation
import Testing

@testable import Web

@Suite struct WordFileTests {
    /// Families whose last step is data: a code, a state, a class.
    static let families = [
        "badge", "condition", "counts", "delimiter", "event", "evidence", "evidence_meaning",
        "field", "filter", "format",
        "line_state", "list_state", "match", "match_meaning", "mode", "phase", "publication",
        "quantity",
        "refusal", "relation", "row_error", "signal", "source", "status_check", "tax", "tax_short",
        "theme", "tier",
        "tier_meaning", "tier_short", "warning", "why",
    ]

    @Test func `both languages have the same keys and the same places`() throws {
        let zh = try PageWorld.words(.zh)
        let en = try PageWorld.words(.en)
        #expect(zh.keys == en.keys)
        for key in zh.keys {
            #expect(places(zh(key)) == places(en(key)), "\(key)")
            #expect(!zh(key).isEmpty && !en(key).isEmpty, "\(key)")
        }
    }

    @Test func `no word stands there that nothing asks for`() throws {
        let templates = try PageWorld.files("Templates", ".mustache").map(\.text).joined()
        let asked = Set(templates.matches(of: /\bw\.([a-z0-9_.]+)/).map { String($0.output.1) })
        let code = Set(
            try PageWorld.files("", ".swift").flatMap {
                $0.text.split(separator: "\"").map(String.init)
            })
        let unused = try PageWorld.words(.zh).keys.filter { key in
            let family = String(key.prefix { $0 != "." })
            if asked.contains(key) || Self.families.contains(family) { return false }
            let base = key.hasSuffix(".one") ? key.dropLast(4) : key.dropLast(6)
            return !code.contains(key) && !code.contains(String(base))
                && !key.hasPrefix("upload.step_")
        }
        #expect(unused.isEmpty, "\(unused)")
    }

    @Test func `Chinese sentences have the punctuation of Chinese`() throws {
        let zh = try PageWorld.words(.zh)
        for key in zh.keys {
            let text = zh(key)
            #expect(!text.contains(/\p{Han}[,;:!?]/), "\(key): \(text)")
            #expect(!text.contains(/\p{Han}\.$/), "\(key): \(text)")
            #expect(!text.contains("("), "\(key): \(text)")
        }
    }

    @Test func `English words hold no Chinese but the name of the other language`() throws {
        let en = try PageWorld.words(.en)
        let found = en.keys.filter { en($0).contains(/\p{Han}/) }
        #expect(found == ["layout.other_language"])
    }

    @Test func `every counted sentence has one and many`() throws {
        let keys = Set(try PageWorld.words(.en).keys)
        for key in keys where key.hasSuffix(".one") {
            #expect(keys.contains(key.dropLast(3) + "other"), "\(key)")
        }
    }

    private func places(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{\{([^}]*)\}\}/).map { String($0.output.1) })
    }
}
