/// Follow-ups: most done in time, some late, some overdue, a few with an alert.
extension DemoHomeMaker {
    /// The follow-ups of day 30 and 90 after an exit.
    func writeExitFollowUps(_ person: DemoPerson, stayId: String, exit: Int) throws {
        try writeFollowUps(
            FollowUpSchedule.due(afterExit: date(exit)), person,
            plan: { row in row.stayId = stayId }, by: action(.exit, exit, hour: 19), ended: nil)
    }

    func writeFollowUps(
        _ due: [FollowUpSchedule.Due], _ person: DemoPerson, plan: (inout FollowUp) -> Void,
        by act: DemoAction, ended: Int?
    ) throws {
        var previous: FollowUpReached?
        for step in due {
            var row = FollowUp()
            row.personId = person.id
            row.homeId = home.id
            row.dayOffset = step.dayOffset
            row.dueOn = step.dueOn
            plan(&row)
            guard let day = doneDay(due: step.dueOn.dayNumber) else {
                try writer.insert(row, by: act, about: person.id)
                continue
            }
            let first = row
            answer(&row, day: day, ended: ended)
            let indicator = raiseAlert(&row, day: day, previous: previous)
            previous = row.reached
            let done = action(.doFollowUp, day, hour: random.number(10, 19))
            let saved = try writer.insert(
                row, by: act, about: person.id, first: first, changedBy: done)
            if let indicator {
                var ticked = FollowUpIndicator()
                ticked.followUpId = saved.id
                ticked.indicator = indicator
                ticked.answer = .yes
                ticked.evidence = "本人电话中所述"
                try writer.insert(ticked, by: done, about: person.id)
            }
        }
    }

    /// The day on which it was done; `nil` while it was not.
    private func doneDay(due: Int) -> Int? {
        guard due <= today else { return nil }
        let isRecent = today - due < 35
        if random.chance(isRecent ? 22 : 1), !(isRecent && due == today && random.chance(50)) {
            return nil
        }
        if due == today { return nil }
        let delay = random.pick([(0, 74), (1, 10), (2, 6), (5, 6), (11, 4)], else: 0)
        return min(today, due + delay)
    }

    private func answer(_ row: inout FollowUp, day: Int, ended: Int?) {
        row.doneOn = date(day)
        row.method = random.pick(
            [(.phone, 80), (.visit, 9), (.text, 6), (.cameIn, 5)], else: .phone)
        row.reached = random.pick(
            [(.yes, 86), (.noAnswer, 8), (.viaContact, 4), (.wrongNumber, 2)], else: .yes)
        guard row.reached == .yes else { return }
        row.codePhraseUsed = .yes
        row.safeToTalk = .yes
        guard row.placementId != nil else { return }
        row.sameEmployer = ended.map { day >= $0 } ?? false ? .no : .yes
        row.wagePaidInFull = random.chance(94) ? .yes : .no
        row.hours = "8"
        row.holdsOwnId = .yes
        row.canLeaveFreely = .yes
        row.WorkPlaceViolenceThreats = .no
        row.WorkplacePromiseDifference = .no
        row.CoercedToContinueWork = .no
        row.LaborExploitPastThreeMonths = .no
    }

    /// What she says raises an alert now and then; two missed contacts always do.
    private func raiseAlert(
        _ row: inout FollowUp, day: Int, previous: FollowUpReached?
    ) -> ILOIndicator? {
        var indicator: ILOIndicator?
        if row.placementId != nil, row.reached == .yes, random.chance(4) {
            switch random.number(0, 3) {
            case 0: row.holdsOwnId = .no
            case 1: row.WorkplacePromiseDifference = .yes
            case 2: row.canLeaveFreely = .no
            default: indicator = random.pick([.withholdingOfWages, .excessiveOvertime, .deception])
            }
            row.LaborExploitPastThreeMonths = .yes
        }
        let ticked = indicator.map { Set([$0]) } ?? []
        guard !row.answers(ticked: ticked).signals(previous: previous).isEmpty else {
            return indicator
        }
        row.alertRaisedOn = date(day)
        if today - day > 14, random.chance(85) {
            row.alertClosedOn = date(min(today, day + random.number(1, 12)))
            row.alertClosedReason = "已与单位及本人核实，问题已解决"
        }
        return indicator
    }
}
