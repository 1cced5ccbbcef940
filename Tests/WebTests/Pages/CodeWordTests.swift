import Basics
import PartSearch
import Stock
import Testing

@testable import Web

/// Every code that the rooms below can give has its sentence, and fills what the sentence asks for.
@Suite struct CodeWordTests {
    let words: Words

    init() throws { words = try PageWorld.words(.en) }

    @Test func `every warning has a sentence whose places are filled`() {
        for code in ListWarningCode.allCases {
            check("warning.\(code.rawValue)", code.detailKeys + ["count"])
        }
    }

    @Test func `every refused row has a sentence whose places are filled`() {
        for code in RowErrorCode.allCases {
            check("row_error.\(code.rawValue)", code.detailKeys + ["row", "column"])
        }
    }

    @Test func `every list that cannot be read has a sentence`() {
        for key in ListRefusalKey.allCases {
            check("refusal.\(key.rawValue)", ["sheet", "field", "column", "row"])
        }
    }

    @Test func `every value of a closed set has a word`() {
        let families: [(String, [String])] = [
            ("condition", Condition.allCases.map(\.rawValue)),
            ("evidence", Evidence.allCases.map(\.rawValue)),
            ("evidence_meaning", Evidence.allCases.map(\.rawValue)),
            ("tier", Tier.allCases.map(\.rawValue)),
            ("tier_meaning", Tier.allCases.map(\.rawValue)),
            ("tax", TaxBasis.allCases.map(\.rawValue)),
            ("tax_short", TaxBasis.allCases.map(\.rawValue)),
            ("quantity", Quantity.Kind.allCases.map(\.rawValue)),
            ("match", MatchClass.allCases.map(\.name)),
            ("match_meaning", MatchClass.allCases.map(\.name)),
            ("mode", MatchMode.allCases.map(\.name)),
            ("field", ListField.allCases.map(\.rawValue)),
            ("list_state", ListState.allCases.map(\.rawValue)),
            ("phase", ListProgress.Phase.allCases.map(\.rawValue)),
            ("relation", PartNeighbour.Relation.allCases.map(\.rawValue)),
        ]
        for (family, values) in families {
            for value in values { check("\(family).\(value)", []) }
        }
    }

    @Test func `every field of a list can be chosen for a column`() {
        #expect(Set(MappingPage.fields) == Set(ListField.allCases.map(\.rawValue)))
    }

    private func check(_ key: String, _ known: [String]) {
        guard let text = words[key] else {
            Issue.record("no sentence \(key)")
            return
        }
        let places = text.matches(of: /\{\{([^}]*)\}\}/).map { String($0.output.1) }
        #expect(Set(places).isSubset(of: known), "\(key) asks for \(places)")
    }
}
