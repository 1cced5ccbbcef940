package import Basics
import PartSearch
package import Stock

/// What the operator's commands print, as text and as the JSON of the API.
package enum CommandText {
    package static func search(_ answer: SearchAnswer, _ words: Words) -> String {
        var lines = ["\(answer.total) lines for \(answer.request.text) (\(answer.mode.name))"]
        for found in answer.lines {
            let draft = found.line.draft
            lines.append(
                [
                    found.match?.name ?? "", draft.mpn, draft.manufacturer, draft.package,
                    draft.dateCode.raw,
                    words.quantity(
                        kind: draft.quantity.kind.rawValue, value: Int64(draft.quantity.value),
                        raw: draft.quantity.raw),
                    found.supplier.shownName(words.language), found.evidence.rawValue,
                ].joined(separator: "\t"))
        }
        if !answer.didYouMean.isEmpty {
            lines.append("did you mean: " + answer.didYouMean.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }

    package static func searchJSON(_ answer: SearchAnswer, _ words: Words) throws -> String {
        try json(SearchJSON(answer, words))
    }

    package static func list(
        _ list: StockList, _ found: TryList.Result, _ words: Words
    ) -> String {
        text(state: list.state.rawValue, found, words)
    }

    package static func listJSON(
        _ list: StockList, _ found: TryList.Result, _ words: Words
    ) throws -> String {
        try json(
            StockListJSON(
                list, found.report, preview: found.preview,
                edits: DroppedEditsJSON(found.dropped, isStale: false), progress: nil,
                words: words))
    }

    package static func dryRun(_ result: TryList.Result, _ words: Words) -> String {
        text(state: "dry_run", result, words)
    }

    package static func dryRunJSON(
        _ result: TryList.Result, fileName: String, _ words: Words
    ) throws -> String {
        try json(StockListJSON(result, fileName: fileName, words: words))
    }

    /// A refusal as one sentence for each wrong field, or one for all.
    package static func refusal(_ refusal: Refusal, _ words: Words) -> String {
        let sentences =
            refusal.fields.isEmpty
            ? [words("refusal." + refusal.key, refusal.detail)]
            : refusal.fields.map {
                "\($0.pointer.dropFirst()): " + words("refusal." + $0.key, $0.detail)
            }
        return "cic: " + sentences.joined(separator: "\n")
    }

    package static func refusalJSON(_ refusal: Refusal, _ words: Words) throws -> String {
        try json(Problem(refusal, at: "", words: words))
    }

    private static func text(
        state: String, _ found: TryList.Result, _ words: Words
    ) -> String {
        let (counts, report) = (found.counts, found.report)
        var lines = [
            "\(state): \(counts.new) new, \(counts.changed) changed, "
                + "\(counts.unchanged) unchanged, \(counts.removed) removed, "
                + "\(counts.refused) refused",
            "\(report.format) \(report.encoding) \(report.sheet) header row \(report.headerRow)",
        ]
        for column in report.columns {
            guard let field = column.field else { continue }
            lines.append("  \(field.rawValue) ← \(column.header) (#\(column.index + 1))")
        }
        for warning in report.warnings {
            lines.append("! " + words("warning." + warning.code, warning.sentenceDetail))
        }
        if !found.dropped.lines.isEmpty {
            let names = found.dropped.lines.prefix(20).map(\.shown.draft.mpn)
            lines.append(
                "! " + words.counted("dry_run.dropped_edits", found.dropped.lines.count) + " "
                    + names.joined(separator: ", "))
        }
        for error in report.refused.prefix(20) {
            lines.append(
                "row \(error.row): " + words("row_error." + error.code, error.sentenceDetail))
        }
        if report.refused.count > 20 { lines.append("… \(report.refused.count - 20) more") }
        return lines.joined(separator: "\n")
    }

    private static func json(_ value: some Encodable) throws -> String {
        String(decoding: try Renderer.json(value).dropLast(), as: UTF8.self)
    }
}
