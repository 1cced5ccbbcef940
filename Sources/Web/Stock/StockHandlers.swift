import Basics
import Foundation
import HTTPTypes
import Members
import Stock

/// What a supplier does with his stock lists: upload, columns, dry run, publication, undo.
enum StockHandlers {
    /// How long a form waits for the reading of a list before it shows the progress page instead.
    private static let patience = Duration.seconds(10)

    /// `GET /ibs/stock`: what is published, and what was before.
    static func home(_ site: Site, _ visit: Visit) async throws -> Answer {
        let id = try supplier(visit)
        let page = try visit.page()
        let history = try await ListHistory(site.stock)(id, page)
        let answer = try await ShowSupplier(site.stock)(id, query: nil, page: Page(limit: 1))
        let shown = StockHomePage(history, answer, now: visit.now)
        return .view(
            Rendering(ListHistoryJSON(history), as: shown), nextCursor: history.nextCursor)
    }

    private static let pastedName = "pasted.txt"

    /// `GET /ibs/stock/new`: the form of step 1.
    static func uploadForm(_ site: Site, _ visit: Visit) async throws -> Answer {
        .page(
            UploadPage(maxBytes: StockLimits.fileBytes, maxLines: StockLimits.lines)
                .model(site.words(visit.language)))
    }

    /// `POST /ibs/stock/new` and `POST /api/v1/stock-lists`: takes a file or pasted text.
    static func upload(_ site: Site, _ visit: Visit) async throws -> Answer {
        do {
            let list = try await receive(site, visit)
            await site.reading.submit(list.id)
            if visit.wants == .json {
                return .json(try await view(site, visit, list), status: .accepted)
                    .adding(.location, Paths.listJSON(list.id.value))
            }
            _ = await site.reading.isRead(list.id, within: patience)
            return try await afterReading(site, visit, list.id)
        } catch let refusal as Refusal where visit.wants == .page {
            return .page(
                refusedUpload(refusal, visit, site.words(visit.language))
                    .model(site.words(visit.language)),
                status: Problem.status(of: refusal))
        }
    }

    private static func receive(_ site: Site, _ visit: Visit) async throws -> StockList {
        let supplier = try supplier(visit)
        let actor = try visit.signedIn().accountID
        var options = ListOptions()
        options.encoding = visit.form.text("encoding")
        if let sheet = visit.form.text("sheet") { options.mapping.sheet = sheet }
        let file = visit.files.first { $0.field == "file" && $0.size > 0 }
        if let file {
            return try await ReceiveList(site.stock)(
                try bytes(file), fileName: file.name, options: options, supplier: supplier,
                actor: actor, attempt: visit.idempotencyKey)
        }
        if let pasted = visit.files.first(where: { $0.field == "text" && $0.size > 0 }) {
            return try await ReceiveList(site.stock)(
                try bytes(pasted), fileName: pastedName, options: options, supplier: supplier,
                actor: actor, attempt: visit.idempotencyKey)
        }
        guard let text = visit.form.raw("text"), !text.trimmingSpace().isEmpty else {
            throw Refusal(
                .invalid, "form.invalid", fields: [.init("/file", "file_missing")])
        }
        return try await ReceiveList(site.stock)(
            Array(text.utf8), fileName: pastedName, options: options, supplier: supplier,
            actor: actor, attempt: visit.idempotencyKey)
    }

    private static func bytes(_ file: SentFile) throws -> [UInt8] {
        guard file.size <= StockLimits.fileBytes else {
            throw Refusal.fileTooLarge(file.size, limit: StockLimits.fileBytes)
        }
        return Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
    }

    /// The form of step 1 that is not taken any more, with what was pasted.
    static func uploadAgain(_ site: Site, _ visit: Visit, _ refusal: Refusal) -> Answer {
        let words = site.words(visit.language)
        let problem = FieldProblem(
            visit.form.text("text") == nil ? "file" : "text",
            words("refusal." + refusal.key + ".again"))
        return .page(
            UploadPage(
                problems: [problem], pasted: visit.form.raw("text") ?? "",
                maxBytes: StockLimits.fileBytes, maxLines: StockLimits.lines
            ).model(words), status: Problem.status(of: refusal))
    }

