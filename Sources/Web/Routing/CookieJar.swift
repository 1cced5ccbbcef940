import Basics
import HTTPTypes

/// The cookies of this site: all of them necessary, none for anything but what its name says.
struct CookieJar: Sendable {
    /// Over https the names carry `__Host-`, which binds them to this very host. The demo speaks
    /// http on loopback, where browsers refuse that prefix (decision 0062).
    let isSecure: Bool

    var session: String { isSecure ? "__Host-sid" : "sid" }
    /// Binds the forms of a visitor who has not signed in.
    var guest: String { isSecure ? "__Host-pre" : "pre" }
    static let language = "lang"
    static let theme = "theme"

    func set(_ name: String, _ value: String, seconds: Int?, isSecret: Bool = true) -> String {
        var cookie = "\(name)=\(value); Path=/; SameSite=Lax"
        if let seconds { cookie += "; Max-Age=\(seconds)" }
        if isSecret { cookie += "; HttpOnly" }
        if isSecure { cookie += "; Secure" }
        return cookie
    }

    func drop(_ name: String) -> String { set(name, "", seconds: 0) }
}

extension Answer {
    /// The same answer, which also sets a cookie.
    func settingCookie(_ cookie: String) -> Answer { adding(.setCookie, cookie) }
}
