/// Stays, bed assignments, sessions.
extension DemoHomeMaker {
    /// A planned stay with everything around it.
    func writeStay(_ plan: PlannedStay, number: Int) throws {
        let mother = plan.mother.flatMap { written[$0] }
        let person = try admitPerson(
            plan.person, day: plan.from, isChild: plan.mother != nil,
            mother: mother.flatMap { persons[$0.person] })
        let isOpen = plan.to == StayCalendar.openEnd
        let caseId = try writeCase(
            plan.person, person, from: plan.from, to: isOpen ? today : plan.to, isOpen: isOpen,
            before: nextArrival[number])
        let isPlaced = try placeFromStay(plan, person)
        let stay = stayRow(plan, person, caseId: caseId, mother: mother?.id)
        let admission = action(.admit, plan.from, hour: random.number(8, 16))
        var final = stay
        var change: DemoAction?
        if !isOpen {
            fillExit(&final, plan, isPlaced: isPlaced, hasMother: mother != nil)
            change = action(.exit, plan.to, hour: 19)
        }
        let saved = try writer.insert(
            final, by: admission, about: person.id, first: isOpen ? nil : stay, changedBy: change)
        written[number] = (saved.id, plan.person)
        try writeAssignments(plan, stayId: saved.id, personId: person.id)
        try writeRisk(person, caseId: caseId, day: plan.from)
        try writeSessions(with: person, from: plan.from, to: isOpen ? today : plan.to)
        if !isOpen { try writeExitFollowUps(person, stayId: saved.id, exit: plan.to) }
    }

    private func stayRow(
        _ plan: PlannedStay, _ person: DemoPerson, caseId: String, mother: String?
    ) -> Stay {
        var row = Stay()
        row.caseId = caseId
        row.personId = person.id
        row.homeId = home.id
        row.entryDate = date(plan.from)
        row.relationshipToHoH = mother == nil ? .self : .child
        row.motherStayId = mother
        row.priorLivingSituation = random.pick(
            [
                (.familyHome, 44), (.employerDormitory, 16), (.rentedRoom, 12),
                (.relativeOrFriend, 12), (.stationOrStreet, 10), (.prefersNot, 3),
                (.notCollected, 3),
            ], else: .familyHome)
        row.lengthOfStayThere = random.pick(
            [(.yearOrLonger, 40), (.days90ToYear, 25), (.weekToMonth, 20), (.notCollected, 15)],
            else: .yearOrLonger)
        if mother == nil {
            row.needs = .said(random.pick(["找工作", "找工作、办证件", "安全住处", "看病、休息", "讨回工资"]) ?? "找工作")
        }
        row.houseRulesExplainedOn = row.entryDate
        row.houseRulesLanguage = "cmn"
        if plan.to == StayCalendar.openEnd, random.chance(30) {
            row.plannedExitDate = date(max(plan.from, today + random.number(-1, 20)))
        }
        return row
    }

    private func fillExit(
        _ row: inout Stay, _ plan: PlannedStay, isPlaced: Bool, hasMother: Bool
    ) {
        row.state = .checkedOut
        row.exitDate = date(plan.to)
        row.exitType = random.pick(
            [(.completed, 66), (.leftEarly, 28), (.discharged, 2), (.notCollected, 4)],
            else: .completed)
        row.destination =
            isPlaced
            ? (random.chance(75) ? .placedJobDormitory : .placedJobOwnRoom)
            : random.pick(
                [
                    (.returnedToFamily, 44), (.relativeOrFriend, 16), (.rentedRoom, 12),
                    (.otherWomensHome, 5), (.schoolOrTraining, 7), (.hospital, 2),
                    (.leftWithoutNotice, 8), (.other, 2), (.notCollected, 4),
                ], else: .returnedToFamily)
        let isKnown = row.destination != .leftWithoutNotice && row.destination != .notCollected
        row.destinationSafeClient = isKnown ? (random.chance(93) ? .yes : .no) : .notCollected
        row.destinationSafeWorker = isKnown ? (random.chance(88) ? .yes : .no) : .notCollected
        if isPlaced { row.aftercare = "上岗后按期回访" }
    }