    private static func refusedUpload(
        _ refusal: Refusal, _ visit: Visit, _ words: Words
    ) -> UploadPage {
        let isPasted = visit.form.text("text") != nil && visit.files.isEmpty
        var problems =
            refusal.fields.isEmpty
            ? [
                FieldProblem(
                    isPasted ? "text" : "file", words("refusal." + refusal.key, refusal.detail))
            ]
            : refusal.fields.map { field in
                FieldProblem(
                    String(field.pointer.dropFirst()), words("refusal." + field.key, field.detail))
            }
        if visit.files.contains(where: { $0.field == "text" }) {
            let size = ByteSize.text(Limits.pastedBytes)
            problems.append(FieldProblem("text", words("upload.text_not_shown", ["size": size])))
        }
        return UploadPage(
            problems: problems, pasted: visit.form.raw("text") ?? "",
            maxBytes: StockLimits.fileBytes, maxLines: StockLimits.lines)
    }

    /// Where a form leads once a list was read: to its columns, where it can be read in another way
    /// without being sent again. What no choice can make readable, a picture for instance, is
    /// dropped, and the form says why.
    private static func afterReading(
        _ site: Site, _ visit: Visit, _ id: ID<StockList>
    ) async throws -> Answer {
        let list = try await FindList(site.stock)(id, supplier: try supplier(visit))
        guard list.state == .read || list.state == .unreadable else {
            return .redirect(to: Paths.publication(id.value))
        }
        let report = try await FindReport(site.stock)(id)
        guard let failure = report.failure, !report.canBeMended else {
            return .redirect(to: Paths.columns(id.value))
        }
        try await DiscardList(site.stock)(
            id, supplier: list.supplier, actor: try visit.signedIn().accountID)
        throw Refusal(.invalid, failure, report.failureDetail)
    }

    /// `GET /ibs/stock/{id}` and `GET /api/v1/stock-lists/{id}`: the dry run.
    static func show(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await find(site, visit)
        if visit.wants == .page, list.state != .read {
            return .redirect(to: Paths.publication(list.id.value))
        }
        return .view(try await view(site, visit, list))
    }

    /// `GET /api/v1/stock-lists/{id}/errors.csv`: refused rows, to be mended and sent again.
    static func errorFile(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await find(site, visit)
        let report = try await FindReport(site.stock)(list.id)
        guard list.counts.refused == 0 || !report.refused.isEmpty else {
            throw Refusal(
                .notFound, "report_gone", ["days": String(StockLimits.reportDays)])
        }
        let words = site.words(visit.language)
        let file = ErrorFile(
            columns: report.columns, errors: report.refused, cells: report.refusedCells)
        let text = file.text { words("row_error." + $0.code, $0.sentenceDetail) }
        let name = "errors-" + list.id.value + ".csv"
        return Answer(.bytes(Array(text.utf8), type: "text/csv; charset=utf-8"))
            .adding(.contentDisposition, "attachment; filename=\"\(name)\"")
    }

    static func find(_ site: Site, _ visit: Visit) async throws -> StockList {
        guard let id = ID<StockList>(checking: try visit.parameter("id")) else {
            throw Refusal(.notFound, "list_not_found")
        }
        return try await FindList(site.stock)(id, supplier: try supplier(visit))
    }

    static func supplier(_ visit: Visit) throws -> ID<SupplierCompany> {
        ID(try visit.supplierID())
    }

    static func view(
        _ site: Site, _ visit: Visit, _ list: StockList
    ) async throws -> Rendering<StockListJSON> {
        let report = try await FindReport(site.stock)(list.id)
        let preview = try await PreviewList(site.stock)(list, report)
        let edits = try await FindDroppedEdits(site.stock)(list, report)
        let isStale = try await IsStale(site.stock)(list)
        let json = StockListJSON(
            list, report, preview: preview, edits: DroppedEditsJSON(edits, isStale: isStale),
            progress: site.stock.progress.counter(list.id), words: site.words(visit.language))
        var page = DryRunPage(list, report, preview: preview, visit: visit)
        page.take(edits, isStale: isStale)
        return Rendering(json, as: page)
    }

    /// `POST /ibs/stock/{id}/reading`: the dry run anew, against what is shown now.
    static func readAnew(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await find(site, visit)
        let isRead = try await readAgain(site, visit, list, list.options)
        if visit.wants == .json {
            return .json(
                try await view(site, visit, try await find(site, visit)), status: .accepted
            ).adding(.location, Paths.listJSON(list.id.value))
        }
        return .redirect(
            to: isRead ? Paths.list(list.id.value) : Paths.publication(list.id.value))
    }

    /// Puts a list with new options into the queue and waits a little for it.
    static func readAgain(
        _ site: Site, _ visit: Visit, _ list: StockList, _ options: ListOptions
    ) async throws -> Bool {
        try await CorrectMapping(site.stock)(
            list.id, options: options, supplier: list.supplier,
            actor: try visit.signedIn().accountID)
        await site.publishing.forget(list.id)
        await site.reading.submit(list.id)
        return await site.reading.isRead(list.id, within: patience)
    }
}
