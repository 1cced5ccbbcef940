import PartSearch

/// Tells a line that says whom to call from a line of stock: both stand below one another in lists
/// that come by mail or chat, and a telephone number looks like a part number.
struct ContactLine {
    let facts: any TradeFacts

    /// Whether the words of a line are a name or a label and how to reach somebody, and nothing
    /// else: `张三 13800000000`, `Tel: 0755-83001234`, `QQ 2881234567`, `sales@example.com`.
    func isContact(_ words: [String]) -> Bool {
        let texts = words.map { Folded($0) }
        let isLabelled = texts.contains(where: isLabel)
        var reached = false
        var named = isLabelled
        for (word, text) in zip(words, texts) {
            if isAddress(text) {
                (reached, named) = (true, true)
            } else if isNumber(text, isLabelled) {
                if facts.isKnown(loose: PartKey.loose(word)) { return false }
                reached = true
            } else if !isLabel(text) {
                let isData = text.bytes.contains(where: isDigit) || !facts.maker(word).id.isEmpty
                if isData { return false }
                named = named || text.bytes.contains { isLetter($0) || $0 >= 0x80 }
            }
        }
        return reached && named
    }

    /// A word that announces how to reach somebody.
    private func isLabel(_ text: Folded) -> Bool {
        let bare = text.split(":.").first?.string ?? ""
        return Self.labels.contains(bare) || text.containsAny(Self.chineseLabels)
    }

    private func isAddress(_ text: Folded) -> Bool {
        let parts = text.split("@")
        return parts.count == 2 && parts[1].bytes.contains(46)
    }

    /// A mobile or landline number as it is written in China, or any with its country code; after
    /// a label any run of five digits and more.
    private func isNumber(_ text: Folded, _ isLabelled: Bool) -> Bool {
        let number = text.split(":").last ?? text
        let digits = number.bytes.filter(isDigit)
        let isPlain = number.bytes.allSatisfy { isDigit($0) || "+-()".utf8.contains($0) }
        guard isPlain, (5...15).contains(digits.count) else { return false }
        if isLabelled { return true }
        if number.hasPrefix("+") { return digits.count >= 8 }
        return isMobile(digits) || isLandline(number)
    }

    private func isMobile(_ digits: [UInt8]) -> Bool {
        let isLong = digits.count == 13 && digits.starts(with: Array("86".utf8))
        let national = Array(isLong ? digits[2...] : digits[...])
        return national.count == 11 && national[0] == 49 && (51...57).contains(national[1])
    }

    private func isLandline(_ number: Folded) -> Bool {
        let runs = number.split("-()")
        return runs.count >= 2 && runs[0].hasPrefix("0") && (3...4).contains(runs[0].count)
            && (7...8).contains(runs[1].count)
    }

    private static let labels: Set<String> = [
        "TEL", "TELEPHONE", "PHONE", "MOB", "MOBILE", "CELL", "FAX", "QQ", "VX", "WX", "WECHAT",
        "WHATSAPP", "SKYPE", "EMAIL", "E-MAIL", "MAIL", "CONTACT", "ТЕЛ", "TÉL",
    ]
    private static let chineseLabels = [
        "电话", "電話", "手机", "手機", "传真", "傳真", "座机", "微信", "邮箱", "郵箱", "联系人", "聯繫人", "联系",
    ]
}
