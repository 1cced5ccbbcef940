import Basics
import Testing

@testable import Catalogue

/// How brand cells of real lists are read (domain 3.2, 3.3.9).
struct ManufacturerTableTests {
    private let makers = Facts.makers

    @Test(arguments: [
        ("Texas Instruments", "texas-instruments"), ("TI", "texas-instruments"),
        ("ti", "texas-instruments"), ("ＴＩ", "texas-instruments"), ("T.I.", "texas-instruments"),
        ("TEXAS  INSTRUMENTS ", "texas-instruments"), ("texas-instruments", "texas-instruments"),
        ("德州仪器", "texas-instruments"), ("TI(德州仪器)", "texas-instruments"),
        ("TI（德州仪器）", "texas-instruments"), ("WURTH ELEKTRONIK", "wurth-elektronik"),
        ("Würth Elektronik", "wurth-elektronik"), ("ADI", "analog-devices"),
        ("ON Semiconductor", "onsemi"), ("意法半导体", "stmicroelectronics"),
        ("C&K", "c-k"), ("3M", "3m"),
        ("TI/德州仪器", "texas-instruments"), ("TI 德州仪器", "texas-instruments"),
    ])
    func `a name or an alias is known as it stands`(_ spelling: String, _ id: String) {
        let reading = makers.resolve(spelling)
        #expect(reading.outcome == .known)
        #expect(reading.manufacturer?.id.value == id)
        #expect(reading.tags.isEmpty)
    }

    @Test(arguments: [
        ("TI深圳原装", "texas-instruments", "TI", ["深圳", "原装"]),
        ("原装正品TI", "texas-instruments", "TI", ["原装正品"]),
        ("ST 原装", "stmicroelectronics", "ST", ["原装"]),
        ("德州仪器专营", "texas-instruments", "德州仪器", ["专营"]),
        ("TI(原装)", "texas-instruments", "TI", ["原装"]),
        ("进口原装 MAXIM 现货", "maxim-integrated", "MAXIM", ["进口原装", "现货"]),
        ("美国TI代理", "texas-instruments", "TI", ["美国", "代理"]),
        ("NXP Original New", "nxp-semiconductors", "NXP", ["Original", "New"]),
        ("全新VISHAY", "vishay", "VISHAY", ["全新"]),
    ])
    func `praise and places become tags`(
        _ spelling: String, _ id: String, _ cleaned: String, _ tags: [String]
    ) {
        let reading = makers.resolve(spelling)
        #expect(reading.outcome == .inferred)
        #expect(reading.manufacturer?.id.value == id)
        #expect(reading.cleaned == cleaned)
        #expect(reading.tags == tags)
    }

    @Test(arguments: [
        ("德州TI", "texas-instruments"), ("德州仪器/TI", "texas-instruments"),
        ("ST/意法", "stmicroelectronics"), ("意法ST", "stmicroelectronics"),
        // Who was bought is the more exact name, whichever stands first.
        ("TI/NSC", "national-semiconductor"), ("FREESCALE/NXP", "freescale"),
    ])
    func `segments that mean one maker are read together`(_ spelling: String, _ id: String) {
        let reading = makers.resolve(spelling)
        #expect(reading.outcome == .inferred)
        #expect(reading.manufacturer?.id.value == id)
    }

    @Test(arguments: [
        ("TexasInstrum", "texas-instruments"), ("STMicroelect", "stmicroelectronics"),
        ("AnalogDevice", "analog-devices"), ("YangjieTechn", "yangjie-technology"),
        ("Diodes Incor", "diodes-incorporated"),
    ])
    func `a name cut off at twelve characters is completed`(_ spelling: String, _ id: String) {
        let reading = makers.resolve(spelling)
        #expect(reading.outcome == .inferred)
        #expect(reading.manufacturer?.id.value == id)
        #expect(reading.cleaned == spelling)
    }

    @Test(arguments: ["Texas I.", "Shenzhen", "Micro", "General", "Guangdong"])
    func `a beginning that is short or shared is not completed`(_ spelling: String) {
        let reading = makers.resolve(spelling)
        #expect(reading.outcome != .inferred)
    }

    @Test(arguments: [
        ("GD", ["GD", "GigaDevice"]), ("FM", ["FM", "Fudan Microelectronics"]),
        ("PTC", ["PTC", "Princeton Technology"]), ("gl", ["GL", "Genesys Logic"]),
        ("ANALOG", ["Analog", "Analog Devices"]), ("TI/BB", ["Burr-Brown", "Texas Instruments"]),
        ("TA-I Tech", ["TA-I Technology", "TAI-TECH"]),
    ])
    func `a spelling of two makers stays unresolved`(_ spelling: String, _ names: [String]) {
        let reading = makers.resolve(spelling)
        #expect(reading.outcome == .ambiguous)
        #expect(reading.manufacturer == nil)
        #expect(reading.candidates.map(\.name) == names)
    }

    @Test(arguments: [
        "收购此料", "高价回收", "TI 高价收购", "we buy this", "求购", "QQ 123456", "电话0755", "微信同号",
    ])
    func `an advert names nobody`(_ spelling: String) {
        let reading = makers.resolve(spelling)
        #expect(reading.isAdvert)
        #expect(reading.manufacturer == nil)
        #expect(reading.cleaned.isEmpty)
        #expect(!reading.tags.isEmpty)
    }

    @Test(arguments: ["国产TI", "TI替代", "兼容ST", "TI compatible"])
    func `a substitute is not of the maker that it names`(_ spelling: String) {
        let reading = makers.resolve(spelling)
        #expect(reading.outcome == .unknown)
        #expect(reading.manufacturer == nil)
    }

    @Test(arguments: [
        ("", "", []), ("-", "", []), ("N/A", "N/A", []), ("原装", "", ["原装"]),
        ("Zzyzx Semi 原装", "Zzyzx Semi", ["原装"]), ("鑫鑫芯", "鑫鑫芯", []),
    ])
    func `what nobody knows stays as written, without the praise`(
        _ spelling: String, _ cleaned: String, _ tags: [String]
    ) {
        let reading = makers.resolve(spelling)
        #expect(reading.outcome == .unknown)
        #expect(reading.cleaned == cleaned)
        #expect(reading.tags == tags)
    }

    @Test func `a brand that was bought stays itself and tells its owner`() {
        #expect(makers.resolve("凌特").manufacturer?.name == "Linear Technology")
        #expect(makers.resolve("LINEAR").manufacturer?.owner?.value == "analog-devices")
        let chain = makers.owners(of: ID("linear-technology")).map(\.name)
        #expect(chain == ["Linear Technology", "Analog Devices"])
        #expect(makers.related(ID("atmel"), ID("microchip-technology")))
        #expect(makers.related(ID("microchip-technology"), ID("atmel")))
        #expect(!makers.related(ID("atmel"), ID("micrel")))
        #expect(makers.owners(of: ID("nobody")).isEmpty)
    }

    @Test func `a very long cell costs no more than its beginning`() {
        let reading = makers.resolve(String(repeating: "TI 原装 ", count: 20_000))
        #expect(reading.cleaned.count <= Limits.spelling)
    }
}
