/// Safe-migration plans of those who leave for a job, with their check-ins.
extension DemoHomeMaker {
    /// The plan of a woman who travels the day before her start, so that no check-in is on a day on
    /// which she is called for her job. Its chances are its own: nothing else changes with it.
    func writePlan(
        _ person: DemoPerson, offer: (offer: JobOffer, employer: Employer), start: Int
    ) throws {
        guard !setting.isSparse, let caseId = caseIds[person.id] else { return }
        let kept = random
        defer { random = kept }
        random = SplitMix64(
            seed: 0x51A7, part: start &* 31 &+ person.code.utf8.reduce(0) { $0 &* 7 &+ Int($1) })
        guard random.chance(70) else { return }
        let travel = start - 1
        var row = MigrationPlan()
        row.caseId = caseId
        row.personId = person.id
        row.agreedOn = date(travel - random.number(1, 4))
        row.travelDate = date(travel)
        row.destinationCounty = Told(offer.offer.countyCode)
        row.destinationContact = Told(offer.employer.org_Name)
        row.route = .said(random.pick(["长途汽车直达", "火车硬座，到站后单位接", "同乡同车"]) ?? "")
        row.knowsName = .said(random.pick(["大姐", "同村姐妹", "姑妈"]) ?? "")
        row.checkInDays = random.chance(80) ? "1 3 7" : "0 1 5"
        row.checkInMethod = .phone
        row.codePhrase = .said(random.pick(["李子熟了", "天气转凉了", "毛衣织好了"]) ?? "")
        row.codePhraseOnPaper = random.chance(25) ? .yes : .no
        row.copyLeftWith = .said("妇女之家")
        row.returnFareYuan = random.number(1, 6) * 50
        row.hotlineCard = random.pick(
            [(.open, 55), (.discreet, 35), (.notWanted, 10)], else: .open)
        let act = action(.planMigration, travel, hour: 9)
        let plan = try writer.insert(row, by: act, about: person.id)
        let due = CheckInDays(row.checkInDays)?.due(from: date(travel)) ?? []
        try writeFollowUps(
            due, person, plan: { $0.migrationPlanId = plan.id }, by: act, ended: nil)
    }
}
