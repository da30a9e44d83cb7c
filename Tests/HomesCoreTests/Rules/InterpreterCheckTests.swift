import HomesCore
import Testing

@Suite struct `Interpreter check` {
    private func concerns(
        _ name: String, county: String? = nil, work: String? = nil, residents: [String] = [],
        watched: [String] = [], _ change: (inout InterpreterCheck.Woman) -> Void = { _ in }
    ) -> [InterpreterConcern] {
        var woman = InterpreterCheck.Woman()
        woman.personId = "p1"
        woman.code = "AH001-0001"
        woman.county = "341226"
        woman.contacts = ["赵大姐"]
        woman.family = ["王大勇"]
        woman.employers = ["光明服装厂", "刘德"]
        change(&woman)
        return InterpreterCheck.findings(
            InterpreterCheck.Interpreter(name: name, county: county, work: work),
            women: [woman], residents: residents, watched: watched
        ).map(\.concern)
    }

    @Test func `each concern is found, and alone`() {
        #expect(concerns("周正") == [])
        #expect(concerns("赵大姐") == [.contact])
        #expect(concerns("王大勇") == [.related])
        #expect(concerns("刘德") == [.employer])
        #expect(concerns("周正", work: "光明服装厂") == [.employer])
        #expect(concerns("周正", county: "341226") == [.sameCounty])
        #expect(concerns("李梅", residents: ["王小燕", "李梅"]) == [.resident])
        #expect(concerns("陈三", watched: ["陈三"]) == [.watched])
        #expect(concerns("周正", work: "丽人发廊", watched: ["丽人发廊"]) == [.watched])
    }

    @Test func `another county, another employer, another name is no concern`() {
        #expect(
            concerns("周正", county: "341221", work: "平安中学", residents: ["李梅"], watched: ["陈三"])
                == [])
        #expect(concerns("", residents: [""], watched: [""]) { $0.contacts = [""] } == [])
        // Nobody asked where either is from.
        #expect(concerns("周正") { $0.county = nil } == [])
        #expect(concerns("周正", county: "341226") { $0.county = nil } == [])
    }

    /// How one name may be written, and what only looks like it.
    @Test func `a name is the same however it is written`() {
        let same = [
            "王大勇", "王 大勇", "王大勇 ", "王\u{200B}大勇", "Wang Dayong", "wang da yong", "ＷＡＮＧ　ＤＡＹＯＮＧ",
        ]
        let other = ["王大用x", "王勇", "Wang", "Wang Dayang", "大勇", "汪大永二"]
        for name in same { #expect(concerns(name) == [.related], "\(name)") }
        for name in other { #expect(concerns(name) == [], "\(name)") }
        // Traditional characters, and ü as it is typed.
        #expect(concerns("陳麗") { $0.contacts = ["陈丽"] } == [.contact])
        for name in ["Lü Fang", "lv fang", "Lu Fang", "lyu fang"] {
            #expect(concerns(name) { $0.contacts = ["吕芳"] } == [.contact], "\(name)")
        }
        // Two names of characters are one only by their characters.
        #expect(concerns("王达永") == [])
        print("interpreter: \(same.count + 5) writings found, \(other.count + 1) others left alone")
    }

    @Test func `it says of whom, in both languages, and names nobody else`() {
        var women = [InterpreterCheck.Woman(), InterpreterCheck.Woman()]
        women[0].code = "AH001-0001"
        women[0].family = ["王大勇"]
        women[1].code = "AH001-0002"
        let found = InterpreterCheck.findings(
            InterpreterCheck.Interpreter(name: "王大勇"), women: women, residents: ["王大勇"],
            watched: [])
        #expect(found.map(\.personCode) == ["AH001-0001", nil])
        #expect(found[0].phrase(.english) == "AH001-0001: she is of her family")
        for finding in found {
            #expect(!finding.phrase.english.contains("王大勇"))
            #expect(finding.phrase.english != finding.phrase.chinese)
        }
    }
}
