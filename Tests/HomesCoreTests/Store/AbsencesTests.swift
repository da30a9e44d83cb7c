import GRDB
import Testing

@testable import HomesCore

/// Who is out and when she is back; what the home keeps for her.
@Suite struct AbsencesTests {
    let house: HouseFixture
    let her: Admission

    init() throws {
        house = try HouseFixture()
        her = try house.admit(from: "2007-02-20")
    }

    private func out(
        from day: String, back: String? = nil, _ reason: AbsenceReason = .leave
    ) throws -> Absence {
        var absence = Absence()
        absence.stayId = try house.stay(her).id
        absence.fromDay = HouseFixture.day(day)
        absence.expectedBack = back.map(HouseFixture.day)
        absence.reason = reason
        return absence
    }

    private func page() throws -> ResidentPage {
        try house.store.residentPage(her.person.id, by: house.worker)
    }

    private func today(_ day: String = "2007-03-05") throws -> TodayPage {
        try house.store.today(
            homeId: house.home.id, by: house.worker(on: HouseFixture.day(day)))
    }

    @Test func `she goes out and comes back, and her bed nights are the same`() throws {
        let stayId = try house.stay(her).id
        func nights() throws -> Int {
            try #require(page().openStay).nights
        }
        let before = try nights()
        let beds = try today().beds
        try house.store.recordAbsence(
            try out(from: "2007-03-01", back: "2007-03-03"), by: house.worker)
        #expect(try page().openAbsence != nil)
        #expect(try nights() == before && today().beds == beds)
        #expect(
            refusal {
                try house.store.recordAbsence(try out(from: "2007-03-05"), by: house.worker)
            } == .refused(.alreadyOut))
        let back = try house.store.endAbsence(
            stayId: stayId, on: HouseFixture.day("2007-03-04"), by: house.worker)
        #expect(back.ended == .back && back.toDay?.iso == "2007-03-04")
        #expect(try nights() == before && page().openAbsence == nil)
        #expect(
            refusal {
                try house.store.endAbsence(stayId: stayId, on: house.today, by: house.worker)
            } == .refused(.notOut))
        #expect(try house.store.check().isEmpty)
    }

    @Test func `out late from the day after, and missing is apart`() throws {
        try house.store.recordAbsence(
            try out(from: "2007-03-03", back: "2007-03-04"), by: house.worker)
        #expect(try today("2007-03-04").outLate == .none)
        let late = try today().outLate
        #expect(late.rows.map(\.personCode) == [her.person.personCode])
        #expect(late.rows.map(\.date.iso) == ["2007-03-04"])
        var absence = try #require(try page().openAbsence)
        absence.reason = .missing
        try house.store.editAbsence(absence, by: house.worker)
        #expect(try today().outLate == .none)
        #expect(try today().missing.rows.map(\.date.iso) == ["2007-03-03"])
        try house.store.sealPerson(her.person.id, reason: "threat", by: house.manager)
        #expect(try today().missing == .none)
    }

    @Test func `two outings of one day do not meet; nobody is out twice at once`() throws {
        let stayId = try house.stay(her).id
        for _ in 0..<2 {
            try house.store.recordAbsence(try out(from: "2007-03-05"), by: house.worker)
            try house.store.endAbsence(stayId: stayId, on: house.today, by: house.worker)
        }
        // Written down when she is back already.
        var past = try out(from: "2007-03-01")
        past.toDay = HouseFixture.day("2007-03-04")
        let long = try house.store.recordAbsence(past, by: house.worker)
        #expect(long.ended == .back)
        #expect(
            refusal {
                try house.store.recordAbsence(try out(from: "2007-03-02"), by: house.worker)
            } == .refused(.absenceOverlap))
        var before = try out(from: "2007-02-19")
        before.toDay = HouseFixture.day("2007-02-20")
        #expect(
            refusal { try house.store.recordAbsence(before, by: house.worker) }
                == .refused(.absenceOutsideStay))
        #expect(
            refusal {
                try house.store.recordAbsence(try out(from: "2007-03-06"), by: house.worker)
            } == .refused(.dateInFuture))
        var wrong = long
        wrong.toDay = HouseFixture.day("2007-02-28")
        #expect(
            refusal { try house.store.editAbsence(wrong, by: house.worker) }
                == .refused(.invalidValue))
        #expect(try page().absences.count == 3)
    }

    @Test func `an exit ends her absence and voids one that did not happen`() throws {
        let stayId = try house.stay(her).id
        try house.store.recordAbsence(
            try out(from: "2007-03-01", .missing), by: house.worker)
        try house.store.exit(
            stayId: stayId, Departure(date: HouseFixture.day("2007-03-03")), by: house.worker)
        let absence = try #require(try page().absences.first)
        #expect(absence.toDay?.iso == "2007-03-03" && absence.ended == .left)
        try house.store.correctExit(
            stayId: stayId, Departure(date: HouseFixture.day("2007-02-28")), by: house.worker)
        #expect(try page().absences.isEmpty)
        #expect(try house.store.check().isEmpty)
        for _ in 0..<2 {
            let offer = try #require(try house.store.lastUndoable(by: house.worker))
            try house.store.undo(operationId: offer.operationId, by: house.worker)
        }
        #expect(try page().openAbsence?.reason == .missing)
    }

    @Test func `a stay that is void takes its absences and belongings along`() throws {
        try house.store.recordAbsence(try out(from: "2007-03-01"), by: house.worker)
        try house.store.takeBelongings(
            Belonging.items(in: "bag", kind: .thing), ofStay: try house.stay(her).id,
            by: house.worker)
        try house.store.void(
            table: Stay.table, id: try house.stay(her).id, reason: "typed twice",
            by: house.worker)
        #expect(try page().absences.isEmpty && page().belongings.isEmpty)
        let offer = try #require(try house.store.lastUndoable(by: house.worker))
        try house.store.undo(operationId: offer.operationId, by: house.worker)
        #expect(try page().openAbsence != nil && page().belongings.count == 1)
    }

    // MARK: Belongings

    @Test func `one line is several items, with their numbers`() {
        let items = Belonging.items(in: "2 bags, phone；红 毛衣、 3 ，", kind: .thing)
        #expect(items.map(\.item) == ["bags", "phone", "红 毛衣", "3"])
        #expect(items.map(\.count) == [2, 1, 1, 1])
    }

    @Test func `what is handed in together has one receipt; papers only at her wish`() throws {
        let stayId = try house.stay(her).id
        let code = her.person.personCode
        let items =
            Belonging.items(in: "2 bags", kind: .thing)
            + Belonging.items(in: "ID card", kind: .document)
        let first = try house.store.takeBelongings(items, ofStay: stayId, by: house.worker)
        #expect(Set(first.map(\.receiptNumber)) == ["\(code)-R1"])
        var against = items[1]
        against.atHerWish = .no
        #expect(
            refusal {
                try house.store.takeBelongings([against], ofStay: stayId, by: house.worker)
            } == .refused(.papersAtHerWish))
        let second = try house.store.takeBelongings(
            Belonging.items(in: "50", kind: .money), ofStay: stayId, by: house.worker)
        #expect(second[0].receiptNumber == "\(code)-R2")
        #expect(
            refusal { try house.store.takeBelongings([], ofStay: stayId, by: house.worker) }
                == .refused(.nothingHandedIn))
        #expect(throws: DatabaseError.self) {
            try house.store.queue.inDatabase {
                try $0.execute(sql: "UPDATE belonging SET atHerWish = '0'")
            }
        }
    }

    @Test func `it is given back once, and an exit can give back the rest`() throws {
        let stayId = try house.stay(her).id
        let items = try house.store.takeBelongings(
            Belonging.items(in: "bag, phone, coat", kind: .thing), ofStay: stayId,
            by: house.worker)
        try house.store.returnBelongings(
            [items[0].id], ofStay: stayId, on: house.today, by: house.worker)
        #expect(
            refusal {
                try house.store.returnBelongings(
                    [items[0].id], ofStay: stayId, on: house.today, by: house.worker)
            } == .refused(.alreadyGivenBack))
        #expect(try page().keptBelongings.map(\.item) == ["phone", "coat"])
        #expect(try page().belongings(ofStay: stayId).count == 3)
        try house.store.exit(
            stayId: stayId, Departure(date: house.today, givesBack: true), by: house.worker)
        #expect(try page().keptBelongings.isEmpty)
        #expect(try house.store.check().isEmpty)
    }

    @Test func `what is handed in at the door is on a receipt from the start`() throws {
        var intake = house.intake("李丽", bed: house.beds[1])
        intake.belongings = Belonging.items(in: "bag", kind: .thing)
        let admission = try house.store.admit(intake, by: house.worker)
        let page = try house.store.residentPage(admission.person.id, by: house.worker)
        #expect(page.belongings.map(\.receiptNumber) == ["\(admission.person.personCode)-R1"])
    }
}
