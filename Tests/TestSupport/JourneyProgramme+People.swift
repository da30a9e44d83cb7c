import HomesCore

/// Who is in the programme, and what was done with them.
extension JourneyProgramme {
    /// A woman, as the fixed data tells of her.
    private struct Entry {
        var name: String?
        var born: String
        var county: String
        var identityNumber: String?
        var day: String
        var bed: String
        var risk: RiskLevel?
        var planned: String?
        var heldBy = IDHeldBy.herself
        var mother: String?
        var user = "lin"
    }

    private static let entries: [Entry] = [
        Entry(
            name: "王小燕", born: "1988-02-11", county: "341226",
            identityNumber: "341226198802110245", day: "2007-03-20", bed: "2/1", risk: .medium),
        Entry(
            name: "李梅", born: "1990-02-11", county: "341221",
            identityNumber: "341221199002110426", day: "2007-05-28", bed: "2/2", risk: .high,
            heldBy: .recruiter),
        Entry(
            name: "陈玉兰", born: "1985-06-17", county: "411423",
            identityNumber: "411423198506171465", day: "2007-06-01", bed: "2/3", risk: .low,
            planned: "2007-06-15"),
        Entry(
            name: "赵春花", born: "1979-09-03", county: "341282",
            identityNumber: "341282197909030284", day: "2007-06-05", bed: "3/1", risk: .medium),
        Entry(
            name: "赵小雨", born: "2002-04-18", county: "341282", day: "2007-06-05", bed: "3/1",
            mother: "AH014-0004"),
        Entry(
            name: "张秀英", born: "1983-01-22", county: "430524",
            identityNumber: "430524198301222649", day: "2007-03-02", bed: "1/1", risk: .low),
        Entry(
            name: "刘芳", born: "1992-04-02", county: "341226", day: "2007-06-14", bed: "1/1",
            risk: .high, heldBy: .family),
        Entry(name: nil, born: "1990", county: "341226", day: "2007-06-10", bed: "1/2", risk: nil),
        Entry(
            name: "周敏", born: "1987-11-30", county: "341221", day: "2007-02-12", bed: "2/4",
            risk: .low),
        Entry(
            name: "吴霞", born: "1986-08-08", county: "430524", day: "2007-06-08", bed: "GD 1/1",
            risk: .medium, user: "mei"),
    ]

    mutating func admitPeople() throws {
        for entry in JourneyProgramme.entries {
            try admit(entry)
            switch people.count {
            case 6: try leave("AH014-0006", on: "2007-05-10", to: .placedJobDormitory)
            case 9: try leave("AH014-0009", on: "2007-05-12", to: .returnedToFamily)
            default: break
            }
        }
        try store.holdBed(
            beds["3/2"] ?? "", from: JourneyProgramme.today,
            to: JourneyProgramme.day("2007-06-18"), reason: "车站将送来",
            by: signature("lin", hour: 8))
        try store.closeBed(
            beds["3/3"] ?? "", from: JourneyProgramme.day("2007-06-12"), reason: "床板断了",
            by: signature("manager", on: "2007-06-12"))
    }

    private mutating func admit(_ entry: Entry) throws {
        var intake = Intake()
        intake.person.nameZh = entry.name.map(Told.said) ?? .missing(.prefersNot)
        intake.person.prs_Birthdate = .said(entry.born)
        intake.person.prs_Gender = .feminine
        intake.person.hukouCounty = .said(entry.county)
        intake.person.prs_IdentityNumber = Told(entry.identityNumber)
        intake.person.idDocumentType =
            entry.identityNumber == nil ? .notCollected : .residentID18
        intake.person.idHeldBy = entry.heldBy
        intake.stay.entryDate = JourneyProgramme.day(entry.day)
        intake.stay.plannedExitDate = entry.planned.map(JourneyProgramme.day)
        intake.stay.needs = Told("安全、工作")
        intake.stay.priorLivingSituation = .stationOrStreet
        intake.case.riskLevel = entry.risk
        intake.case.referralSource = .stationDesk
        intake.bedId = beds[entry.bed]
        if let mother = entry.mother {
            intake.stay.motherStayId = stays[mother]
            intake.stay.relationshipToHoH = .child
        } else {
            intake.contacts = [contact(entry)]
            intake.consents = [consent(entry)]
        }
        if let risk = entry.risk {
            var assessment = RiskAssessment()
            assessment.workerRating = risk
            assessment.herOwnRating = .medium
            assessment.nextReviewDue = JourneyProgramme.day(entry.day).adding(days: 14)
            intake.risk = assessment
        }
        let made = try store.admit(
            intake, by: signature(entry.user, on: entry.day, hour: 20))
        people[made.person.personCode] = made.person.id
        stays[made.person.personCode] = made.stay?.id
    }

