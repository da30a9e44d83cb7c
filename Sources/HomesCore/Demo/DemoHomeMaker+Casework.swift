/// What is planned, noted, flagged and shared about the women who are here now, and what happened in
/// the home. Its chances are its own: nothing else of the programme changes with it.
extension DemoHomeMaker {
    /// Writes it for those whose stay goes on; and the home's incidents of the last two months.
    func writeCasework(_ calendar: StayCalendar) throws {
        guard !setting.isSparse else { return }
        let kept = random
        defer { random = kept }
        random = SplitMix64(
            seed: 0xCA5E, part: home.homeCode.utf8.reduce(0) { $0 &* 31 &+ Int($1) })
        var here: [(person: DemoPerson, since: Int)] = []
        for (index, stay) in calendar.stays.enumerated() where stay.to == StayCalendar.openEnd {
            guard let row = written[index], let person = persons[row.person], !person.isChild,
                let caseId = caseIds[person.id]
            else { continue }
            here.append((person, stay.from))
            try writeGoal(caseId, person, since: stay.from)
            try writeIndicator(caseId, person, since: stay.from)
            try writeNotes(person, since: stay.from)
            try writeFlag(person, since: stay.from)
            try writeReferral(person, since: stay.from)
        }
        try writeIncidents(here)
    }

    /// A goal agreed with her soon after she came, and what is to be done for it.
    private func writeGoal(_ caseId: String, _ person: DemoPerson, since from: Int) throws {
        guard random.chance(65) else { return }
        let day = min(today, from + random.number(1, 4))
        let goals: [(SupportPlanType, String, [String])] = [
            (.livelihood, "一个月内找到经核查的工作", ["到劳动部门看招工信息", "练习面谈", "核对合同条款"]),
            (.legal, "补办身份证", ["开户籍证明", "陪同到派出所办理"]),
            (.health, "看好病再出门", ["到县医院检查", "复查取药"]),
            (.financial, "要回拖欠的工资", ["列出工资明细", "向劳动监察投诉"]),
            (.education, "读完夜校识字班", ["报名", "每周三晚上课"]),
        ]
        guard let goal = random.pick(goals) else { return }
        let act = action(.planCase, day, hour: 15)
        var row = PlanGoal()
        row.caseId = caseId
        row.spl_Type = goal.0
        row.spl_Objectives = goal.1
        row.agreedWithHer = .yes
        row.agreedOn = date(day)
        row.spl_PlannedEndDate = date(day + 30)
        let saved = try writer.insert(row, by: act, about: person.id)
        for (place, words) in goal.2.enumerated() {
            var step = PlanAction()
            step.goalId = saved.id
            step.spl_ActionPlan = words
            step.doer = place == 0 ? .worker : .herself
            step.dueOn = date(day + 3 + place * random.number(4, 9))
            let isOver = (step.dueOn ?? setting.today) < setting.today
            guard isOver, random.chance(88) else {
                try writer.insert(step, by: act, about: person.id)
                continue
            }
            let open = step
            step.state = .done
            step.endedOn = open.dueOn
            try writer.insert(
                step, by: act, about: person.id, first: open,
                changedBy: action(.planCase, open.dueOn?.dayNumber ?? day, hour: 17))
        }
    }

    private func writeIndicator(_ caseId: String, _ person: DemoPerson, since from: Int) throws {
        guard random.chance(12) else { return }
        let day = min(today, from + random.number(0, 6))
        let told: [(ILOIndicator, String)] = [
            (.withholdingOfWages, "说上一家欠三个月工资，有工友可作证"),
            (.retentionOfIdentityDocuments, "身份证仍在介绍人手里"),
            (.excessiveOvertime, "每天十四小时，一个月休一天"),
        ]
        guard let one = random.pick(told) else { return }
        var row = Indicator()
        row.caseId = caseId
        row.indicator = one.0
        row.answer = .yes
        row.assessedOn = date(day)
        row.evidence = one.1
        try writer.insert(row, by: action(.assessIndicators, day, hour: 16), about: person.id)
    }

    /// A note or two; some of the last days are not signed yet.
    private func writeNotes(_ person: DemoPerson, since from: Int) throws {
        for _ in 0..<random.number(0, 2) {
            let day = random.number(max(from, today - 40), today)
            let act = action(.writeNote, day, hour: 16)
            var row = Note()
            row.personId = person.id
            row.date = date(day)
            row.kind = random.pick(
                [(.contact, 70), (.observation, 20), (.phone, 10)], else: .contact)
            row.text =
                random.pick([
                    "今天愿意多说一些。想找包住的工作，离老乡近一点。", "睡得好些了。问了两次合同的事。",
                    "给家里打了电话，母亲知道她平安，没有问在哪里。", "和同屋一起做饭，第一次笑了。",
                ]) ?? ""
            if day < today - 3 || random.chance(70) {
                row.signedAt = act.at
                row.signedBy = act.user.id
            }
            try writer.insert(row, by: act, about: person.id)
        }
    }

