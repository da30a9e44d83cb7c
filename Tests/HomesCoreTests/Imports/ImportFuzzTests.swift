import Testing

@testable import HomesCore

@Suite struct ImportFuzzTests {
    /// Bytes changed, cut, doubled, put in or swapped, a few times.
    private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3:
                bytes.insert(contentsOf: Array(random.text(length: 1...5).utf8), at: place)
            case 4:
                let signs = Array("\",\r\n09-/年é=".utf8)
                bytes[place] = signs.randomElement(using: &random) ?? 0
            default:
                let digit = UInt8.random(in: 0x30...0x39, using: &random)
                if let found = bytes[place...].firstIndex(where: { (0x30...0x39).contains($0) }) {
                    bytes[found] = digit
                }
            }
        }
        return bytes
    }

    @Test func `no file traps and none is half imported`() throws {
        var fixture = try ImportFixture()
        let samples = try ["stays.csv", "stays-gb18030.csv", "homes.csv", "beds.csv"]
            .map(ImportFixture.sample)
        var random = SeededGenerator(seed: 20_070_305)
        var (imported, refused) = (0, 0)
        for _ in 0..<2_000 {
            let index = Int.random(in: 0..<4, using: &random)
            let bytes = mutated(samples[index], &random)
            let dryRun = index > 1 || Bool.random(using: &random)
            let before = try state(fixture)
            let report =
                switch index {
                case 0, 1: try fixture.store.importStays(bytes, dryRun: dryRun, by: fixture.admin)
                case 2:
                    try fixture.store.importRegistry(
                        homes: bytes, beds: samples[3], dryRun: dryRun, by: fixture.admin)
                default:
                    try fixture.store.importRegistry(
                        homes: samples[2], beds: bytes, dryRun: dryRun, by: fixture.admin)
                }
            if report.isImported {
                imported += 1
                #expect(try state(fixture) != before)
                #expect(try fixture.store.check().map(\.phrase.english) == [])
                fixture = try ImportFixture()
            } else {
                #expect(try state(fixture) == before)
                if !report.faults.isEmpty { refused += 1 }
            }
            for fault in report.faults {
                #expect(fault.row >= 1 && !fault.phrase.english.isEmpty)
            }
        }
        print("mutated files imported: 2000, refused \(refused), taken \(imported)")
        #expect(refused > 500 && imported > 0)
    }

    /// How much is in the file: cheap enough to ask 4,000 times.
    private func state(_ fixture: ImportFixture) throws -> [Int] {
        try ["audit", "person", "stay", "bedAssignment", "case", "home", "bed", "room", "followUp"]
            .map { try fixture.count("SELECT count(*) FROM \"\($0)\"") }
    }
}
