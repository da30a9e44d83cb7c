import Testing

@testable import HomesCore

/// Today is 2010-03-05.
@Suite struct MigrationPlansTests {
    let fixture: WorkFixture
    private var by: Signature { fixture.caseworker }

    init() throws { fixture = try WorkFixture() }

    private func draft(_ change: (inout MigrationPlan) -> Void = { _ in }) -> MigrationPlan {
        var plan = MigrationPlan()
        plan.caseId = fixture.file.id
        plan.travelDate = WorkFixture.day("2010-03-08")
        plan.checkInDays = "1 3 7"
        plan.codePhrase = .said("李子熟了")
        plan.destinationPlace = .said("柳树巷七号")
        change(&plan)
        return plan
    }

    @discardableResult
    private func plan(_ change: (inout MigrationPlan) -> Void = { _ in }) throws -> PlannedJourney {
        try fixture.store.planMigration(draft(change), by: by)
    }

    private func calls(_ journey: PlannedJourney) throws -> [String] {
        try fixture.store.read { db in
            try db.fetchValid(
                FollowUp.self, "migrationPlanId = ?", [journey.plan.id], order: "dueOn")
        }.map { $0.dueOn.iso + ($0.doneOn == nil ? "" : " done") }
    }

    /// The rules that the file breaks, beside the search keys that the fixture leaves out.
    private func broken() throws -> [String] {
        try fixture.store.check().map(\.rule.id).filter { $0 != "searchKeys" }
    }

