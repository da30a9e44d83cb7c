import Testing

@testable import HomesCore

/// Whom an alarm goes off for, and whom not (`WatchIndex`).
@Suite struct WatchIndexTests {
    private static let seed: UInt64 = 20_070_305

    /// Those watched, and 200 disguises of them.
    private struct Bench {
        var entries: [WatchedEntry] = []
        var disguises: [(id: String, typed: String, kind: WatchDisguises.Kind)] = []
        var ordinary: [String] = []
        var maker: WatchDisguises

        init(watched: Int = 100, seed: UInt64 = WatchIndexTests.seed) {
            maker = WatchDisguises(seed: seed)
            for number in 0..<watched {
                entries.append(
                    WatchedEntry(
                        id: String(number), names: [maker.name()], phones: [maker.phone()]))
            }
            let kinds = WatchDisguises.Kind.allCases
            for number in 0..<200 {
                let entry = entries[number % watched]
                let kind = kinds[number % kinds.count]
                let typed = maker.disguise(entry.names[0], entry.phones[0], kind)
                disguises.append((entry.id, typed, kind))
            }
            let known = Set(entries.flatMap(\.names))
            while ordinary.count < 2_000 {
                let name = maker.name()
                if known.contains(name) { continue }
                // One in five is written in Latin letters.
                ordinary.append(
                    ordinary.count % 5 == 0 ? maker.disguise(name, "", .pinyin) : name)
            }
        }
    }

    private func rate(_ count: Int, of all: Int) -> String {
        "\(count) of \(all), \(Double(count * 1_000 / all) / 10) %"
    }

    /// The disguises that are found by some way of comparing, and the ordinary names that are.
    private func figures(
        _ bench: Bench, _ finds: (_ typed: String, _ isPhone: Bool) -> Set<String>
    ) -> (missed: [String], wrong: [String]) {
        let missed = bench.disguises.filter { !finds($0.typed, $0.kind.isPhone).contains($0.id) }
            .map { "\($0.kind): \(bench.entries[Int($0.id) ?? 0].names[0]) as \($0.typed)" }
        let wrong = bench.ordinary.filter { !finds($0, false).isEmpty }
        return (missed, wrong)
    }

    private func query(_ typed: String, _ isPhone: Bool) -> WatchQuery {
        isPhone ? WatchQuery(phones: [typed]) : WatchQuery(names: [typed])
    }

    @Test func `200 disguises are found and 2000 ordinary names are not`() {
        var (missed, wrong) = (0, 0)
        for round in 0..<5 {
            let bench = Bench(seed: WatchIndexTests.seed + UInt64(round))
            let index = WatchIndex(bench.entries)
            let found = figures(bench) { typed, isPhone in
                Set(index.matches(query(typed, isPhone)).map(\.id))
            }
            missed += found.missed.count
            wrong += found.wrong.count
            print(
                "watched persons: found \(rate(200 - found.missed.count, of: 200)), missed "
                    + "\(found.missed); false alarms \(rate(found.wrong.count, of: 2_000))")
        }
        #expect(missed <= 10)
        #expect(wrong <= 100)
        print(
            "watched persons: 5 rounds, found \(rate(1_000 - missed, of: 1_000)), false alarms "
                + "\(rate(wrong, of: 10_000)), 100 watched for")
        for size in [300, 1_000] {
            let more = Bench(watched: size)
            let index = WatchIndex(more.entries)
            let count = more.ordinary.count { !index.matches(query($0, false)).isEmpty }
            print("watched persons: false alarms \(rate(count, of: 2_000)), \(size) watched for")
        }
    }

    @Test func `plain equality and the search of a list would not do`() {
        let bench = Bench()
        let equal = figures(bench) { typed, _ in
            Set(
                bench.entries.filter { $0.names.contains(typed) || $0.phones.contains(typed) }
                    .map(\.id))
        }
        #expect(equal.missed.count > 100)
        let keys = bench.entries.map {
            (
                id: $0.id, text: SearchKey.make(names: $0.names),
                near: NearKey(
                    SearchKey.make(names: $0.names))
            )
        }
        let searched = figures(bench) { typed, _ in
            let (query, near) = (SearchQuery(typed), NearQuery(typed))
            return Set(
                keys.filter { query.matches($0.text) || near.likeness(to: $0.near) != nil }
                    .map(\.id))
        }
        #expect(searched.wrong.count > 20)
        print(
            "watched persons: by equality \(equal.missed.count) of 200 missed; by the search of a "
                + "list \(searched.wrong.count) of 2000 false")
    }