    /// Her own number: may be called in the evening. It was confirmed on the day she came, and is
    /// out of date after 90 days.
    private func contact(_ entry: Entry) -> Contact {
        var contact = Contact()
        contact.phone = Told("138000000" + String(entry.day.suffix(2)))
        contact.mayCall = .yes
        contact.mayText = .no
        contact.mayLeaveMessage = .no
        contact.hours = Told("19:00-21:00")
        contact.persona = Told("表姐")
        contact.codePhrase = Told("李子熟了")
        contact.checkedOn = JourneyProgramme.day(entry.day)
        return contact
    }

    private func consent(_ entry: Entry) -> Consent {
        var consent = Consent()
        consent.purpose = .caseManagement
        consent.given = .yes
        consent.date = JourneyProgramme.day(entry.day)
        consent.language = "cmn"
        return consent
    }

    private func leave(_ code: String, on day: String, to destination: Destination) throws {
        try store.exit(
            stayId: stays[code] ?? "",
            Departure(
                date: JourneyProgramme.day(day), exitType: .completed, destination: destination,
                safeClient: .yes, safeWorker: .yes), by: signature("lin", on: day, hour: 11))
    }

    // MARK: Counselling, jobs, follow-ups

    mutating func addWork() throws {
        try addSessions()
        try addOffers()
        var placement = Placement()
        placement.personId = people["AH014-0006"] ?? ""
        placement.offerId = offers["good"] ?? ""
        placement.startDate = JourneyProgramme.day("2007-05-11")
        placement.contractCopyHeld = .yes
        placement.wageYuanAtStart = 900
        try store.startPlacement(placement, by: signature("lin", on: "2007-05-10", hour: 15))
        try doFollowUps()
    }

    private func addSessions() throws {
        for (day, code, topics) in [
            ("2007-03-25", "AH014-0001", [CounsellingTopic.deciding, .papers, .jobChannels]),
            ("2007-06-02", "AH014-0002", [.papers, .signsOfExploitation, .gettingHelp]),
        ] {
            var session = CounsellingSession()
            session.homeId = homes["AH-014"]?.id ?? ""
            session.date = JourneyProgramme.day(day)
            session.counsellorId = users["lin"] ?? ""
            session.durationMinutes = 45
            var attendance = Attendance()
            attendance.personId = people[code]
            try store.recordSession(
                session, topics: topics, attendances: [attendance],
                by: signature("lin", on: day, hour: 16))
        }
    }

    private mutating func addOffers() throws {
        for (name, number) in [("宏达电子厂", "3412260001"), ("丽人发廊", nil as String?)] {
            var employer = Employer()
            employer.org_Name = name
            employer.licenceNumber = number
            employer.licenceSeenOn = number == nil ? nil : JourneyProgramme.day("2007-04-20")
            employer.countyCode = "440113"
            employers[name] = try store.registerEmployer(
                employer, by: signature("lin", on: "2007-04-20")
            ).id
        }
        try store.approveEmployer(
            employers["宏达电子厂"] ?? "", status: .approved, reason: "visited, papers seen",
            by: signature("lin", on: "2007-04-22"),
            second: users["manager"].map {
                PasswordProof(userId: $0, at: signature("lin", on: "2007-04-22").at)
            })
        offers["good"] = try store.recordOffer(
            offer("宏达电子厂", wage: 900, fee: 0), by: signature("lin", on: "2007-05-02")
        ).id
        offers["feeAsked"] = try store.recordOffer(
            offer("丽人发廊", wage: 600, fee: 200), by: signature("lin", on: "2007-05-03")
        ).id
    }

    private func offer(_ employer: String, wage: Int, fee: Int) -> JobOffer {
        var offer = JobOffer()
        offer.employerId = employers[employer] ?? ""
        offer.source = .direct
        offer.offeredOn = JourneyProgramme.day("2007-05-02")
        offer.occupation = "8212"
        offer.countyCode = "440113"
        offer.wageYuan = wage
        offer.wageBasis = .month
        offer.hoursPerDay = 8
        offer.daysPerWeek = 5
        offer.feeAskedYuan = fee
        offer.depositAskedYuan = 0
        offer.idDemanded = fee > 0 ? .yes : .no
        offer.promisedInWriting = .yes
        return offer
    }

    /// The third and the seventh day were done; on the seventh she did not hold her own card, which
    /// raised an alert. The thirtieth, and the one of the woman who went home, are overdue.
    private func doFollowUps() throws {
        for (day, offset, holdsCard) in [
            ("2007-05-14", 3, YesNo.yes), ("2007-05-18", 7, .no),
        ] {
            let signature = signature("lin", on: day, hour: 19)
            let due = try store.followUpsDue(
                homeId: homes["AH-014"]?.id ?? "", on: signature.today, by: signature)
            guard
                let row = due.first(where: {
                    $0.followUp.dayOffset == offset && $0.followUp.placementId != nil
                })
            else { continue }
            var followUp = row.followUp
            followUp.method = .phone
            followUp.reached = .yes
            followUp.safeToTalk = .yes
            followUp.sameEmployer = .yes
            followUp.wagePaidInFull = .yes
            followUp.holdsOwnId = holdsCard
            followUp.canLeaveFreely = .yes
            try store.doFollowUp(followUp, by: signature)
        }
    }
}
