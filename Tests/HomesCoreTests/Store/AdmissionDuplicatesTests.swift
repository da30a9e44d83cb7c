import Testing

@testable import HomesCore

@Suite struct AdmissionDuplicatesTests {
    private func person(
        _ name: String? = nil, number: String? = nil, alias: String? = nil, born: String? = nil
    ) -> Person {
        var person = Person()
        person.nameZh = Told(name)
        person.prs_IdentityNumber = Told(number)
        person.alias = Told(alias)
        person.prs_Birthdate = Told(born)
        return person
    }

    @Test func `she is found by name, by sound, by initials, by alias and by number`() throws {
        let house = try HouseFixture()
        var intake = house.intake("王晓明", bed: house.beds[0])
        intake.person.alias = .said("阿明")
        intake.person.prs_Birthdate = .said("1990-05-01")
        intake.person.prs_IdentityNumber = .said("340121199005010023")
        let known = try house.store.admit(intake, by: house.worker).person
        func reasons(_ person: Person) throws -> [DuplicateReason] {
            let rows = try house.store.possibleDuplicates(of: person, by: house.worker)
            #expect(rows.allSatisfy { $0.personId == known.id && $0.isHere })
            return rows.first?.reasons ?? []
        }
        #expect(try reasons(person("王晓明")) == [.name])
        #expect(try reasons(person("王小明")) == [.pinyin])
        #expect(try reasons(person("wang xiaoming")) == [.pinyin])
        #expect(try reasons(person("wxm")) == [.similar])
        #expect(try reasons(person("王晓")) == [.similar])
        #expect(try reasons(person("阿明")) == [.alias])
        #expect(try reasons(person(number: "34012119900501")) == [.identityNumber])
        #expect(try reasons(person("李丽", number: "340121199005010023")) == [.identityNumber])
        #expect(try reasons(person("王")).isEmpty)
        #expect(try reasons(person("李丽")).isEmpty)
        #expect(try reasons(person(born: "1990-05-01")).isEmpty)
        let row = try house.store.possibleDuplicates(
            of: person("王小明", born: "1990"), by: house.worker)[0]
        #expect(row.birthdateAgrees == true)
        #expect(row.birthYear == "1990")
        #expect(row.initials == "WX")
        #expect(
            try house.store.possibleDuplicates(of: person("王小明", born: "1991"), by: house.worker)[0]
                .birthdateAgrees == false)
    }

    @Test func `two letters are the initials of a name of two characters and of no longer one`()
        throws
    {
        let house = try HouseFixture()
        for (index, name) in ["周敏", "周敏华", "赵明"].enumerated() {
            try house.admit(name, bed: index)
        }
        let rows = try house.store.possibleDuplicates(of: person("zm"), by: house.worker)
        #expect(rows.map(\.personCode) == ["AH014-0001", "AH014-0003"])
        #expect(try house.store.possibleDuplicates(of: person("z"), by: house.worker).isEmpty)
    }

    @Test func `the first answer of a form is in the journal, and no later one`() throws {
        let house = try HouseFixture()
        try house.admit("王小明")
        func entries() throws -> Int {
            try house.count(
                "SELECT count(*) FROM audit WHERE action = 'search' AND field = 'duplicates'")
        }
        _ = try house.store.possibleDuplicates(of: person("李丽"), by: house.worker)
        #expect(try entries() == 0)
        for (isNoted, expected) in [(false, 1), (true, 1), (true, 1)] {
            let rows = try house.store.possibleDuplicates(
                of: person("王小明"), isNoted: isNoted, by: house.worker)
            #expect(rows.count == 1)
            #expect(try entries() == expected)
        }
        #expect(try house.store.lastUndoable(by: house.worker)?.operation == .admit)
    }

    @Test func `other homes are never looked at`() throws {
        let house = try HouseFixture()
        try house.admit("王小明")
        #expect(
            try house.store.possibleDuplicates(of: person("王小明"), by: house.elsewhere).isEmpty)
        #expect(throws: StoreError.refused(.roleMayNot)) {
            try house.store.possibleDuplicates(of: person("王小明"), by: house.supervisor)
        }
    }

    @Test func `she is found by her own phone, and not by her mother's or in another home`() throws
    {
        let house = try HouseFixture()
        var intake = house.intake("王晓明", bed: house.beds[0])
        var own = Contact()
        own.phone = .said("13900001234")
        var mother = Contact()
        mother.kind = .family
        mother.phone = .said("13900009999")
        intake.contacts = [own, mother]
        let known = try house.store.admit(intake, by: house.worker).person
        func reasons(_ phone: String, _ person: Person = Person()) throws -> [[DuplicateReason]] {
            try house.store.possibleDuplicates(of: person, phone: phone, by: house.worker)
                .map(\.reasons)
        }
        #expect(try reasons("139 0000 1234") == [[.phone]])
        #expect(try reasons("+86 139-0000-1234") == [[.phone]])
        #expect(try reasons("１３９００００１２３４", person("王小明")) == [[.phone, .pinyin]])
        #expect(try reasons("13900009999").isEmpty && reasons("1234").isEmpty)
        #expect(try reasons("13900001234", known).isEmpty)
        #expect(
            try house.store.possibleDuplicates(
                of: Person(), phone: "13900001234", by: house.elsewhere
            ).isEmpty)
    }
}