    @Test func `a phone with another digit is another phone`() {
        var bench = Bench()
        let index = WatchIndex(bench.entries)
        var wrong = 0
        for entry in bench.entries {
            let other = bench.maker.otherPhone(than: entry.phones[0])
            if !index.matches(WatchQuery(phones: [other])).isEmpty { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test func `what is like him is said, the surest first`() {
        let index = WatchIndex([
            WatchedEntry(id: "a", names: ["曾小明", "阿彪"], phones: ["160 1234 5678"]),
            WatchedEntry(id: "b", names: ["Nguyen Van Hoa"], phones: []),
        ])
        func likeness(_ query: WatchQuery) -> [SightingLikeness] {
            index.matches(query).map(\.likeness)
        }
        #expect(likeness(WatchQuery(names: ["曾小明"])) == [.written])
        #expect(likeness(WatchQuery(names: ["曾曉明先生"])) == [.sound])
        #expect(likeness(WatchQuery(names: ["zeng xiaoming"])) == [.sound])
        #expect(likeness(WatchQuery(names: ["ceng xiaoming"])) == [.sound])
        #expect(likeness(WatchQuery(names: ["zegn xiaoming"])) == [.slip])
        #expect(likeness(WatchQuery(names: ["曾小明"], phones: ["+86-160-1234-5678"])) == [.phone])
        #expect(likeness(WatchQuery(names: ["Hoa Nguyen Van"])) == [.sound])
        #expect(likeness(WatchQuery(texts: ["来了个男的，叫阿彪，骑摩托车"])) == [.written])
        #expect(likeness(WatchQuery(texts: ["曾 小明服装厂"])) == [.written])
        #expect(likeness(WatchQuery(texts: ["Mr Zeng Xiaoming called"])) == [.sound])
        #expect(likeness(WatchQuery(texts: ["call 16012345678/16087654321"])) == [.phone])
    }

    @Test func `part of a name, a shorter one and another given name are nobody's`() {
        let index = WatchIndex([
            WatchedEntry(id: "a", names: ["曾小明", "李伟"], phones: ["160 1234 5678"])
        ])
        for name in ["曾", "曾小", "小明", "曾小红", "Li Mei", "limei", "zengxiao", "李", "王曾"] {
            #expect(index.matches(WatchQuery(names: [name])).isEmpty, "\(name)")
        }
        for phone in ["16012345", "12345678", "1601234567", "16012345679"] {
            #expect(index.matches(WatchQuery(phones: [phone])).isEmpty, "\(phone)")
        }
        #expect(!WatchIndex.mayBeMatched("彪"))
        #expect(!WatchIndex.mayBeMatched("Li"))
        #expect(WatchIndex.mayBeMatched("阿彪"))
        #expect(!WatchIndex.holdsNumber("12338"))
        #expect(WatchIndex.holdsNumber("0551-6280123"))
    }

    @Test func `landlines are compared with or without the country's code`() {
        let index = WatchIndex([WatchedEntry(id: "a", names: [], phones: ["0551-62801234"])])
        for phone in ["055162801234", "+86 551 6280 1234", "（0551）62801234", "0086-551-62801234"] {
            #expect(index.matches(WatchQuery(phones: [phone])).count == 1, "\(phone)")
        }
        #expect(index.matches(WatchQuery(phones: ["0552-62801234"])).isEmpty)
    }

    @Test func `thousands are compared in far less than 5 ms`() {
        let bench = Bench(watched: 5_000)
        let clock = ContinuousClock()
        var index = WatchIndex([])
        let made = clock.measure { index = WatchIndex(bench.entries) }
        var slowest = Duration.zero
        let typed = bench.disguises.map { query($0.typed, $0.kind.isPhone) }
        let all = clock.measure {
            for query in typed {
                let one = clock.measure { _ = index.matches(query) }
                slowest = max(slowest, one)
            }
        }
        #expect(all / typed.count < .milliseconds(5))
        print(
            "watched persons: 5000 made ready in \(made); compared in \(all / typed.count) on "
                + "average, \(slowest) at most")
    }

    @Test func `every field of text is compared or left out with a reason`() {
        for kind in RecordKinds.all {
            if WatchedFields.withoutTables[kind.table] != nil {
                #expect(WatchedFields.ways[kind.table] == nil, "\(kind.table) is in both lists")
                continue
            }
            let ways = WatchedFields.ways[kind.table] ?? [:]
            for name in kind.texts {
                let isLeftOut = WatchedFields.without["\(kind.table).\(name)"] != nil
                #expect((ways[name] != nil) != isLeftOut, "\(kind.table).\(name)")
            }
            #expect(Set(ways.keys).isSubset(of: kind.columns), "\(kind.table)")
        }
    }
}
