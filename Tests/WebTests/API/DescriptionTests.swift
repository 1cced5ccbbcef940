import Foundation
import Testing

@testable import Web

@Suite struct `The description of the API` {
    /// For validators outside: `CIC_OPENAPI_OUT=file` keeps what this test made.
    @Test func `has the same bytes each time`() throws {
        let routes = Routes.all.map(\.route)
        let bytes = try RouteSheet.openAPI(routes, version: "1")
        #expect(try RouteSheet.openAPI(routes, version: "1") == bytes)
        if let path = ProcessInfo.processInfo.environment["CIC_OPENAPI_OUT"] {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }
    }
}
