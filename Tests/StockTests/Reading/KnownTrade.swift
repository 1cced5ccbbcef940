import PartSearch

@testable import Stock

/// A small trade for tests: three makers, some packages, some parts.
struct KnownTrade: TradeFacts {
    var makersByName = [
        "TI": "texas-instruments", "TEXAS INSTRUMENTS": "texas-instruments",
        "NXP": "nxp-semiconductors", "MURATA": "murata",
    ]
    var names = [
        "texas-instruments": "Texas Instruments", "nxp-semiconductors": "NXP Semiconductors",
        "murata": "Murata",
    ]
    var packages: Set<String> = ["0402", "0603", "0805", "SOP-8", "SOT-23", "LQFP-48"]
    var parts: [String: String] = [
        "AN6884": "panasonic", "BA6214": "rohm", "LM358DR": "texas-instruments",
        "TPS54331DR": "texas-instruments", "LPC1768FBD100": "nxp-semiconductors",
        "0603": "murata", "0022012067": "molex",
    ]

    func maker(_ spelling: String) -> MakerReading {
        var name = spelling
        var tags: [String] = []
        for word in ["原装", "深圳"] where name.contains(word) {
            tags.append(word)
            name = name.replacing(word, with: "")
        }
        if spelling.contains("收购") { return MakerReading(name: "", tags: ["收购"], isAdvert: true) }
        let id = makersByName[name.uppercased()] ?? ""
        return MakerReading(name: names[id] ?? name, id: id, tags: tags)
    }

    func package(_ spelling: String) -> PackageName {
        let name = spelling == "SOP8" ? "SOP-8" : spelling.uppercased()
        return PackageName(
            packages.contains(name) ? name : spelling, isKnown: packages.contains(name))
    }

    func isKnown(loose: String) -> Bool { parts[loose] != nil }

    func makers(identity: String) -> [String] {
        parts[PartKey.loose(identity)].map { [$0] } ?? []
    }
}
