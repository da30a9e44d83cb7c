import Testing

@testable import HomesCore

@Suite struct FollowUpsTests {
    let fixture: WorkFixture
    let placed: Placement

    init() throws {
        fixture = try WorkFixture()
        let employer = try fixture.addEmployer()
        let offer = try fixture.store.recordOffer(
            fixture.goodOffer(of: employer), by: fixture.caseworker)
        var placement = Placement()
        placement.personId = fixture.person.id
        placement.offerId = offer.id
        placement.startDate = WorkFixture.day("2010-02-20")
        placed = try fixture.store.startPlacement(placement, by: fixture.caseworker)
    }

    /// Day 3 (2010-02-23) is 10 days overdue, day 7 (2010-02-27) is 6.
    func planned(_ dayOffset: Int) throws -> FollowUp {
        let all = try fixture.store.read { db in
            try db.fetchValid(FollowUp.self, "placementId = ?", [placed.id])
        }
        return try #require(all.first { $0.dayOffset == dayOffset })
    }

    func answered(
        _ dayOffset: Int, _ reached: FollowUpReached = .yes,
        _ change: (inout FollowUp) -> Void = { _ in }
    ) throws -> FollowUp {
        var followUp = try planned(dayOffset)
        followUp.reached = reached
        followUp.method = .phone
        change(&followUp)
        return followUp
    }

    func contact(_ kind: ContactKind, checkedOn: String?, _ mayCall: YesNo = .yes) throws {
        var contact = Contact()
        contact.personId = fixture.person.id
        contact.kind = kind
        contact.phone = .said("13900000000")
        contact.mayCall = mayCall
        contact.mayText = .no
        contact.checkedOn = checkedOn.map(WorkFixture.day)
        _ = try fixture.store.addContact(contact, by: fixture.caseworker)
    }

