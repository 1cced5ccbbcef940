import Basics

/// Which language a visitor reads: what he chose last, else what his profile says, else what his
/// browser asks for, else Chinese.
enum LanguageChoice {
    static func language(
        query: String?, cookie: String?, profile: Language?, accept: String?
    ) -> Language {
        query.flatMap(Language.init) ?? cookie.flatMap(Language.init) ?? profile
            ?? accept.flatMap(preferred) ?? .zh
    }

    /// The language with the highest weight; among equals the one named first.
    static func preferred(_ accept: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for range in accept.split(separator: ",").prefix(32) {
            let parts = range.split(separator: ";").map { String($0).trimmingSpace().lowercased() }
            guard let tag = parts.first, let language = Language(rawValue: String(tag.prefix(2))),
                tag.utf8.count == 2 || tag.dropFirst(2).hasPrefix("-")
            else { continue }
            let weight =
                parts.dropFirst().first { $0.hasPrefix("q=") }
                .flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > 0, weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        return best?.language
    }
}
