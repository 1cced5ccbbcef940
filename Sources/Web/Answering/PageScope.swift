import Basics
import Mustache

/// What a template sees: first the parts of its model's context, then the names of the frame.
///
/// The frame's names: `w` (words: `{{w.search.title}}`), `asset` (URLs of static files:
/// `{{asset.app.css}}`), `title`, `language` (`zh`), `html_lang` (`zh-CN`), `is_zh`, `is_en`,
/// `theme`, `theme_light`, `theme_dark`, `here` (this page with its query), `form_token`,
/// `signed_in`, `username`, `supplier_id`, `supplier_name`, `request_id`.
struct PageScope: MustacheParent {
    let model: PageModel
    let frame: Frame
    let words: Words
    let assets: Assets

    func child(named name: String) -> Any? {
        part(of: model.context, named: name) ?? framePart(name)
    }

    private func framePart(_ name: String) -> Any? {
        switch name {
        case "w": WordStep(words: words, path: "")
        case "asset": AssetStep(assets: assets, path: "")
        case "title": model.title
        case "language": frame.language.rawValue
        case "html_lang": frame.language.htmlTag
        case "is_zh": frame.language == .zh
        case "is_en": frame.language == .en
        case "theme": frame.theme.rawValue
        case "theme_light": frame.theme == .light
        case "theme_dark": frame.theme == .dark
        case "here": frame.here
        case "form_token": frame.formToken
        case "request_id": frame.requestID
        default: memberPart(name) ?? LayoutParts.part(name, frame, words)
        }
    }

    private func memberPart(_ name: String) -> Any? {
        switch name {
        case "signed_in": frame.member != nil
        case "username": frame.member?.username
        case "supplier_id": frame.member?.supplierID
        case "supplier_name": frame.member?.shownSupplier(words.language)
        default: nil
        }
    }

    private func part(of context: Any, named name: String) -> Any? {
        if let parent = context as? any MustacheParent { return parent.child(named: name) }
        let value = Mirror(reflecting: context).children.first { $0.label == name }?.value
        guard let value else { return nil }
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }
}

/// A step on the way to a text: `{{w.search.title}}` walks `search`, then `title`.
struct WordStep: MustacheParent, MustacheCustomRenderable {
    let words: Words
    let path: String

    func child(named name: String) -> Any? {
        let next = path.isEmpty ? name : path + "." + name
        if words[next] == nil, !words.hasKeys(under: next) { return "\(next)" }
        return words.hasKeys(under: next) ? WordStep(words: words, path: next) : words(next)
    }

    var renderText: String { words(path) }
    var isNull: Bool { false }
}

/// A step on the way to a static file: `{{asset.app.css}}` walks `app`, then `css`.
struct AssetStep: MustacheParent, MustacheCustomRenderable {
    let assets: Assets
    let path: String

    func child(named name: String) -> Any? {
        AssetStep(assets: assets, path: path.isEmpty ? name : path + "." + name)
    }

    var renderText: String { assets.url(of: path) ?? path }
    var isNull: Bool { false }
}