    @Test func `a new signal raises a closed alert again, an old one does not`() throws {
        let raised = try fixture.store.doFollowUp(
            try answered(3) { $0.holdsOwnId = .no }, by: fixture.caseworker
        ).followUp
        var closed = try fixture.store.closeAlert(
            followUpId: raised.id, reason: "she has it back", by: fixture.caseworker)
        closed.wagePaidInFull = .yes
        let same = try fixture.store.correctFollowUp(closed, by: fixture.caseworker)
        #expect(same.signals == [.noOwnID])
        #expect(same.followUp.alertClosedReason == "she has it back")
        var worse = same.followUp
        worse.WorkPlaceViolenceThreats = .yes
        var later = fixture.caseworker
        later.at = later.at.adding(seconds: 86_400)
        let again = try fixture.store.correctFollowUp(worse, by: later).followUp
        #expect(again.alertRaisedOn == fixture.today.adding(days: 1))
        #expect(again.alertClosedOn == nil && again.alertClosedReason == nil)
        #expect(
            try fixture.store.openAlerts(homeId: fixture.home.id, by: later).map(\.followUpId)
                == [raised.id])
        // Closed again, an indicator that is ticked then counts as new, too.
        _ = try fixture.store.closeAlert(
            followUpId: raised.id, reason: "police informed", by: later)
        var indicator = FollowUpIndicator()
        indicator.indicator = .isolation
        indicator.answer = .yes
        let current = try fixture.store.read { try $0.existing(FollowUp.self, raised.id) }
        let ticked = try fixture.store.correctFollowUp(
            current, indicators: [indicator], by: later)
        #expect(ticked.followUp.alertClosedOn == nil)
    }

    @Test func `the call sheet shows overdue, today and the next seven days with who hears of it`()
        throws
    {
        let rows = try fixture.store.followUpsDue(
            homeId: fixture.home.id, on: fixture.today, by: fixture.caseworker)
        #expect(rows.map(\.followUp.dayOffset) == [3, 7])
        #expect(rows.map(\.state) == [.overdue(days: 10), .overdue(days: 6)])
        #expect(rows.map(\.escalation) == [.manager, .none])
        #expect(rows.map(\.employer) == ["光明服装厂", "光明服装厂"])
        #expect(rows.map(\.personCode) == ["AH001-0001", "AH001-0001"])
        #expect(rows.first?.name == .said("王小明"))
        #expect(try fixture.journal(.showList) == ["show home.callSheet", "show home.callSheet"])
        let later = try fixture.store.followUpsDue(
            homeId: fixture.home.id, on: WorkFixture.day("2010-03-15"), by: fixture.caseworker)
        #expect(later.map(\.followUp.dayOffset) == [3, 7, 30])
        #expect(later.map(\.escalation) == [.supervisor, .supervisor, .none])
        #expect(later.last?.state == .later(inDays: 7))
    }

    @Test func `what is safe comes before the number, and unknown or old is unsafe`() throws {
        try contact(.family, checkedOn: "2010-03-01")
        try contact(.herself, checkedOn: "2009-12-04")
        try contact(.emergency, checkedOn: nil)
        try contact(.employer, checkedOn: "2009-12-05", .doesNotKnow)
        let row = try fixture.store.followUp(
            try planned(3).id, on: fixture.today, by: fixture.caseworker)
        #expect(row.contacts.map(\.contact.kind) == [.herself, .family, .emergency, .employer])
        #expect(row.contacts.map(\.mayCall) == [false, true, false, false])
        #expect(row.contacts.map(\.isStale) == [true, false, true, false])
        #expect(
            row.contacts.map(\.flags.english) == [
                "UNSAFE: last confirmed 2009-12-04, ask again",
                "call, do NOT text, leave NO message", "UNSAFE: never confirmed with her",
                "do NOT call, do NOT text, leave NO message",
            ])
        // Nobody of them was said to be told; her own number asks for nothing of the kind.
        #expect(
            row.contacts.map { $0.telling?.english } == [
                nil, "must NOT be told where she is", "must NOT be told where she is",
                "must NOT be told where she is",
            ])
    }

    @Test func `a follow-up that went well raises nothing and is off the sheet`() throws {
        let outcome = try fixture.store.doFollowUp(
            try answered(3) { $0.holdsOwnId = .yes }, by: fixture.caseworker)
        #expect(outcome.signals == [])
        #expect(outcome.followUp.doneOn == fixture.today)
        #expect(outcome.followUp.alertRaisedOn == nil)
        #expect(
            try fixture.store.followUpsDue(
                homeId: fixture.home.id, on: fixture.today, by: fixture.caseworker
            ).map(\.followUp.dayOffset) == [7])
        #expect(
            refusal {
                try fixture.store.doFollowUp(outcome.followUp, by: fixture.caseworker)
            } == .refused(.followUpDone))
        #expect(
            try fixture.journal(.doFollowUp) == [
                "update followUp.doneOn", "update followUp.method", "update followUp.reached",
                "update followUp.holdsOwnId",
            ])
    }

    @Test(arguments: [
        (ExploitationSignal.violenceOrThreats, 0), (.promiseDifference, 1),
        (.coercedToContinue, 2), (.exploitedInThreeMonths, 3), (.noOwnID, 4), (.cannotLeave, 5),
    ])
    func `each bad answer raises an alert that a person closes with a reason`(
        signal: ExploitationSignal, question: Int
    ) throws {
        let paths: [(WritableKeyPath<FollowUp, YesNo>, YesNo)] = [
            (\.WorkPlaceViolenceThreats, .yes), (\.WorkplacePromiseDifference, .yes),
            (\.CoercedToContinueWork, .yes), (\.LaborExploitPastThreeMonths, .yes),
            (\.holdsOwnId, .no), (\.canLeaveFreely, .no),
        ]
        let outcome = try fixture.store.doFollowUp(
            try answered(3) { $0[keyPath: paths[question].0] = paths[question].1 },
            by: fixture.caseworker)
        #expect(outcome.signals == [signal])
        let alerts = try fixture.store.openAlerts(homeId: fixture.home.id, by: fixture.caseworker)
        #expect(alerts.map(\.signals) == [[signal]])
        #expect(alerts.map(\.personCode) == ["AH001-0001"])
        #expect(
            refusal {
                try fixture.store.closeAlert(
                    followUpId: outcome.followUp.id, reason: "", by: fixture.caseworker)
            } == .refused(.reasonMissing))
        let closed = try fixture.store.closeAlert(
            followUpId: outcome.followUp.id, reason: "called the labour bureau",
            by: fixture.caseworker)
        #expect(closed.alertClosedOn == fixture.today)
        #expect(
            try fixture.store.openAlerts(homeId: fixture.home.id, by: fixture.caseworker) == [])
        #expect(
            refusal {
                try fixture.store.closeAlert(
                    followUpId: closed.id, reason: "again", by: fixture.caseworker)
            } == .refused(.noAlert))
    }

    @Test func `a ticked indicator raises an alert, one answered no does not`() throws {
        var indicator = FollowUpIndicator()
        indicator.indicator = .debtBondage
        indicator.answer = .no
        let quiet = try fixture.store.doFollowUp(
            try answered(3), indicators: [indicator], by: fixture.caseworker)
        #expect(quiet.signals == [])
        indicator.answer = .yes
        indicator.evidence = "owes the agent 3,000 yuan"
        let loud = try fixture.store.correctFollowUp(
            quiet.followUp, indicators: [indicator], by: fixture.caseworker)
        #expect(loud.signals == [.iloIndicator])
        #expect(loud.followUp.alertRaisedOn == fixture.today)
        indicator.answer = .no
        let corrected = try fixture.store.correctFollowUp(
            loud.followUp, indicators: [indicator], by: fixture.caseworker)
        #expect(corrected.signals == [])
        #expect(corrected.followUp.alertRaisedOn == fixture.today, "only a person closes it")
    }

    @Test func `two missed contacts in a row raise an alert, one does not`() throws {
        let first = try fixture.store.doFollowUp(
            try answered(3, .noAnswer), by: fixture.caseworker)
        #expect(first.signals == [])
        let row = try fixture.store.followUp(
            try planned(7).id, on: fixture.today, by: fixture.caseworker)
        #expect(row.isMissedBefore)
        let second = try fixture.store.doFollowUp(
            try answered(7, .wrongNumber), by: fixture.caseworker)
        #expect(second.signals == [.twoMissedContacts])
        let alerts = try fixture.store.openAlerts(homeId: nil, by: fixture.supervisor)
        #expect(alerts.map(\.signals) == [[.twoMissedContacts]])
        #expect(alerts.map(\.homeCode) == ["AH-001"])
    }

    @Test func `reaching her in between breaks the row`() throws {
        _ = try fixture.store.doFollowUp(try answered(3, .noAnswer), by: fixture.caseworker)
        _ = try fixture.store.doFollowUp(try answered(7, .viaContact), by: fixture.caseworker)
        let third = try fixture.store.doFollowUp(
            try answered(30, .noAnswer), by: fixture.caseworker)
        #expect(third.signals == [])
    }

    @Test func `an overdue call is put off twice and no more, and its due date stays`() throws {
        let overdue = try planned(3)
        for days in [1, 2] {
            let put = try fixture.store.putOffFollowUp(
                overdue.id, until: fixture.today.adding(days: days), by: fixture.caseworker)
            #expect(put.snoozeCount == days)
            #expect(put.dueOn == overdue.dueOn)
        }
        #expect(
            refusal {
                try fixture.store.putOffFollowUp(
                    overdue.id, until: fixture.today.adding(days: 3), by: fixture.caseworker)
            } == .refused(.snoozedTwice))
        let row = try fixture.store.followUp(
            overdue.id, on: fixture.today, by: fixture.caseworker)
        #expect(row.isPutOff)
        #expect(row.state == .overdue(days: 10))
        #expect(
            refusal {
                try fixture.store.putOffFollowUp(
                    try planned(7).id, until: fixture.today, by: fixture.caseworker)
            } == .refused(.putOffIntoPast))
        #expect(
            refusal {
                try fixture.store.putOffFollowUp(
                    try planned(30).id, until: fixture.today.adding(days: 9),
                    by: fixture.caseworker)
            } == .refused(.notOverdue))
    }

    @Test func `nobody moves what was planned, and nothing was done tomorrow`() throws {
        let done = try fixture.store.doFollowUp(
            try answered(3) {
                $0.dueOn = WorkFixture.day("2011-01-01")
                $0.personId = "somebody else"
                $0.snoozeCount = 9
            }, by: fixture.caseworker)
        #expect(done.followUp.dueOn.iso == "2010-02-23")
        #expect(done.followUp.personId == fixture.person.id)
        #expect(
            refusal {
                try fixture.store.doFollowUp(
                    try answered(7) { $0.doneOn = fixture.today.adding(days: 1) },
                    by: fixture.caseworker)
            } == .refused(.dateInFuture))
        #expect(
            refusal {
                try fixture.store.doFollowUp(
                    try answered(7) { $0.reached = nil }, by: fixture.caseworker)
            } == .refused(.invalidValue))
    }

    @Test func `undo takes a follow-up back, and it can be done again`() throws {
        var indicator = FollowUpIndicator()
        indicator.indicator = .deception
        indicator.answer = .yes
        _ = try fixture.store.doFollowUp(
            try answered(3), indicators: [indicator], by: fixture.caseworker)
        let offer = try #require(try fixture.store.lastUndoable(by: fixture.caseworker))
        try fixture.store.undo(operationId: offer.operationId, by: fixture.caseworker)
        #expect(try planned(3).doneOn == nil)
        #expect(
            try fixture.store.openAlerts(homeId: fixture.home.id, by: fixture.caseworker) == [])
        let again = try fixture.store.doFollowUp(
            try answered(3), indicators: [indicator], by: fixture.caseworker)
        #expect(again.signals == [.iloIndicator])
    }

    @Test func `another home's calls are nobody's, and roles without case work are refused`()
        throws
    {
        let id = try planned(3).id
        #expect(
            refusal {
                try fixture.store.followUpsDue(
                    homeId: fixture.home.id, on: fixture.today, by: fixture.elsewhere)
            } == .noSuchRecord)
        for name in [id, "00000000-0000-7000-8000-00000000ffff"] {
            #expect(
                refusal {
                    try fixture.store.followUp(name, on: fixture.today, by: fixture.elsewhere)
                } == .noSuchRecord)
            #expect(
                refusal {
                    try fixture.store.putOffFollowUp(
                        name, until: fixture.today.adding(days: 1), by: fixture.elsewhere)
                } == .noSuchRecord)
        }
        #expect(
            refusal { try fixture.store.openAlerts(homeId: nil, by: fixture.caseworker) }
                == .noSuchRecord)
        #expect(
            refusal { try fixture.store.doFollowUp(try answered(3), by: fixture.supervisor) }
                == .refused(.roleMayNot))
    }
}
