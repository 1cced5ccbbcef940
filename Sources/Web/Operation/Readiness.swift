import NIOConcurrencyHelpers

/// Whether this program can serve: every check must say yes, and nobody must have told it to stop.
package struct Readiness: Sendable {
    /// A name such as `database`, and a look that throws when it is not well.
    package struct Check: Sendable {
        package let name: String
        package let look: @Sendable () async throws -> Void

        package init(_ name: String, _ look: @escaping @Sendable () async throws -> Void) {
            self.name = name
            self.look = look
        }
    }

    private let checks: [Check]
    private let stopping = NIOLockedValueBox(false)

    package init(_ checks: [Check] = []) { self.checks = checks }

    /// From now on the program is being stopped; balancers should send nobody here.
    package func stop() { stopping.withLockedValue { $0 = true } }

    /// The state of every check, by name; `ready` is true when all are well.
    func report() async -> Report {
        var states: [String: String] = [:]
        var ready = true
        for check in checks {
            do {
                try await check.look()
                states[check.name] = "ok"
            } catch {
                states[check.name] = "failed"
                ready = false
            }
        }
        if stopping.withLockedValue(\.self) {
            states["server"] = "stopping"
            ready = false
        }
        return Report(ready: ready, checks: states)
    }

    /// The body of `/readyz`.
    struct Report: Encodable, Sendable, Equatable {
        let ready: Bool
        let checks: [String: String]
    }
}