    private func writeAssignments(
        _ plan: PlannedStay, stayId: String, personId: String
    ) throws {
        for (index, leg) in plan.legs.enumerated() {
            var row = BedAssignment()
            row.stayId = stayId
            row.bedId = site.beds[leg.bed].id
            row.fromNight = date(leg.from)
            row.reason = index == 0 ? .arrival : .move
            row.withMother = plan.isWithMother
            let made = action(
                index == 0 ? .admit : .moveBed, leg.from, hour: index == 0 ? 16 : 17)
            guard leg.to != StayCalendar.openEnd else {
                try writer.insert(row, by: made, about: personId)
                continue
            }
            let first = row
            row.toNight = date(leg.to)
            let isLast = index == plan.legs.count - 1
            let change = action(isLast ? .exit : .moveBed, leg.to, hour: 19)
            try writer.insert(row, by: made, about: personId, first: first, changedBy: change)
        }
    }

    /// Individual sessions, which cover the topics one after the other.
    func writeSessions(with person: DemoPerson, from: Int, to: Int) throws {
        guard !person.isChild else { return }
        let wanted = setting.isSparse ? 1 : min(4, 1 + (to - from) / 20)
        var next = 0
        for index in 0..<wanted where random.chance(78) {
            let span = max(0, to - from)
            let day = from + span * index / wanted + random.number(0, span / wanted)
            guard day <= today else { return }
            var topics: [CounsellingTopic] = []
            for _ in 0..<(setting.isSparse ? 1 : random.number(1, 4)) where next < 10 {
                topics.append(CounsellingTopic.allCases[next])
                next += 1
            }
            if index == 0, person.age(on: day) < 18 { topics.append(.rightsUnder18) }
            try writeSession(
                kind: random.chance(94) ? .individual : .family, day: day, topics: topics,
                persons: [person], tally: 0)
        }
    }

    /// A group session every two months or so, with those who sleep there.
    func writeGroupSessions(_ calendar: StayCalendar, first: Int) throws {
        var day = first + random.number(5, 27)
        while day < today {
            let here = calendar.stays.filter { stay in
                stay.from <= day && day < stay.to && stay.mother == nil
            }
            let group = here.shuffled(using: &random).prefix(random.number(3, 7))
                .compactMap { persons[$0.person] }
            if group.count > 1 {
                let start = random.number(0, 8)
                let topics = (start..<start + 3).map { CounsellingTopic.allCases[$0] }
                try writeSession(
                    kind: .group, day: day, topics: topics, persons: group,
                    tally: random.chance(30) ? random.number(1, 6) : 0)
            }
            day += random.number(45, 70)
        }
    }

    /// Open courses of a home without beds.
    func writeDropInGroups(first: Int) throws {
        var day = first + random.number(5, 27)
        while day < today {
            let start = random.number(0, 8)
            let topics = (start..<start + 3).map { CounsellingTopic.allCases[$0] }
            try writeSession(
                kind: .group, day: day, topics: topics, persons: [], tally: random.number(4, 25))
            day += random.number(26, 34)
        }
    }

    private func writeSession(
        kind: SessionKind, day: Int, topics: [CounsellingTopic], persons: [DemoPerson], tally: Int
    ) throws {
        let act = action(.recordSession, day, hour: random.number(17, 18))
        var row = CounsellingSession()
        row.homeId = home.id
        row.date = date(day)
        row.kind = kind
        row.mode = random.chance(95) ? .inPerson : .phone
        row.counsellorId = act.user.id
        row.durationMinutes = kind == .group ? 90 : random.pick([30, 40, 45, 60])
        row.language = "cmn"
        row.materialsGiven = random.pick(["HOTLINE_CARD", "SAFE_MIGRATION_GUIDE", "CONTRACT_GUIDE"])
        let saved = try writer.insert(row, by: act)
        for topic in topics {
            var covered = SessionTopic()
            covered.sessionId = saved.id
            covered.topic = topic
            try writer.insert(covered, by: act)
        }
        for person in persons {
            var present = Attendance()
            present.sessionId = saved.id
            present.personId = person.id
            if kind == .group {
                present.preScore = random.number(3, 7) * 10
                present.postScore = min(100, (present.preScore ?? 0) + random.number(0, 4) * 10)
            }
            try writer.insert(present, by: act, about: person.id)
        }
        if tally > 0 {
            var others = Attendance()
            others.sessionId = saved.id
            others.ageBand = random.pick([.from16To17, .from18To24, .from25])
            others.tally = tally
            try writer.insert(others, by: act)
        }
    }
}
