import Basics
import Catalogue

/// The catalogue as reading asks it.
struct CatalogueFacts: TradeFacts {
    let catalogue: Catalogue

    func maker(_ spelling: String) -> MakerReading {
        let reading = catalogue.manufacturers.resolve(spelling)
        guard let maker = reading.manufacturer else {
            return MakerReading(
                name: reading.cleaned, tags: reading.tags, isAdvert: reading.isAdvert)
        }
        return MakerReading(name: maker.name, id: maker.id.value, tags: reading.tags)
    }

    func package(_ spelling: String) -> PackageName {
        let packages = catalogue.packages
        return PackageName(packages.normalise(spelling), isKnown: packages.isKnown(spelling))
    }

    func isKnown(loose: String) -> Bool { catalogue.isKnown(loose) }

    func makers(identity: String) -> [String] {
        catalogue.parts(identity: identity).compactMap { $0.manufacturer?.value }
    }

    func isSameHouse(_ a: String, _ b: String) -> Bool {
        a == b || catalogue.manufacturers.related(ID(a), ID(b))
    }
}
