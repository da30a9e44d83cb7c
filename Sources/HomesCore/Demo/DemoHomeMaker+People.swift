/// Persons, contacts, consents, cases, risk.
extension DemoHomeMaker {
    /// The person of that number, made at her first arrival.
    func admitPerson(
        _ number: Int, day: Int, isChild: Bool, mother: DemoPerson?
    ) throws -> DemoPerson {
        if let known = persons[number] { return known }
        let admission = action(.admit, day, hour: random.number(8, 16))
        var row = Person()
        row.homeId = home.id
        row.personCode = nextPersonCode()
        let isBoy = isChild && random.chance(45)
        row.prs_Gender = isBoy ? .masculine : .feminine
        let birth = birthdate(isChild: isChild, on: day, mother: mother)
        fillName(&row, isBoy: isBoy)
        fillPapers(&row, birth: birth, isChild: isChild, isBoy: isBoy)
        if !isChild { fillCircumstances(&row, age: (day - birth.dayNumber) / 365) }
        row.namePinyin = row.nameZh.text.flatMap(SearchTexts.pinyin)
        row.searchKey = SearchTexts.key(of: row)
        let saved = try writer.insert(row, by: admission)
        let person = DemoPerson(
            id: saved.id, code: saved.personCode, birth: birth, isChild: isChild)
        persons[number] = person
        if !isChild {
            try writeContacts(person, by: admission, day: day)
            try writeConsents(person, by: admission, day: day)
        }
        return person
    }

    private func birthdate(isChild: Bool, on day: Int, mother: DemoPerson?) -> CivilDate {
        var years =
            isChild
            ? random.number(0, 10)
            : random.pick(
                [
                    (random.number(14, 15), 3), (random.number(16, 17), 12),
                    (random.number(18, 24), 42), (random.number(25, 34), 28),
                    (random.number(35, 49), 15),
                ], else: 20)
        if let mother { years = max(0, min(years, mother.age(on: day) - 17)) }
        return CivilDate(dayNumber: day - years * 365 - years / 4 - random.number(1, 364))
    }

    private func fillName(_ row: inout Person, isBoy: Bool) {
        if random.chance(2) {
            row.nameZh = .missing(.prefersNot)
            row.nameDataQuality = .prefersNot
            return
        }
        row.nameZh = .said(isBoy ? InventedNames.boy(&random) : InventedNames.woman(&random))
        row.nameDataQuality = random.chance(96) ? .full : .partial
        if random.chance(4) { row.alias = .said("阿" + (row.nameZh.text?.suffix(1) ?? "")) }
    }

    private func fillPapers(_ row: inout Person, birth: CivilDate, isChild: Bool, isBoy: Bool) {
        let county = hukouCounty()
        row.hukouCounty = .said(county)
        row.dobDataQuality = .full
        row.prs_Birthdate = .said(birth.iso)
        if random.chance(6) {
            row.prs_Birthdate = .said(String(birth.iso.prefix(random.chance(50) ? 4 : 7)))
            row.dobDataQuality = .approximate
            row.idDocumentType = isChild ? .noPaper : .notCollected
            return
        }
        if isChild {
            row.idDocumentType = random.chance(80) ? .hukouBook : .noPaper
            return
        }
        switch random.number(1, 100) {
        case 1...9:
            row.prs_IdentityNumber = .missing(.prefersNot)
            row.idDocumentType = .prefersNot
        case 10...16: row.idDocumentType = .noPaper
        default:
            let fifteen = birth.year < 1990 && random.chance(9)
            guard
                let number = InventedNames.identityNumber(
                    county: county, birthdate: birth, female: !isBoy, fifteen: fifteen, &random),
                usedNumbers.insert(number).inserted
            else { return }
            row.prs_IdentityNumber = .said(number)
            row.idDocumentType = fifteen ? .residentID15 : .residentID18
        }
        row.idHeldBy = random.pick(
            [
                (.herself, 80), (.family, 7), (.homeSafe, 4), (.lost, 4), (.employer, 2),
                (.recruiter, 1), (.notCollected, 2),
            ], else: .herself)
    }

    private func fillCircumstances(_ row: inout Person, age: Int) {
        row.hukouType = random.chance(88) ? .agricultural : .nonAgricultural
        row.prs_MaritalStatus = age < 20 || random.chance(55) ? .single : .married
        if random.chance(6) { row.prs_MaritalStatus = .prefersNot }
        row.prs_NumberOfChildren = .said(
            row.prs_MaritalStatus == .married ? String(random.number(0, 2)) : "0")
        row.prs_PrimaryLanguage = .said("cmn")
        row.ethnicity = .said(
            random.chance(88) ? "HA" : random.pick(["MH", "YI", "TJ", "HU"]) ?? "HA")
        row.prs_HighestLevelOfEducation = random.pick(
            [
                (.primaryEducation, 25), (.lowerSecondaryEducation, 52),
                (.upperSecondaryEducation, 16), (.notCollected, 4), (.doesNotKnow, 3),
            ], else: .lowerSecondaryEducation)
        row.schoolStatus = random.chance(60) ? .graduated : .droppedOut
    }

    private func hukouCounty() -> String {
        let isSending = setting.sendingCounties.contains(home.countyCode)
        if isSending, random.chance(70) { return home.countyCode }
        return random.pick(setting.sendingCounties) ?? home.countyCode
    }

