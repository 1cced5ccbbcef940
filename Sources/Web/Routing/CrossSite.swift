import Basics
import HTTPTypes
import Vault

/// Refuses changes that another site makes a visitor's browser send (reliability D9).
struct CrossSite: Sendable {
    let code: MessageCode

    /// The token that belongs into every form of one session, or of one guest.
    func token(boundTo secret: String) -> String { code.sign("form\n\(secret)") }

    /// What the browser says about where the request comes from. Without `Sec-Fetch-Site` the
    /// `Origin` must be ours to the letter; browsers that send neither are held by the token.
    func checkOrigin(_ arrival: Arrival) throws(Refusal) {
        if let site = arrival.headers[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw Self.refusal }
        } else if let origin = arrival.headers[.origin] {
            guard origin == "\(arrival.isSecure ? "https" : "http")://\(arrival.host)" else {
                throw Self.refusal
            }
        }
    }

    func checkToken(_ token: String?, boundTo secret: String?) throws(Refusal) {
        guard let token, let secret, code.verify(token, of: "form\n\(secret)") else {
            throw Refusal(.forbidden, Self.expired)
        }
    }

    /// The key of the refusal of a form whose token is not taken any more.
    static let expired = "form.token"
    private static let refusal = Refusal(.forbidden, "request.cross_site")
}

/// Whether a route asks for the form token.
package enum TokenRule: Sendable {
    /// Every change of a signed-in visitor, and every form of a guest.
    case required
    /// Changes that harm nobody, such as the language: the origin is enough, and pages that show
    /// only such forms stay the same for all visitors.
    case exempt
}
