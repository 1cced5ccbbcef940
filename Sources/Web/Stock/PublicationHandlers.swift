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
        if let state = PublicationPage.State(list.state) {
            return .page(
                PublicationPage(list, state, now: visit.now).model(site.words(visit.language)))
        }
        if list.state == .read, let refusal = await site.publishing.failure(list.id) {
            let words = site.words(visit.language)
            let page = PublicationPage(
                list, .failed, problem: words("refusal." + refusal.key, refusal.detail),
                now: visit.now)
            return .page(page.model(words), status: Problem.status(of: refusal))
        }
        let isPublishing = await site.publishing.isWaiting(list.id)
        switch list.state {
        case .discarded: return .redirect(to: Paths.stock)
        case .unreadable: return .redirect(to: Paths.columns(list.id.value))
        case .read where !isPublishing: return .redirect(to: Paths.list(list.id.value))
        default:
            return .page(
                ListWorkPage(list, site.stock.progress.counter(list.id), isPublishing)
                    .model(site.words(visit.language)))
        }
    }

    /// `GET /ibs/stock/{id}/undo`: what taking the list back would do. Whoever comes here by Back
    /// after it was done is led to how it ended.
    static func foreseeUndo(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        guard list.state == .published else {
            return .redirect(to: Paths.publication(list.id.value))
        }
        let outlook = try await ForeseeUndo(site.stock)(list.id, supplier: list.supplier)
        return .page(UndoPage(outlook, now: visit.now).model(site.words(visit.language)))
    }

    /// `POST /ibs/stock/{id}/undo` and `DELETE …/publication`; the same again changes nothing more.
    static func undo(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        let undone = try await undone(list, site, visit)
        if visit.wants == .json {
            return .view(try await StockHandlers.view(site, visit, undone))
        }
        return .redirect(to: Paths.publication(list.id.value))
    }

    private static func undone(
        _ list: StockList, _ site: Site, _ visit: Visit
    ) async throws -> StockList {
        do {
            return try await UndoPublication(site.stock)(
                list.id, supplier: list.supplier, actor: try visit.signedIn().accountID)
        } catch let refusal as Refusal where refusal.key == "already_undone" {
            return try await FindList(site.stock)(list.id, supplier: list.supplier)
        }
    }

    /// `POST /ibs/stock/{id}/discard`.
    static func discard(_ site: Site, _ visit: Visit) async throws -> Answer {
        let list = try await StockHandlers.find(site, visit)
        try await DiscardList(site.stock)(
            list.id, supplier: list.supplier, actor: try visit.signedIn().accountID)
        return .redirect(to: Paths.stock)
    }
}

extension PublicationPage.State {
    /// `nil` while the list is on its way.
    init?(_ state: ListState) {
        switch state {
        case .published: self = .published
        case .unchanged: self = .unchanged
        case .replaced: self = .replaced
        case .undone: self = .undone
        case .received, .read, .unreadable, .discarded: return nil
        }
    }
}

extension PublicationPage {
    init(_ list: StockList, _ state: State, problem: String? = nil, now: Instant) {
        self.init(
            listID: list.id.value, fileName: list.fileName, state: state,
            counts: ListCountsText(list.counts), supplierID: list.supplier.value,
            moved: list.moved, canUndo: list.state == .published, isFirst: list.base == nil,
            problem: problem, now: now)
    }
}

extension UndoPage {
    init(_ outlook: ForeseeUndo.Outlook, now: Instant) {
        let list = outlook.list
        self.init(
            listID: list.id.value, fileName: list.fileName, lines: outlook.linesNow,
            published: list.published ?? list.moved, counts: ListCountsText(list.counts),
            former: outlook.former.map { former in
                Former(
                    fileName: former.fileName, lines: outlook.formerLines,
                    published: outlook.formerPublished ?? former.moved)
            }, now: now)
    }
}

extension ListWorkPage {
    init(_ list: StockList, _ counter: ListProgress.Counter?, _ isPublishing: Bool) {
        self.init(
            listID: list.id.value, fileName: list.fileName, step: isPublishing ? 4 : 2,
            phase: counter?.phase.rawValue ?? "waiting", done: counter?.done ?? 0,
            total: counter?.total ?? 0, state: list.state.rawValue,
            link: Paths.publication(list.id.value))
    }
}

extension ListCountsText {
    init(_ counts: ListCounts) {
        self.init(
            new: counts.new, changed: counts.changed, unchanged: counts.unchanged,
            removed: counts.removed, refused: counts.refused)
    }
}
