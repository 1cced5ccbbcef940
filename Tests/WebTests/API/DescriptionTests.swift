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

    @Test func `states the limits that are enforced`() throws {
        let bytes = try RouteSheet.openAPI(Routes.all.map(\.route), version: "1")
        let text = String(decoding: bytes, as: UTF8.self)
        for part in [
            #""maxLength":64,"minLength":1,"pattern":"[0-9A-Za-z]""#,
            #""anyOf":[{"required":["file"]},{"required":["text"]}]"#,
            #""maxLength":67108864,"minLength":1"#, #""maximum":4294967295,"minimum":1"#,
            #""maxLength":255,"minLength":1,"pattern":"^[ -~]+$""#, #""name":"If-Match""#,
        ] { #expect(text.contains(part), "\(part)") }
    }
}
