import Basics

/// The language and the theme of a visitor: two cookies that hold nothing else, set by a form that
/// works without JavaScript and leads back to the page it stood on.
enum Preferences {
    static func change(_ visit: Visit) throws(Refusal) -> Answer {
        let back = visit.form.text("return_to").flatMap(SitePath.checked) ?? "/"
        let jar = CookieJar(isSecure: visit.isSecure)
        let year = 365 * 86_400
        var answer = Answer.redirect(to: withoutLanguage(back))
        if let language = try visit.form.choice("lang", of: Language.self) {
            answer = answer.settingCookie(
                jar.set(CookieJar.language, language.rawValue, seconds: year))
        }
        if let theme = try visit.form.choice("theme", of: Visit.Theme.self) {
            answer = answer.settingCookie(
                theme == .system
                    ? jar.drop(CookieJar.theme)
                    : jar.set(CookieJar.theme, theme.rawValue, seconds: year))
        }
        return answer
    }

    /// A `?lang=` in the address would win over the choice that was just made.
    private static func withoutLanguage(_ back: String) -> String {
        guard let mark = back.firstIndex(of: "?"),
            let pairs = PercentCoding.fields(String(back[back.index(after: mark)...]))
        else { return back }
        let query = Fields(pairs).encoded(replacing: ["lang": String?.none])
        return query.isEmpty ? String(back[..<mark]) : "\(back[..<mark])?\(query)"
    }
}
