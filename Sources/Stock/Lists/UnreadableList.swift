import Basics

/// A file in which no list was found, with what could be seen of it, so that its supplier can say
/// where the list is.
struct UnreadableList: Error {
    let refusal: Refusal
    let report: ListReport

    init(_ refusal: Refusal, _ report: ListReport) {
        self.refusal = refusal
        var report = report
        report.failure = refusal.key
        report.failureDetail = refusal.detail
        self.report = report
    }
}
