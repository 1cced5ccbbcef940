import HTTPTypes

/// The one list of routes: from it come the router, `/api/openapi.json` and `cic routes`.
///
/// A line: method, page, API twin, guard, purpose, rate, body, query, answers, handler. A handler
/// gets the ``Site`` and the ``Visit`` and returns an ``Answer``.
package enum Routes {
    package static let all: [Handled<Site>] = []
}
