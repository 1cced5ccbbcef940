import Basics
import Stock

/// Step 4 of a list: publication, undo, discard.
enum PublicationHandlers {
    /// `POST /ibs/stock/{id}/publication` and its twin in the API.
    static func publish(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        let actor = try visit.signedIn().accountID
        if visit.wants == .json {
            let done = try await PublishList(site.stock)(
                list.id, supplier: list.supplier, actor: actor)
            await site.publishing.tidy()
            return .view(try await StockHandlers.view(site, visit, done))
        }
        await site.publishing.submit(list.id, supplier: list.supplier, actor: actor)
        return .redirect(to: Paths.publication(list.id.value))
    }

    /// `GET /ibs/stock/{id}/publication`: how far it is, and how it ended.
    static func show(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        let failure = await site.publishing.failure(list.id)
        let counter = site.stock.progress.counter(list.id)
        let isWaiting = await site.publishing.isWaiting(list.id)
        if list.state == .read, failure == nil, counter == nil, !isWaiting {
            return .redirect(to: Paths.list(list.id.value))
        }
        if list.state == .unreadable { return .redirect(to: Paths.columns(list.id.value)) }
        let say = site.words.phrases(visit.language)
        return .page(
            PublicationPage(
                list, counter, failure.map { say("refusal." + $0.key, $0.detail) }, visit))
    }

    /// `POST /ibs/stock/{id}/undo` and `DELETE …/publication`.
    static func undo(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        let undone = try await UndoPublication(site.stock)(
            list.id, supplier: list.supplier, actor: try visit.signedIn().accountID)
        if visit.wants == .json {
            return .view(try await StockHandlers.view(site, visit, undone))
        }
        return .redirect(to: Paths.publication(list.id.value))
    }

    /// `POST /ibs/stock/{id}/discard`.
    static func discard(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        try await DiscardList(site.stock)(
            list.id, supplier: list.supplier, actor: try visit.signedIn().accountID)
        return .redirect(to: Paths.stock)
    }
}

extension PublicationPage {
    init(
        _ list: StockList, _ counter: ListProgress.Counter?, _ problem: String?, _ visit: Visit
    ) {
        let state: State =
            switch list.state {
            case .published, .replaced, .unchanged: .published
            case .undone, .discarded: .undone
            case .read where problem != nil: .failed
            case .received, .read, .unreadable: .publishing
            }
        self.init(
            listID: list.id.value, fileName: list.fileName, state: state,
            done: counter?.done ?? 0, total: counter?.total ?? list.counts.lines,
            counts: ListCounts(list.counts), supplierID: list.supplier.value,
            finished: list.published ?? list.moved, canUndo: list.state == .published,
            problem: problem, now: visit.now)
    }
}

extension ListCounts {
    init(_ counts: Stock.ListCounts) {
        self.init(
            new: counts.new, changed: counts.changed, unchanged: counts.unchanged,
            removed: counts.removed, refused: counts.refused)
    }
}
