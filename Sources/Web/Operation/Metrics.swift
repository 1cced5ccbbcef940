import NIOConcurrencyHelpers

/// Counts what the server does, for `/metrics`: never who asked, nor for what.
package struct Metrics: Sendable {
    /// Upper ends of the classes of the latency histogram, in seconds.
    private static let ends = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private struct Counts {
        var requests: [String: [String: Int]] = [:]
        var latencies: [String: (classes: [Int], sum: Double)] = [:]
        var counters: [String: Int] = [:]
        var census: Census?
    }

    private let counts = NIOLockedValueBox(Counts())

    package init() {}

    /// One request was answered. `route` is the pattern, never the path.
    func answered(route: String, status: Int, seconds: Double) {
        counts.withLockedValue { counts in
            counts.requests[route, default: [:]]["\(status / 100)xx", default: 0] += 1
            var latency =
                counts.latencies[route]
                ?? (Array(repeating: 0, count: Self.ends.count + 1), 0)
            latency.classes[Self.ends.firstIndex { seconds <= $0 } ?? Self.ends.count] += 1
            latency.sum += seconds
            counts.latencies[route] = latency
        }
    }

    /// Something else happened, for instance `imports_published`; names have `a–z` and `_` only.
    package func add(_ name: String, _ count: Int = 1) {
        counts.withLockedValue { $0.counters[name, default: 0] += count }
    }

    /// From now on the figures of these connections are shown.
    func watch(_ census: Census) { counts.withLockedValue { $0.census = census } }

    /// Prometheus' text format, in a stable order.
    func text() -> String {
        let counts = counts.withLockedValue { $0 }
        let connections = counts.census?.figures ?? Census.Figures()
        var lines = [
            "# TYPE cic_connections_open gauge", "cic_connections_open \(connections.open)",
            "# TYPE cic_connections_total counter",
            "cic_connections_total{outcome=\"accepted\"} \(connections.accepted)",
            "cic_connections_total{outcome=\"refused\"} \(connections.refused)",
            "cic_connections_total{outcome=\"evicted\"} \(connections.evicted)",
            "# TYPE cic_requests_total counter",
        ]
        for (route, statuses) in counts.requests.sorted(by: { $0.key < $1.key }) {
            for (status, count) in statuses.sorted(by: { $0.key < $1.key }) {
                lines.append(
                    "cic_requests_total{route=\"\(route)\",status=\"\(status)\"} \(count)")
            }
        }
        lines.append("# TYPE cic_request_seconds histogram")
        for (route, latency) in counts.latencies.sorted(by: { $0.key < $1.key }) {
            lines += Self.histogram(route, latency.classes, latency.sum)
        }
        for (name, count) in counts.counters.sorted(by: { $0.key < $1.key }) {
            lines += ["# TYPE cic_\(name)_total counter", "cic_\(name)_total \(count)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func histogram(_ route: String, _ classes: [Int], _ sum: Double) -> [String] {
        var lines: [String] = []
        var total = 0
        for (index, count) in classes.enumerated() {
            total += count
            let end = index < ends.count ? String(ends[index]) : "+Inf"
            lines.append("cic_request_seconds_bucket{route=\"\(route)\",le=\"\(end)\"} \(total)")
        }
        lines.append("cic_request_seconds_sum{route=\"\(route)\"} \(sum)")
        lines.append("cic_request_seconds_count{route=\"\(route)\"} \(total)")
        return lines
    }
}
