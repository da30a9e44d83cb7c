import Testing

@testable import HomesCore

@Suite struct SessionsTests {
    let fixture: WorkFixture

    init() throws { fixture = try WorkFixture() }

    func session(_ kind: SessionKind, on day: String = "2010-03-04") -> CounsellingSession {
        var session = CounsellingSession()
        session.homeId = fixture.home.id
        session.date = WorkFixture.day(day)
        session.kind = kind
        session.counsellorId = fixture.caseworker.userId
        session.note = "她想去广州"
        return session
    }

    func woman(_ person: Person) -> Attendance {
        var attendance = Attendance()
        attendance.personId = person.id
        return attendance
    }

    func tally(_ band: AgeBand, _ count: Int) -> Attendance {
        var attendance = Attendance()
        attendance.ageBand = band
        attendance.tally = count
        return attendance
    }

    @Test func `a session with one woman keeps its topics and covers them for her`() throws {
        let saved = try fixture.store.recordSession(
            session(.individual), topics: [.gettingHelp, .papers],
            attendances: [woman(fixture.person)],
            by: fixture.caseworker)
        let coverage = try fixture.store.topicCoverage(
            personId: fixture.person.id, by: fixture.caseworker)
        #expect(
            coverage == [
                .papers: TopicCoverage(count: 1, lastOn: saved.date),
                .gettingHelp: TopicCoverage(count: 1, lastOn: saved.date),
            ])
        let page = try fixture.store.session(saved.id, by: fixture.caseworker)
        #expect(page.topics == [.papers, .gettingHelp])
        #expect(page.attendances.map(\.personCode) == ["AH001-0001"])
        #expect(page.session.note == "她想去广州")
        #expect(page.counsellor == "LI")
        #expect(
            try fixture.journal(.recordSession) == [
                "create counsellingSession", "create sessionTopic", "create sessionTopic",
                "create attendance",
            ])
        #expect(
            try fixture.journal(.showPerson) == ["show attendance", "show counsellingSession"])
    }

    @Test func `a group takes residents and women without a name, and is listed by count`() throws {
        let other = try fixture.addPerson("AH001-0002")
        _ = try fixture.store.recordSession(
            session(.group), topics: [.wages],
            attendances: [woman(fixture.person), woman(other), tally(.from16To17, 4)],
            by: fixture.caseworker)
        let rows = try fixture.store.sessions(
            homeId: fixture.home.id, from: fixture.today.adding(days: -7), to: fixture.today,
            by: fixture.caseworker)
        #expect(rows.map(\.residents) == [2])
        #expect(rows.map(\.others) == [4])
        #expect(rows.map(\.topics) == [[.wages]])
        #expect(
            try fixture.store.sessions(
                homeId: fixture.home.id, from: fixture.today, to: fixture.today,
                by: fixture.caseworker) == [])
    }

    @Test(arguments: [
        (SessionKind.individual, 0, 0, Refusal.individualNeedsOne),
        (.individual, 2, 0, .individualNeedsOne), (.individual, 0, 1, .individualNeedsOne),
        (.individual, 1, 1, .individualNeedsOne), (.family, 0, 1, .nobodyAttended),
        (.group, 0, 0, .nobodyAttended),
    ])
    func `who takes part has to fit the kind of session`(
        kind: SessionKind, women: Int, tallies: Int, expected: Refusal
    ) throws {
        let others = try (0..<max(0, women - 1)).map { try fixture.addPerson("AH001-100\($0)") }
        let named = women == 0 ? [] : [woman(fixture.person)] + others.map(woman)
        let all = named + (0..<tallies).map { _ in tally(.from25, 2) }
        let error = refusal {
            try fixture.store.recordSession(
                session(kind), topics: [], attendances: all, by: fixture.caseworker)
        }
        #expect(error == .refused(expected))
    }

    @Test func `a session says what it was about: by a topic or by a note`() throws {
        let women = [woman(fixture.person)]
        var noted = session(.individual)
        noted.note = nil
        #expect(
            refusal {
                try fixture.store.recordSession(
                    noted, topics: [], attendances: women, by: fixture.caseworker)
            } == .refused(.sessionWithoutTopic))
        noted.note = "She wanted to talk about home."
        _ = try fixture.store.recordSession(
            noted, topics: [], attendances: women, by: fixture.caseworker)
    }

    @Test func `a session is not in the future and names nobody twice`() {
        #expect(
            refusal {
                try fixture.store.recordSession(
                    session(.individual, on: "2010-03-06"), topics: [],
                    attendances: [woman(fixture.person)], by: fixture.caseworker)
            } == .refused(.dateInFuture))
        #expect(
            refusal {
                try fixture.store.recordSession(
                    session(.group), topics: [],
                    attendances: [woman(fixture.person), woman(fixture.person)],
                    by: fixture.caseworker)
            } == .refused(.duplicateValue))
    }

    @Test func `another home's woman, a voided one and nobody are the same answer`() throws {
        let hers = try fixture.addPerson("AH002-0001", home: fixture.otherHome)
        let gone = try fixture.addPerson("AH001-0009")
        try fixture.store.void(
            table: "person", id: gone.id, reason: "entered twice", by: fixture.caseworker)
        for id in [hers.id, gone.id, "00000000-0000-7000-8000-00000000ffff"] {
            var attendance = Attendance()
            attendance.personId = id
            #expect(
                refusal {
                    try fixture.store.recordSession(
                        session(.individual), topics: [], attendances: [attendance],
                        by: fixture.caseworker)
                } == .noSuchRecord)
            #expect(
                refusal { try fixture.store.topicCoverage(personId: id, by: fixture.caseworker) }
                    == .noSuchRecord)
        }
        #expect(
            refusal {
                try fixture.store.sessions(
                    homeId: fixture.home.id, from: fixture.today, to: fixture.today,
                    by: fixture.elsewhere)
            } == .noSuchRecord)
        for signature in [fixture.supervisor, fixture.officer] {
            #expect(
                refusal {
                    try fixture.store.recordSession(
                        session(.individual), topics: [], attendances: [woman(fixture.person)],
                        by: signature)
                } == .refused(.roleMayNot))
        }
        #expect(try fixture.journal(.recordSession) == [])
    }

    @Test func `a voided session covers nothing`() throws {
        let saved = try fixture.store.recordSession(
            session(.individual), topics: [.papers], attendances: [woman(fixture.person)],
            by: fixture.caseworker)
        try fixture.store.void(
            table: "counsellingSession", id: saved.id, reason: "wrong woman",
            by: fixture.caseworker)
        #expect(
            try fixture.store.topicCoverage(personId: fixture.person.id, by: fixture.caseworker)
                == [:])
    }

    @Test func `the checklist keeps the last answer and the journal the earlier ones`() throws {
        _ = try fixture.store.answerChecklist(
            caseId: fixture.file.id, answers: [.originalID: .no, .returnFare: .yes],
            by: fixture.caseworker)
        let answers = try fixture.store.answerChecklist(
            caseId: fixture.file.id, answers: [.originalID: .yes], by: fixture.caseworker)
        #expect(answers == [.originalID: .yes, .returnFare: .yes])
        #expect(
            try fixture.journal(.answerChecklist) == [
                "create checklistAnswer", "create checklistAnswer",
                "update checklistAnswer.answer",
            ])
        #expect(
            refusal {
                try fixture.store.answerChecklist(
                    caseId: fixture.file.id, answers: [:], by: fixture.elsewhere)
            } == .noSuchRecord)
    }

    @Test func `a session and a checklist are undone and made again`() throws {
        func undo() throws {
            let offer = try #require(try fixture.store.lastUndoable(by: fixture.caseworker))
            try fixture.store.undo(operationId: offer.operationId, by: fixture.caseworker)
        }
        for _ in 0..<2 {
            _ = try fixture.store.recordSession(
                session(.individual), topics: [.papers], attendances: [woman(fixture.person)],
                by: fixture.caseworker)
            try undo()
            _ = try fixture.store.answerChecklist(
                caseId: fixture.file.id, answers: [.originalID: .yes], by: fixture.caseworker)
            try undo()
        }
        let page = try fixture.store.residentPage(fixture.person.id, by: fixture.caseworker)
        #expect(page.sessions == [] && page.checklist == [:] && page.coverage == [:])
    }

    // MARK: Materials and interpreters

    @Test func `several materials are kept, each once, and what the old field says among them`()
        throws
    {
        var record = session(.individual)
        record.materialsGiven = "CITY_MAP"
        let saved = try fixture.store.recordSession(
            record, topics: [.papers], attendances: [woman(fixture.person)],
            materials: ["HOTLINE_CARD", "CITY_MAP", "HOTLINE_CARD"], by: fixture.caseworker)
        #expect(saved.materialsGiven == nil)
        let page = try fixture.store.session(saved.id, by: fixture.caseworker)
        #expect(page.materials == ["CITY_MAP", "HOTLINE_CARD"])
        let hers = try fixture.store.residentPage(fixture.person.id, by: fixture.caseworker)
        #expect(hers.sessions.first?.materials == ["CITY_MAP", "HOTLINE_CARD"])
        // They go with the session when it is void.
        try fixture.store.void(
            table: CounsellingSession.table, id: saved.id, reason: "twice", by: fixture.caseworker)
        #expect(
            try fixture.store.read { try $0.fetchValid(SessionMaterial.self) }.isEmpty)
    }

    @Test func `an interpreter with a conflict interprets only with a reason`() throws {
        var contact = Contact()
        contact.personId = fixture.person.id
        contact.kind = .family
        contact.name = .said("王大勇")
        try fixture.store.addContact(contact, by: fixture.caseworker)
        var record = session(.individual)
        record.interpreter = "Wang Dayong"
        func save() throws -> CounsellingSession {
            try fixture.store.recordSession(
                record, topics: [.papers], attendances: [woman(fixture.person)],
                by: fixture.caseworker)
        }
        #expect(refusal(save) == .refused(.interpreterNeedsReason))
        let found = try fixture.store.interpreterConcerns(
            try #require(record.asInterpreter), personIds: [fixture.person.id],
            by: fixture.caseworker)
        #expect(found.map(\.concern) == [.related])
        // Whoever it names has it in her journal.
        #expect(try fixture.journal(.showPerson).last == "show contact")
        record.interpreterReason = "nobody else speaks her dialect tonight"
        #expect(try save().interpreterReason == "nobody else speaks her dialect tonight")
        record.interpreter = "周正"
        record.interpreterReason = nil
        #expect(refusal(save) == nil)
    }

    @Test func `residents, employers, counties and barred names are looked at as they stand`()
        throws
    {
        let other = try fixture.addPerson("AH001-0002")
        var named = other
        named.nameZh = .said("李梅")
        named.hukouCounty = .said("341226")
        named = try fixture.store.editPerson(named, by: fixture.caseworker)
        func found(_ interpreter: InterpreterCheck.Interpreter) throws -> [InterpreterConcern] {
            try fixture.store.interpreterConcerns(
                interpreter, personIds: [named.id], by: fixture.caseworker
            ).map(\.concern)
        }
        #expect(try found(.init(name: "周正")) == [])
        #expect(try found(.init(name: "李 梅")) == [.resident])
        #expect(try found(.init(name: "周正", county: "341226")) == [.sameCounty])
        let employer = try fixture.addEmployer("丽人发廊")
        #expect(try found(.init(name: "周正", work: "丽人发廊")) == [])
        try fixture.store.approveEmployer(
            employer.id, status: .blacklisted, reason: "took the cards",
            by: fixture.caseworker, second: fixture.proof(of: fixture.supervisor))
        #expect(try found(.init(name: "周正", work: "丽人发廊")) == [.watched])
        // Nobody of another home is named.
        #expect(
            refusal {
                try fixture.store.interpreterConcerns(
                    .init(name: "周正"), personIds: [named.id], by: fixture.elsewhere)
            } == .noSuchRecord)
    }

    @Test func `the last group can be ticked again`() throws {
        let other = try fixture.addPerson("AH001-0002")
        #expect(
            try fixture.store.lastGroup(homeId: fixture.home.id, by: fixture.caseworker).isEmpty)
        try fixture.store.recordSession(
            session(.group), topics: [.papers],
            attendances: [woman(fixture.person), woman(other), tally(.from25, 3)],
            by: fixture.caseworker)
        try fixture.store.recordSession(
            session(.individual, on: "2010-03-05"), topics: [.papers],
            attendances: [woman(other)], by: fixture.caseworker)
        let ids = try fixture.store.lastGroup(homeId: fixture.home.id, by: fixture.caseworker)
        #expect(Set(ids) == [fixture.person.id, other.id])
    }
}