    private func writeFlag(_ person: DemoPerson, since from: Int) throws {
        guard random.chance(7) else { return }
        let day = random.number(max(from, today - 20), today)
        let act = action(.raiseFlag, day, hour: 10)
        var row = PersonFlag()
        row.personId = person.id
        row.message =
            random.pick(["有人在车站打听她，不要单独外出", "对青霉素过敏", "夜里会惊醒，请先出声再开门"]) ?? ""
        row.raisedOn = date(day)
        row.raisedBy = act.user.id
        try writer.insert(row, by: act, about: person.id)
    }

    /// A referral that she agreed to on the same day; the answer came that day or is waited for.
    private func writeReferral(_ person: DemoPerson, since from: Int) throws {
        guard random.chance(14), person.age(on: today) >= 14 else { return }
        let places: [(ReferralService, String)] = [
            (.health, "县人民医院"), (.legalAssistance, "县法律援助中心"),
            (.livelihoods, "县劳动就业服务局"), (.psychosocial, "市妇联心理咨询室"),
        ]
        guard let place = random.pick(places) else { return }
        let day = random.number(max(from, today - 30), today)
        let asking = action(.recordConsent, day, hour: 1)
        var consent = Consent()
        consent.personId = person.id
        consent.purpose = .shareWith
        consent.shareWith = place.1
        consent.given = .yes
        consent.givenBy = .herself
        consent.date = date(day)
        consent.expiresOn = date(day + 90)
        consent.language = "cmn"
        let agreed = try writer.insert(consent, by: asking, about: person.id)
        let act = action(.refer, day, hour: 9)
        var row = Referral()
        row.personId = person.id
        row.homeId = home.id
        row.serviceType = place.0
        row.toOrganisation = place.1
        row.consentId = agreed.id
        row.sharedOn = date(day)
        row.sentAt = act.at
        row.responseTimeframe = .threeDays
        row.dueAt = row.responseTimeframe.due(after: act.at)
        row.sharesIdentity = .shared
        row.sharesNeeds = .shared
        row.reason = "本人要求"
        guard random.chance(60) else {
            try writer.insert(row, by: act, about: person.id)
            return
        }
        let open = row
        let answer = action(.answerReferral, day, hour: 23)
        row.status = random.chance(80) ? .done : .accepted
        row.referralResult = row.status == .done ? .accepted : nil
        row.respondedAt = max(answer.at, act.at)
        try writer.insert(row, by: act, about: person.id, first: open, changedBy: answer)
    }

    private func writeIncidents(_ here: [(person: DemoPerson, since: Int)]) throws {
        let kinds: [(IncidentClass, String, String)] = [
            (.recruiterAtDoor, "一名男子自称工厂招工，要求见住在这里的姑娘", "没有放行，告知民警和邻近各家"),
            (.illness, "夜里发烧", "送县医院，次日退烧"),
            (.theft, "晾在院里的衣服不见了", "清点登记，提醒锁门"),
            (.inHomeSafety, "楼梯灯坏，一人滑倒，没有受伤", "当天换了灯"),
            (.threatByOutsider, "有人打电话来骂，说要来找人", "没有透露任何情况，已报县妇联"),
        ]
        for _ in 0..<random.number(0, 2) {
            guard let kind = random.pick(kinds) else { return }
            let day = random.number(today - 60, today - 1)
            let act = action(.recordIncident, day, hour: 20)
            var row = Incident()
            row.homeId = home.id
            row.date = date(day)
            row.reportedOn = date(day)
            row.class = kind.0
            row.whatHappened = kind.1
            row.action = kind.2
            row.reportedTo = kind.0 == .recruiterAtDoor ? .police : .womensFederation
            if kind.0.asksAboutViolence { row.gbvType = GBVType.none }
            let open = row
            let saved: Incident
            if day < today - 14 {
                row.status = .closed
                row.closedOn = date(day + 7)
                row.closedReason = "已处理，未再发生"
                saved = try writer.insert(
                    row, by: act, first: open, changedBy: action(.editIncident, day + 7, hour: 17))
            } else {
                saved = try writer.insert(row, by: act)
            }
            guard kind.0 == .illness || kind.0 == .theft,
                let one = random.pick(here.filter { $0.since <= day })
            else { continue }
            var part = IncidentPerson()
            part.incidentId = saved.id
            part.personId = one.person.id
            try writer.insert(part, by: act, about: one.person.id)
        }
    }
}
