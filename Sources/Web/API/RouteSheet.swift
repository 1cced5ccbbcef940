import HTTPTypes

/// The route list for people: what `cic routes` prints.
package enum RouteSheet {
    /// One route, as `--json` prints it.
    package struct Line: Encodable, Sendable, Hashable {
        package let method: String
        package let path: String?
        package let api: String?
        package let access: String
        package let rate: String?
        package let purpose: String
    }

    package static func lines(_ routes: [Route]) -> [Line] {
        routes.map {
            Line(
                method: $0.method.rawValue, path: $0.path, api: $0.api,
                access: $0.access.rawValue, rate: $0.rate?.name, purpose: $0.purpose)
        }
    }

    /// `/api/openapi.json` as it is served.
    package static func openAPI(_ routes: [Route], version: String) throws -> [UInt8] {
        try Renderer.json(OpenAPI.document(routes, version: version))
    }
}
