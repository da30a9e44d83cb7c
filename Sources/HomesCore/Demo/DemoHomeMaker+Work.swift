/// Employers, offers, placements, follow-ups.
extension DemoHomeMaker {
    /// Places her at the end of her stay, or in the middle of it when she works from the home.
    ///
    /// - Returns: Whether she left for the job.
    func placeFromStay(_ plan: PlannedStay, _ person: DemoPerson) throws -> Bool {
        let isOpen = plan.to == StayCalendar.openEnd
        guard plan.mother == nil, !isPlaced.contains(person.id) else { return false }
        if isOpen {
            guard today - plan.from > 12, random.chance(8) else { return false }
            try writePlacement(person, earliest: random.number(plan.from + 7, today))
            return false
        }
        guard plan.to - plan.from >= 5, random.chance(setting.isSparse ? 12 : 34) else {
            return false
        }
        return try writePlacement(person, earliest: plan.to)
    }

    /// A start in a job that the law's checks allow, with its checks and follow-ups.
    ///
    /// - Returns: Whether she was placed.
    @discardableResult
    func writePlacement(_ person: DemoPerson, earliest: Int) throws -> Bool {
        let start = earliest
        guard start <= today, person.age(on: start) >= 16, !isPlaced.contains(person.id) else {
            return false
        }
        let offer = try offer(for: start, isMinor: person.age(on: start) < 18)
        let findings = findings(offer, person, start: start)
        guard OfferRules.blocksPlacement(findings).isEmpty else { return false }
        let failed = OfferRules.needsOverride(findings)
        isPlaced.insert(person.id)
        var row = Placement()
        row.personId = person.id
        row.homeId = home.id
        row.offerId = offer.offer.id
        row.startDate = date(start)
        if random.chance(80) {
            row.contractSignedOn = date(min(today, start + random.number(0, 25)))
        }
        row.contractCopyHeld = row.contractSignedOn == nil ? .notCollected : .yes
        row.wageYuanAtStart = offer.offer.wageYuan
        row.hoursPerDayAtStart = offer.offer.hoursPerDay
        row.employmentType = .fullTime
        row.ledgerComplete = .yes
        row.employerStatusAtStart = offer.employer.approvedStatus
        let act = action(.startPlacement, start, hour: 17)
        if !failed.isEmpty {
            row.overrideReason = "已与单位书面约定整改，督导同意放行并跟踪落实情况"
            row.overrideBy = act.user.id
            row.overrideSecondBy = setting.supervisor.id
            row.overrideOn = row.startDate
        }
        let saved = try insertPlacement(row, start: start, by: act)
        try keep(findings, of: saved, start: start, by: act)
        try writeFollowUps(
            FollowUpSchedule.due(afterPlacementStart: saved.startDate), person,
            plan: { row in
                row.placementId = saved.id
            }, by: act, ended: saved.endDate?.dayNumber)
        try writePlan(person, offer: offer, start: start)
        return true
    }

    private func insertPlacement(
        _ row: Placement, start: Int, by act: DemoAction
    ) throws -> Placement {
        guard today - start > 30, random.chance(30) else {
            return try writer.insert(row, by: act, about: row.personId)
        }
        var ended = row
        let end = start + random.number(10, min(400, today - start - 1))
        ended.endDate = date(end)
        ended.endReason = random.pick(
            [
                (.quitBetterJob, 35), (.quitConditions, 20), (.family, 18), (.completed, 12),
                (.wagesUnpaid, 6), (.pregnancy, 5), (.dismissed, 3), (.exploitationSuspected, 1),
            ], else: .quitBetterJob)
        return try writer.insert(
            ended, by: act, about: row.personId, first: row,
            changedBy: action(.endPlacement, end, hour: 16))
    }