    private func place(from day: String) throws -> Placement {
        let offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: try fixture.addEmployer()), by: by)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = WorkFixture.day(day)
        return try fixture.store.startPlacement(placement, by: by)
    }

    @Test func `every agreed day becomes a call, on the call sheet with the code phrase`() throws {
        let journey = try plan()
        #expect(
            journey.checkIns.made.map(\.dueOn.iso) == ["2010-03-09", "2010-03-11", "2010-03-15"])
        #expect(journey.plan.personId == fixture.person.id)
        let rows = try fixture.store.followUpsDue(
            homeId: fixture.home.id, on: WorkFixture.day("2010-03-09"), by: by)
        #expect(rows.map(\.followUp.dayOffset) == [1, 3, 7])
        #expect(rows.first?.checkIn?.codePhrase == "李子熟了")
        let today = try fixture.store.today(homeId: fixture.home.id, by: by)
        #expect(today.dueSoon.count == 2)
        let page = try fixture.store.residentPage(fixture.person.id, by: by)
        #expect(page.plan == journey.plan)
        #expect(page.checkIns.count == 3)
        #expect(try broken().isEmpty)
    }

    @Test func `another day of travel moves the open calls and no others, and says so`() throws {
        let journey = try plan { $0.travelDate = WorkFixture.day("2010-03-03") }
        var done = journey.checkIns.made[0]
        done.reached = .yes
        done.method = .phone
        try fixture.store.doFollowUp(done, by: by)
        var changed = journey.plan
        changed.travelDate = WorkFixture.day("2010-03-10")
        let again = try fixture.store.planMigration(changed, by: by)
        #expect(try calls(again) == ["2010-03-04 done", "2010-03-13", "2010-03-17"])
        #expect(again.checkIns.moved.count == 2 && again.checkIns.made.isEmpty)
        let said = try #require(again.checkIns.phrase)
        #expect(said.english.contains("moved to 2010-03-13, 2010-03-17; those done stay"))
        // It is in the journal, day by day.
        #expect(
            try fixture.journal(.planMigration).filter { $0 == "update followUp.dueOn" }.count == 2)
        #expect(try broken().isEmpty)
    }

    @Test func `days taken out or a journey given up take the open calls out`() throws {
        let journey = try plan()
        var changed = journey.plan
        changed.checkInDays = "3 10"
        let again = try fixture.store.planMigration(changed, by: by)
        #expect(again.checkIns.dropped.count == 2 && again.checkIns.made.count == 1)
        #expect(try calls(again) == ["2010-03-11", "2010-03-18"])
        var off = again.plan
        off.travelDate = nil
        #expect(try calls(try fixture.store.planMigration(off, by: by)).isEmpty)
        #expect(try broken().isEmpty)
    }

    @Test func `on a day on which she is called anyway there is no second call`() throws {
        _ = try place(from: "2010-03-08")
        let journey = try plan()
        // Day 3 and day 7 of the job are the same days.
        #expect(try calls(journey) == ["2010-03-09"])
        #expect(journey.checkIns.calledAnyway.map(\.iso) == ["2010-03-11", "2010-03-15"])
        #expect(try broken().isEmpty)
    }

    @Test func `a job begun later takes over its days, and gives them back when it is void`() throws
    {
        let journey = try plan()
        let placement = try place(from: "2010-03-08")
        #expect(try calls(journey) == ["2010-03-09"])
        try fixture.store.void(
            table: Placement.table, id: placement.id, reason: "typed twice", by: by)
        #expect(try calls(journey) == ["2010-03-09", "2010-03-11", "2010-03-15"])
        #expect(try broken().isEmpty)
    }

    @Test func `undoing the start of a job gives the check-ins back`() throws {
        let journey = try plan()
        _ = try place(from: "2010-03-08")
        let offer = try #require(try fixture.store.lastUndoable(by: by))
        try fixture.store.undo(operationId: offer.operationId, by: by)
        #expect(try calls(journey) == ["2010-03-09", "2010-03-11", "2010-03-15"])
        #expect(try broken().isEmpty)
    }

    @Test func `undo takes plan and calls back, and a change of the plan too`() throws {
        let journey = try plan()
        var changed = journey.plan
        changed.travelDate = WorkFixture.day("2010-03-20")
        try fixture.store.planMigration(changed, by: by)
        var offer = try #require(try fixture.store.lastUndoable(by: by))
        try fixture.store.undo(operationId: offer.operationId, by: by)
        #expect(try calls(journey) == ["2010-03-09", "2010-03-11", "2010-03-15"])
        offer = try #require(try fixture.store.lastUndoable(by: by))
        #expect(offer.operation == .planMigration)
        try fixture.store.undo(operationId: offer.operationId, by: by)
        #expect(try calls(journey).isEmpty)
        #expect(try fixture.store.residentPage(fixture.person.id, by: by).plan == nil)
    }

    @Test func `two missed check-ins raise the alert that any two missed calls raise`() throws {
        let journey = try plan { $0.travelDate = WorkFixture.day("2010-03-01") }
        var alerts: [[ExploitationSignal]] = []
        for var call in journey.checkIns.made.prefix(2) {
            call.reached = .noAnswer
            alerts.append(try fixture.store.doFollowUp(call, by: by).signals)
        }
        #expect(alerts == [[], [.twoMissedContacts]])
        #expect(
            try fixture.store.openAlerts(homeId: fixture.home.id, by: by).map(\.followUpId)
                == [journey.checkIns.made[1].id])
    }

    @Test func `she leaves and is called as agreed; after a death nobody is`() throws {
        let journey = try plan { $0.travelDate = WorkFixture.day("2010-03-05") }
        let exit = try fixture.store.exit(
            stayId: fixture.stay.id, Departure(date: fixture.today), by: by)
        #expect(exit.followUps.count == 2)
        #expect(try calls(journey).count == 3)
        try fixture.store.correctExit(
            stayId: fixture.stay.id, Departure(date: fixture.today, destination: .deceased), by: by)
        #expect(try calls(journey).isEmpty)
        #expect(try broken().isEmpty)
        // Nor does saving the plan again plan any.
        var plan = journey.plan
        plan.note = "x"
        #expect(try fixture.store.planMigration(plan, by: by).checkIns == CheckInChanges())
    }

    @Test func `a case has one plan; earlier versions are in the journal`() throws {
        let journey = try plan { $0.route = .said("K5") }
        #expect(refusal { try plan() } == .refused(.planExists))
        var changed = journey.plan
        changed.copyLeftWith = .said("赵大姐")
        try fixture.store.planMigration(changed, by: by)
        let stale = journey.plan
        #expect(
            refusal { try fixture.store.planMigration(stale.with { $0.note = "n" }, by: by) }
                == .changedMeanwhile(table: MigrationPlan.table, id: stale.id))
        let history = try fixture.store.history(personId: fixture.person.id, by: by)
        #expect(history.contains { $0.field == Phrase("Copy of papers left with", "证件复印件留给") })
    }

    @Test func `what cannot be is refused`() throws {
        #expect(
            refusal { try plan { $0.checkInDays = "soon" } } == .refused(.invalidValue))
        #expect(
            refusal { try plan { $0.travelDate = WorkFixture.day("2011-03-06") } }
                == .refused(.travelFarAway))
        #expect(
            refusal { try plan { $0.travelDate = WorkFixture.day("2010-02-04") } }
                == .refused(.travelFarAway))
        #expect(
            refusal { try plan { $0.phonesCheckedOn = WorkFixture.day("2010-03-06") } }
                == .refused(.dateInFuture))
        #expect(
            refusal { try fixture.store.planMigration(draft(), by: fixture.elsewhere) }
                == .noSuchRecord)
        #expect(
            refusal { try fixture.store.planMigration(draft(), by: fixture.supervisor) }
                == .refused(.roleMayNot))
        let journey = try plan()
        #expect(
            refusal {
                try fixture.store.void(
                    table: FollowUp.table, id: journey.checkIns.made[0].id, reason: "x", by: by)
            } != nil)
        #expect(try calls(journey).count == 3)
    }

    @Test func `a plan that is void takes its calls with it`() throws {
        let journey = try plan()
        try fixture.store.void(
            table: MigrationPlan.table, id: journey.plan.id, reason: "she stays", by: by)
        #expect(try calls(journey).isEmpty)
        // And another can be made.
        #expect(try plan().checkIns.made.count == 3)
        #expect(try broken().isEmpty)
    }

    @Test func `where she goes lies under the second key, in the file and in the journal`() throws {
        let journey = try plan {
            $0.destinationCounty = .said("440113")
            $0.destinationContact = .said("宏达电子厂")
            $0.destinationPhone = .said("13800000077")
            $0.route = .said("K5")
        }
        var changed = journey.plan
        changed.route = .said("K7")
        try fixture.store.planMigration(changed, by: by)
        let names = [
            "destinationCounty", "destinationContact", "destinationPlace", "destinationPhone",
            "route",
        ]
        #expect(
            MigrationPlan.fields.filter(\.isUnderSecondKey).map(\.name).sorted() == names.sorted())
        for field in MigrationPlan.fields where field.isUnderSecondKey {
            #expect(field.sensitivity == .locating)
        }
        let raw = try fixture.store.read {
            try $0.rawTexts("migrationPlan", journey.plan.id, names)
        }
        for name in names {
            let text = try #require(raw[name] ?? nil)
            #expect(SecondSeal.isSealed(text), "\(name)")
        }
        let read = try fixture.store.residentPage(fixture.person.id, by: by).plan
        #expect(read?.route == .said("K7") && read?.destinationPhone == .said("13800000077"))
    }
}

extension MigrationPlan {
    fileprivate func with(_ change: (inout MigrationPlan) -> Void) -> MigrationPlan {
        var plan = self
        change(&plan)
        return plan
    }
}
