import Basics
import Testing

@testable import Catalogue

/// The table of makers holds together: ids, owners, names, and every alias leads home.
struct ManufacturerFactsTests {
    private let makers = Facts.makers

    @Test func `two thousand makers, each with an id of its own that fits a URL`() {
        #expect(makers.all.count == 2003)
        #expect(Set(makers.all.map(\.id)).count == makers.all.count)
        for maker in makers.all {
            #expect(ID<Manufacturer>(checking: maker.id.value) != nil, "\(maker.name)")
            #expect(!maker.name.isEmpty)
        }
    }

    @Test func `every owner is a maker, and nobody owns himself in the end`() {
        var owned = 0
        for maker in makers.all {
            guard let owner = maker.owner else { continue }
            owned += 1
            #expect(makers[owner] != nil, "\(maker.name)")
            #expect(makers.owners(of: maker.id).last?.owner == nil, "\(maker.name)")
        }
        #expect(owned == 117)
    }

    @Test func `a thousand spellings lead to their own maker or to a collision with him`() {
        var numbers = SystemRandomNumberGenerator()
        let spellings = makers.all.flatMap { maker in
            ([maker.name] + maker.aliases).map { ($0, maker) }
        }
        var collisions = 0
        for (spelling, maker) in spellings.shuffled(using: &numbers).prefix(1000) {
            for written in [spelling, spelling.uppercased(), " \(spelling) "] {
                let reading = makers.resolve(written)
                let found = reading.candidates + [reading.manufacturer].compactMap(\.self)
                #expect(found.contains(maker), "\(written)")
                collisions += found.count > 1 ? 1 : 0
            }
        }
        #expect(collisions < 300)
    }

    @Test func `praise behind a spelling hides no maker, even one with such a word in his name`() {
        var numbers = SystemRandomNumberGenerator()
        let names =
            makers.all.shuffled(using: &numbers).prefix(500)
            + [makers[ID("new-japan-radio")]]
            .compactMap(\.self)
        for maker in names where Fold.key(maker.name).count > 2 {
            let reading = makers.resolve(maker.name + " 原装现货")
            let found = reading.candidates + [reading.manufacturer].compactMap(\.self)
            #expect(found.contains(maker), "\(maker.name) \(reading.cleaned)")
            #expect(reading.tags.last == "原装现货", "\(maker.name)")
        }
    }

    @Test func `collisions are few, and each is between different makers`() {
        var shared: [String: Set<String>] = [:]
        for maker in makers.all {
            for spelling in [maker.name, maker.nameZh ?? ""] + maker.aliases {
                let key = Fold.key(spelling)
                if !key.isEmpty { shared[key, default: []].insert(maker.id.value) }
            }
        }
        let collisions = shared.filter { $0.value.count > 1 }
        #expect(collisions.count == 7, "\(collisions)")
        for key in ["analog", "fm", "gd", "gl", "ptc", "taitech", "tibb"] {
            #expect(collisions[key]?.count == 2, "\(key)")
        }
    }

    @Test func `websites are plain addresses`() {
        let sites = makers.all.compactMap(\.website)
        #expect(sites.count > 80)
        for site in sites { #expect(site.hasPrefix("https://") && !site.contains(" ")) }
    }

    @Test func `a maker's name follows the visitor's language where it can`() {
        let maker = makers.resolve("TI").manufacturer
        #expect(maker?.name(in: .zh) == "德州仪器")
        #expect(maker?.name(in: .en) == "Texas Instruments")
        #expect(makers[ID("uni-royal")]?.name(in: .zh) == "厚声")
        #expect(makers[ID("hctl")].map { $0.nameZh ?? $0.name } == "华灿天禄")
    }
}