    private func keep(
        _ findings: [OfferFinding], of placement: Placement, start: Int, by act: DemoAction
    ) throws {
        for finding in findings {
            guard let outcome = finding.outcome else { continue }
            var check = OfferCheck()
            check.placementId = placement.id
            check.offerId = placement.offerId
            check.ruleCode = finding.code.rawValue
            check.verdict = outcome
            check.article = finding.article.kept
            check.effectiveFrom = finding.effectiveFrom
            check.evidence = finding.evidence.kept
            check.checkedOn = date(start)
            try writer.insert(check, by: act, about: placement.personId)
        }
    }

    private func findings(
        _ offer: (offer: JobOffer, employer: Employer), _ person: DemoPerson, start: Int
    ) -> [OfferFinding] {
        var facts = OfferFacts(
            offer: offer.offer, employer: offer.employer, birthdate: Birthdate(person.birth),
            startDate: date(start))
        facts.introducedOn = date(start)
        facts.idHeldBy = .herself
        facts.ledgerComplete = .yes
        return OfferRules.judge(
            facts,
            on: OfferRules.lawDate(offeredOn: offer.offer.offeredOn, startDate: date(start)))
    }

    /// A good offer of the weeks before, an old one or a new one.
    private func offer(
        for start: Int, isMinor: Bool
    ) throws -> (offer: JobOffer, employer: Employer) {
        let fitting = offers.filter { known in
            let offered = known.offer.offeredOn.dayNumber
            return offered <= start && start - offered < 200
                && (!isMinor || known.offer.registeredForMinors == .yes)
        }
        if random.chance(70), let known = random.pick(fitting) { return known }
        let day = max(start - random.number(2, 20), setting.firstDay)
        let employer = try writeEmployer(day: day, status: .approved)
        var row = goodOffer(employer.row, occupation: employer.occupation, day: day)
        if isMinor { (row.registeredForMinors, row.hasHealthChecks) = (.yes, .yes) }
        let saved = try writer.insert(row, by: action(.recordOffer, day, hour: 14))
        offers.append((saved, employer.row))
        return (saved, employer.row)
    }

    private func writeEmployer(
        day: Int, status: ApprovedStatus
    ) throws -> (row: Employer, occupation: String) {
        let firm = InventedNames.firm(&random)
        let registration = action(.registerEmployer, day, hour: 9)
        var row = Employer()
        row.org_Name = firm.name
        row.countyCode =
            random.chance(70) ? random.pick(setting.receivingCounties) : home.countyCode
        row.phone = InventedNames.phone(&random)
        row.industry = ["9112", "5131"].contains(firm.occupation) ? "I" : "C"
        row.size = random.number(2, 80) * 10
        row.dormitory = random.chance(70) ? .yes : .no
        row.legalRepresentative = InventedNames.woman(&random)
        row.searchKey = row.searchKey(also: [])
        guard status != .pending else {
            return (try writer.insert(row, by: registration), firm.occupation)
        }
        let first = row
        row.licenceNumber = "3400" + EntryText.padded(random.number(0, 999_999_999), 9)
        row.licenceSeenOn = date(day)
        row.approvedStatus = status
        row.approvedReason = status == .approved ? "执照齐全，已走访" : "收取押金，扣押证件"
        row.approvedBy = registration.user.id
        row.approvedSecondBy = setting.supervisor.id
        row.approvedOn = date(day)
        row.lastVisitOn = date(day)
        row.searchKey = row.searchKey(also: [])
        let approval = action(.approveEmployer, day, hour: 12)
        let saved = try writer.insert(row, by: registration, first: first, changedBy: approval)
        try writeVisit(to: saved, day: day, status: status)
        return (saved, firm.occupation)
    }

