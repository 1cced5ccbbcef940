/// The room of pages and of the JSON API: routes, guards, rendering. It holds no SQL and no rule.
///
/// A request comes in through `Edge` (deadlines, framing, caps), finds its place in the one list
/// of `Routes.swift`, is read into a ``Visit`` by `Routing`, answered by a handler with an
/// ``Answer``, and written by `Answering`, the only place that renders.
package enum WebRoom {}
