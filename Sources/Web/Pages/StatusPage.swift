package import Basics

/// Whether the network serves, for people; programs ask `/readyz`.
package struct StatusPage: PageContent {
    package let isReady: Bool
    /// Each thing that was looked at (`status.check_<name>`), and whether it is well.
    package let checks: [(name: String, isWell: Bool)]
    package let lines: Int
    package let lists: Int
    package let lastPublication: Instant?
    package let now: Instant

    package init(
        isReady: Bool, checks: [(name: String, isWell: Bool)], lines: Int, lists: Int,
        lastPublication: Instant?, now: Instant
    ) {
        self.isReady = isReady
        self.checks = checks
        self.lines = lines
        self.lists = lists
        self.lastPublication = lastPublication
        self.now = now
    }

    package var template: String { "status" }

    package func title(_ words: Words) -> String { words("status.title") }

    package func context(_ words: Words) -> [String: any Sendable] {
        [
            "good": isReady, "bad": !isReady,
            "outcome": words(isReady ? "status.ready" : "status.not_ready"),
            "checks": checks.map { check in
                [
                    "name": words.value("status_check", check.name), "well": check.isWell,
                    "state": words(check.isWell ? "status.well" : "status.unwell"),
                ] as [String: any Sendable]
            },
            "line_count": words.figure(Int64(lines)), "list_count": words.figure(Int64(lists)),
            "last_publication": lastPublication.map { words.time($0, now: now) } ?? false,
            "asked_at": words.time(now, now: now),
        ]
    }
}