    /// The visit on which the decision rests. Nothing else of the programme changes with it.
    private func writeVisit(to employer: Employer, day: Int, status: ApprovedStatus) throws {
        guard !setting.isSparse else { return }
        let kept = random
        defer { random = kept }
        let isGood = status == .approved
        var visit = EmployerVisit()
        visit.employerId = employer.id
        visit.homeId = home.id
        visit.visitedOn = date(day)
        visit.announced = .no
        visit.sawWorkplace = .yes
        visit.sawDormitory = employer.dormitory == .yes ? .yes : .notCollected
        visit.spokeAlone = .yes
        visit.workersHoldPapers = isGood ? .yes : .no
        visit.workersComeAndGo = isGood ? .yes : .no
        visit.sawUnder16 = .no
        visit.finding = isGood ? .good : .nobodyMayGo
        visit.note = isGood ? nil : "收取押金，扣押证件"
        try writer.insert(visit, by: action(.visitEmployer, day, hour: 11))
    }

    private func goodOffer(_ employer: Employer, occupation: String, day: Int) -> JobOffer {
        var row = JobOffer()
        row.employerId = employer.id
        row.source = random.pick(
            [(.direct, 45), (.publicAgency, 35), (.licensedAgency, 20)], else: .direct)
        row.offeredOn = date(day)
        row.occupation = occupation
        row.workplaceKind =
            switch occupation {
            case "9112": .hotel
            case "5131": .restaurant
            case "5223": .shop
            case "9111": .household
            default: .factory
            }
        row.countyCode = employer.countyCode
        row.wageYuan = random.number(24, 60) * 100
        row.wageBasis = .month
        row.contractTermMonths = random.pick([12, 24, 36])
        row.probationMonths = row.contractTermMonths == 12 ? 1 : 2
        row.probationWageYuan = (row.wageYuan ?? 0) * 9 / 10
        (row.hoursPerDay, row.daysPerWeek) = (8, 5)
        row.overtimeHoursPerMonth = random.number(0, 30)
        row.overtimeHoursPerDay = (row.overtimeHoursPerMonth ?? 0) > 0 ? 2 : 0
        row.overtimePaid = .yes
        (row.feeAskedYuan, row.depositAskedYuan, row.deductionsYuan) = (0, 0, 0)
        row.idDemanded = .no
        row.promisedInWriting = .yes
        row.contractItemsStated = 9
        row.toldConditions = .yes
        row.paidMonthlyInMoney = .yes
        row.mayLeaveWithNotice = random.chance(85) ? .yes : .notCollected
        row.marriageTerms = .no
        row.employerChecksId = .yes
        row.agencyLabour = .no
        row.heavyOrHazardous = .no
        row.agencyLicenceSeen = row.source == .licensedAgency ? .yes : .notCollected
        row.forcedPaceOrLifting = .no
        row.registeredForMinors = random.chance(40) ? .yes : .notCollected
        row.hasHealthChecks = row.registeredForMinors
        row.minAge = 16
        row.openings = random.number(2, 40)
        row.closesOn = date(day + random.number(20, 90))
        if random.chance(5) { row.probationMonths = (row.probationMonths ?? 0) + 2 }
        return row
    }

    /// Offers nobody may be placed on: a fee, a deposit, the card kept, an age under 16; or only
    /// against a written override.
    func writeRefusedOffers(first: Int) throws {
        let count = max(1, offers.count / 4)
        for index in 0..<count {
            let day = index == 0 ? today - random.number(1, 20) : random.number(first, today - 1)
            let status: ApprovedStatus = random.chance(60) ? .pending : .blacklisted
            let employer = try writeEmployer(day: day, status: status)
            var row = goodOffer(employer.row, occupation: employer.occupation, day: day)
            row.source = random.pick([.unlicensed, .internet, .advert]) ?? .unlicensed
            switch random.number(0, 4) {
            case 0: row.feeAskedYuan = random.number(2, 12) * 100
            case 1: row.depositAskedYuan = random.number(3, 20) * 100
            case 2: row.idDemanded = .yes
            case 3:
                (row.hoursPerDay, row.daysPerWeek) = (12, 7)
                row.promisedInWriting = .no
            default:
                row.minAge = 15
                row.marriageTerms = .yes
            }
            row.toldConditions = .notCollected
            try writer.insert(row, by: action(.recordOffer, day, hour: 14))
        }
    }
}