    private func writeContacts(_ person: DemoPerson, by action: DemoAction, day: Int) throws {
        for kind in [ContactKind.herself, .family] where random.chance(kind == .herself ? 75 : 40) {
            var row = Contact()
            row.personId = person.id
            row.kind = kind
            if kind == .family {
                row.relation = .said(random.pick(["母亲", "姐姐", "丈夫", "姑姑"]) ?? "母亲")
                row.mayBeTold = random.chance(45) ? .yes : .no
            }
            row.phone = .said(InventedNames.phone(&random))
            let isAsked = random.chance(88)
            if isAsked {
                row.mayCall = random.chance(75) ? .yes : .no
                row.mayText = random.chance(60) ? .yes : .no
                row.mayLeaveMessage = random.chance(25) ? .yes : .no
                row.hours = .said(random.pick(["19-21", "12-13", "周日", "20点后"]) ?? "19-21")
                row.whoMayAnswer = .said(random.pick(["本人", "婆婆", "室友", "父亲"]) ?? "本人")
                row.persona = .said(random.pick(["同学", "表姐", "培训班老师"]) ?? "同学")
                row.codePhrase = .said(random.pick(["家里的花开了", "书还没看完", "天气转凉"]) ?? "书还没看完")
                row.checkedOn = date(
                    min(today, day + (random.chance(40) ? random.number(0, 200) : 0)))
            }
            try writer.insert(row, by: action, about: person.id)
        }
    }

    private func writeConsents(_ person: DemoPerson, by action: DemoAction, day: Int) throws {
        for (purpose, asked, agreed) in [
            (ConsentPurpose.caseManagement, 97, 98), (.nonIdentifiableReporting, 70, 92),
            (.contactFamily, 35, 55),
        ] where random.chance(asked) {
            var row = Consent()
            row.personId = person.id
            row.purpose = purpose
            row.given = random.chance(agreed) ? .yes : .no
            let isGirl = person.age(on: day) < 14
            row.givenBy = isGirl ? .guardian : .herself
            row.date = date(day)
            row.expiresOn = date(day + 90)
            row.language = "cmn"
            if row.given == .yes, random.chance(2), day + 20 <= today {
                row.withdrawnOn = date(day + random.number(2, 20))
                row.withdrawnHow = "当面"
            }
            try writer.insert(row, by: action, about: person.id)
        }
    }

    /// A case; it is closed some weeks after she left.
    ///
    /// - Parameter before: The day of her next arrival: the case is closed by then.
    func writeCase(
        _ number: Int, _ person: DemoPerson, from: Int, to: Int, isOpen: Bool, before: Int?
    ) throws -> String {
        let id = try insertCase(
            number, person, from: from, to: to, isOpen: isOpen, before: before)
        caseIds[person.id] = id
        return id
    }

    private func insertCase(
        _ number: Int, _ person: DemoPerson, from: Int, to: Int, isOpen: Bool, before: Int?
    ) throws -> String {
        var row = Case()
        persons[number]?.cases += 1
        row.caseCode = "\(person.code)-C\(person.cases + 1)"
        row.personId = person.id
        row.homeId = home.id
        let admission = action(.admit, from, hour: random.number(8, 16))
        row.cas_CaseOwner = admission.user.id
        row.riskLevel = random.pick([(.high, 12), (.medium, 40), (.low, 48)], else: .low)
        row.registrationDate = date(from)
        row.referralSource = random.pick(
            [
                (.womensFederation, 34), (.herself, 22), (.bigSisterPeer, 16), (.individual, 12),
                (.stationDesk, 6), (.employer, 4), (.police, 3), (.hotline, 3),
            ], else: .herself)
        if random.chance(2) {
            row.vic_TraffickingStatus = .possibleVictim
            row.vic_TraffickingStatusDecisionMakingOrg = .police
        }
        guard !isOpen else { return try writer.insert(row, by: admission, about: person.id).id }
        let first = row
        let closing = min(to + random.number(31, 70), before.map { $0 - 1 } ?? Int.max)
        guard closing < today else {
            row.cas_Status = .followUp
            let change = action(.exit, to, hour: 18)
            return try writer.insert(
                row, by: admission, about: person.id, first: first, changedBy: change
            ).id
        }
        row.cas_Status = random.chance(92) ? .closed : .closedReferred
        row.dateClosure = date(closing)
        row.cas_ReasonForCaseClosure = random.pick(
            [
                (.placedAndStable, 40), (.goalsMet, 25), (.returnedHomeSafely, 20),
                (.cannotBeLocated, 8), (.movedAway, 7),
            ], else: .goalsMet)
        row.closureApprovedBy = site.manager.id
        let change = action(.editRecord, closing, hour: 15)
        return try writer.insert(
            row, by: admission, about: person.id, first: first, changedBy: change
        ).id
    }

    /// The risk assessment at intake.
    func writeRisk(_ person: DemoPerson, caseId: String, day: Int) throws {
        guard !person.isChild, random.chance(92) else { return }
        let act = action(.assessRisk, day, hour: 17)
        var row = RiskAssessment()
        row.caseId = caseId
        row.assessedOn = date(day)
        row.workerRating = random.pick([(.high, 12), (.medium, 40), (.low, 48)], else: .low)
        row.herOwnRating = random.chance(70) ? row.workerRating : .low
        row.nextReviewDue = date(day + 30)
        let saved = try writer.insert(row, by: act, about: person.id)
        for factor in RiskFactor.atIntake {
            let isMinor = factor == .under18 && person.age(on: day) < 18
            guard isMinor || random.chance(setting.isSparse ? 8 : 24) else { continue }
            var item = RiskItem()
            item.riskAssessmentId = saved.id
            item.level = factor.level
            item.code = factor
            item.answer = random.pick([(.yes, 55), (.no, 40), (.prefersNot, 5)], else: .no)
            if factor == .under18 { item.answer = isMinor ? .yes : .no }
            try writer.insert(item, by: act, about: person.id)
        }
    }
}
