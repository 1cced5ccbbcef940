import Basics
import Catalogue
import Members
import PartSearch
import Sheets
import TestWorld
import Testing

@testable import Stock

@Suite struct ShowPartTests {
    private func world() async throws -> StockWorld {
        let world = try await StockWorld()
        try await world.publish(
            [
                "LM317T,ST,2238,1000,TO-220,1.20", "LM317T,TI,2301,200,TO-220,",
                "SMAJ6.0A,Littelfuse,2240,3000,SMA,", "SMAJ60A,Littelfuse,2240,4000,SMA,",
                "ADM2486BRWZ,ADI,2240,10,SOIC-16,", "ADM2486BRWZ-REEL7,ADI,2240,20,SOIC-16,",
                "A/B#C+D,Molex,2240,20,,",
            ], from: world.nanyu)
        return world
    }

    @Test func `a number with several makers is a choice`() async throws {
        let part = try await ShowPart(world().desk)(
            identity: "LM317T", manufacturer: nil, page: Page())
        #expect(part.maker == nil)
        #expect(Set(part.makers.map(\.name)) == ["STMicroelectronics", "Texas Instruments"])
    }

    @Test func `the part of one maker has his lines only`() async throws {
        let part = try await ShowPart(world().desk)(
            identity: "LM317T", manufacturer: "texas-instruments", page: Page())
        #expect(part.answer?.total == 1)
        #expect(part.answer?.lines.first?.line.draft.quantity.value == 200)
        #expect(part.neighbours.contains { $0.relation == .otherMaker })
    }

    @Test func `a number that looks alike is named as another part`() async throws {
        let part = try await ShowPart(world().desk)(
            identity: "SMAJ6.0A", manufacturer: nil, page: Page())
        #expect(part.answer?.total == 1)
        let alike = part.neighbours.filter { $0.relation == .lookalike }
        #expect(alike.map(\.mpn) == ["SMAJ60A"])
        #expect(alike.map(\.lines) == [1])
    }

    @Test func `the same part on another reel is an alternative`() async throws {
        let part = try await ShowPart(world().desk)(
            identity: "ADM2486BRWZ", manufacturer: nil, page: Page())
        #expect(part.answer?.total == 1)
        let reels = part.neighbours.filter { $0.relation == .packaging }
        #expect(reels.map(\.mpn) == ["ADM2486BRWZ-REEL7"])
    }

    @Test func `a number with every punctuation is found under its identity`() async throws {
        let part = try await ShowPart(world().desk)(
            identity: "A/B#C+D", manufacturer: nil, page: Page())
        #expect(part.answer?.total == 1)
    }

    @Test func `an unknown number is not found`() async throws {
        let world = try await world()
        #expect(throws: Refusal(.notFound, "part_not_found")) {
            try ShowPart(world.desk)(identity: "NOSUCHPART1", manufacturer: nil, page: Page())
        }
    }
}
