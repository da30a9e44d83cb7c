import HomesCore
import Testing

@Suite struct `Follow-ups` {
    @Test func `due dates after a placement and after an exit`() throws {
        let start = try day("2007-03-05")
        #expect(
            FollowUpSchedule.due(afterPlacementStart: start).map(\.dueOn.iso) == [
                "2007-03-08", "2007-03-12", "2007-04-04", "2007-06-03", "2007-09-01",
            ])
        #expect(
            FollowUpSchedule.due(afterExit: start).map(\.dueOn.iso) == ["2007-04-04", "2007-06-03"])
        #expect(FollowUpSchedule.due(afterExit: start).map(\.dayOffset) == [30, 90])
    }

    @Test func `overdue from the day after, and who hears of it`() throws {
        let due = try day("2007-03-08")
        for days in -20...40 {
            let date = due.adding(days: days)
            let state = FollowUpSchedule.state(dueOn: due, doneOn: nil, on: date)
            func escalation(_ times: Int) -> Escalation {
                FollowUpSchedule.escalation(dueOn: due, snoozed: times, on: date)
            }
            #expect(state.isDue == (days >= 0))
            if days > 0 { #expect(state == .overdue(days: days)) }
            if days == 0 { #expect(state == .today) }
            if days < 0 { #expect(state == .later(inDays: -days)) }
            for times in 0...1 {
                #expect(
                    escalation(times) == (days >= 14 ? .supervisor : days >= 7 ? .manager : .none))
            }
            #expect(escalation(2) == (days >= 14 ? .supervisor : .manager))
            #expect(FollowUpSchedule.maySnooze(times: 1, dueOn: due, on: date) == (days > 0))
            #expect(!FollowUpSchedule.maySnooze(times: 2, dueOn: due, on: date))
        }
        let late = FollowUpSchedule.state(dueOn: due, doneOn: due.adding(days: 1), on: due)
        #expect(late == .doneLate)
        #expect(FollowUpSchedule.state(dueOn: due, doneOn: due, on: due) == .doneOnTime)
        #expect(DueState.overdue(days: 3).label(.chinese) == "逾期3天")
    }

    @Test func `an answer without a sign raises nothing`() {
        var answers = FollowUpAnswers(reached: .yes)
        #expect(answers.signals().isEmpty)
        answers.holdsOwnId = .yes
        answers.canLeaveFreely = .yes
        for value in [YesNo.no, .doesNotKnow, .prefersNot, .notCollected] {
            answers.workPlaceViolenceThreats = value
            answers.workplacePromiseDifference = value
            answers.coercedToContinueWork = value
            answers.laborExploitPastThreeMonths = value
            #expect(answers.signals().isEmpty)
        }
    }

    @Test func `each sign alone raises the alert`() {
        let changes: [(ExploitationSignal, (inout FollowUpAnswers) -> Void)] = [
            (.violenceOrThreats, { $0.workPlaceViolenceThreats = .yes }),
            (.promiseDifference, { $0.workplacePromiseDifference = .yes }),
            (.coercedToContinue, { $0.coercedToContinueWork = .yes }),
            (.exploitedInThreeMonths, { $0.laborExploitPastThreeMonths = .yes }),
            (.iloIndicator, { $0.indicators = [.debtBondage] }),
            (.noOwnID, { $0.holdsOwnId = .no }),
            (.cannotLeave, { $0.canLeaveFreely = .no }),
        ]
        for (signal, change) in changes {
            var answers = FollowUpAnswers(reached: .yes)
            change(&answers)
            #expect(answers.signals() == [signal])
        }
        #expect(changes.count + 1 == ExploitationSignal.allCases.count)
    }

    @Test func `two missed contacts in a row raise it, one does not`() {
        for now in [nil] + FollowUpReached.allCases.map(Optional.some) {
            for before in [nil] + FollowUpReached.allCases.map(Optional.some) {
                let missed: [FollowUpReached?] = [.noAnswer, .wrongNumber]
                let signals = FollowUpAnswers(reached: now).signals(previous: before)
                let expected = missed.contains(now) && missed.contains(before)
                #expect(signals == (expected ? [.twoMissedContacts] : []))
            }
        }
    }
}

@Suite struct `Consent and safe contact` {
    @Test func `a consent lasts 90 days unless another day is written down`() throws {
        let given = try day("2007-03-05")
        for days in -5...120 {
            let date = given.adding(days: days)
            let state = ConsentState(
                given: .yes, from: given, expiresOn: nil, withdrawnOn: nil, on: date)
            #expect(state.isInForce == (0..<90).contains(days))
            #expect(state.isExpiringSoon == (76..<90).contains(days))
        }
        let short = ConsentState(
            given: .yes, from: given, expiresOn: given.adding(days: 10), withdrawnOn: nil,
            on: given.adding(days: 10))
        #expect(short == .expired)
    }

    @Test func `only a yes gives it, and withdrawal works the same day`() throws {
        let given = try day("2007-03-05")
        for answer in YesNo.allCases {
            let state = ConsentState(
                given: answer, from: given, expiresOn: nil, withdrawnOn: nil, on: given)
            #expect(state.isInForce == (answer == .yes))
        }
        let withdrawn = given.adding(days: 5)
        for days in 0..<90 {
            let state = ConsentState(
                given: .yes, from: given, expiresOn: nil, withdrawnOn: withdrawn,
                on: given.adding(days: days))
            #expect(state.isInForce == (days < 5))
        }
    }

    @Test func `a flag is safe only when yes and checked within 90 days`() throws {
        let checked = try day("2007-03-05")
        for answer in YesNo.allCases {
            for days in -3...100 {
                let date = checked.adding(days: days)
                let isSafe = SafeContact.isSafe(answer, checkedOn: checked, on: date)
                #expect(isSafe == (answer == .yes && (0...90).contains(days)))
                #expect(
                    SafeContact.isStale(checkedOn: checked, on: date)
                        == !(0...90).contains(days))
            }
            #expect(!SafeContact.isSafe(answer, checkedOn: nil, on: checked))
        }
    }
}
