/// The two languages of the network; Chinese is the first.
package enum Language: String, Sendable, CaseIterable, Codable {
    case zh
    case en

    /// The value of HTML's `lang` attribute.
    package var htmlTag: String { self == .zh ? "zh-CN" : "en" }
}
