import Testing

@testable import HomesCore

@Suite struct IdentifierTests {
    private let now = Instant(HouseFixture.day("2007-03-05"), hour: 10)

    @Test func `the ids of one source and one millisecond grow, and all are version 7`() {
        for seed in 1...20 {
            var ids = IdentifierSource(SeededGenerator(seed: UInt64(seed)))
            let made = (0..<5_000).map { _ in ids.next(at: now) }
            #expect(made == made.sorted())
            #expect(Set(made).count == made.count)
            #expect(
                made.allSatisfy { id in
                    let signs = Array(id)
                    return signs.count == 36 && signs[14] == "7" && "89ab".contains(signs[19])
                })
        }
    }

    @Test func `an id of a later moment is greater, of an earlier one less`() {
        var ids = IdentifierSource()
        let first = ids.next(at: now)
        let earlier = ids.next(at: now.adding(seconds: -1))
        let later = ids.next(at: now.adding(seconds: 1))
        #expect(earlier < first && first < later)
    }

    @Test func `counting carries from the low bits into the high ones`() {
        /// Begins with the greatest low bits.
        struct Full: RandomNumberGenerator, Sendable {
            var calls = 0
            mutating func next() -> UInt64 {
                calls += 1
                // A small number would be drawn again for ever.
                return calls == 2 ? UInt64.max : 1 << 63
            }
        }
        var ids = IdentifierSource(Full())
        let first = ids.next(at: now)
        let second = ids.next(at: now)
        #expect(first < second)
    }
}
