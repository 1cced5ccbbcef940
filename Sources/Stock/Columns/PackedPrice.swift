import Basics

/// One price step in 16 bytes.
struct PackedPrice: Hashable, Sendable, BitwiseCopyable {
    let minQuantity: UInt32
    /// Three letters, the first lowest, and the tax basis in the highest byte, as in a segment.
    let currencyAndTax: UInt32
    let millionths: Int64

    init(minQuantity: UInt32, currencyAndTax: UInt32, millionths: Int64) {
        self.minQuantity = minQuantity
        self.currencyAndTax = currencyAndTax
        self.millionths = millionths
    }

    init(_ step: PriceBreak) {
        self.init(
            minQuantity: step.minQuantity,
            currencyAndTax: Self.pack(step.price.currency, step.tax),
            millionths: step.price.millionths)
    }

    static func pack(_ currency: Currency, _ tax: TaxBasis) -> UInt32 {
        var word = UInt32(tax.code)
        var letters = Array(currency.code.utf8.prefix(3))
        while letters.count < 3 { letters.append(UInt8(ascii: "X")) }
        for letter in letters.reversed() { word = word << 8 | UInt32(letter) }
        return word
    }

    var step: PriceBreak {
        PriceBreak(
            minQuantity: minQuantity,
            price: UnitPrice(millionths: millionths, currency: currency), tax: tax)
    }

    private var currency: Currency {
        let letters = (0..<3).map { UInt8(truncatingIfNeeded: currencyAndTax >> ($0 * 8)) }
        return Currency(String(decoding: letters, as: UTF8.self))
    }

    private var tax: TaxBasis { TaxBasis(code: UInt8(currencyAndTax >> 24)) }
}
