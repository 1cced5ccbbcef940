import Testing

@testable import Catalogue

/// The facts, read once for all tests; a table that cannot be read fails every one of them.
enum Facts {
    static let catalogue: Catalogue = {
        do { return try Catalogue() } catch { preconditionFailure("\(error)") }
    }()
    static let makers = catalogue.manufacturers
}
