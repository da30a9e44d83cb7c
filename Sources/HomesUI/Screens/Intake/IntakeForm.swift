import HomesCore

/// What an interview at the door asks, in its order. Only a name (or that she declines) and a bed
/// are needed: the interview can stop at any question.
enum IntakeForm {
    /// The name of the field for the bed, which no record has.
    static let bed = "bed"
    /// Whether she comes by day only, in a home that offers both.
    static let byDay = "byDay"
    static let agreesToCaseWork = "consent.CASE_MANAGEMENT"
    static let agreesToReports = "consent.NON_IDENTIFIABLE_REPORTING"
    static let agreesToFamily = "consent.CONTACT_FAMILY"
    static let givenBy = "consent.givenBy"

    static let whoSheIs = Phrase("Who she is", "身份")
    static let identityFields = [
        "prs_IdentityNumber", "nameZh", "alias", "prs_Birthdate", "prs_Gender", "idDocumentType",
        "idHeldBy", "hukouCounty", "prs_PrimaryLanguage", "prs_MaritalStatus",
        "prs_HighestLevelOfEducation",
    ]

    /// The empty form of a home on a day.
    static func make(beds: [Choice], home: Home, _ world: World) -> Form {
        let language = world.language
        var form = Form()
        form.add(Person(), as: "person", section: whoSheIs, identityFields, language)
        addBed(beds, home, world, &form)
        var contact = Contact()
        contact.checkedOn = nil
        form.add(
            contact, as: "contact", section: Phrase("How to reach her safely", "怎样联系才安全"),
            ["mayCall", "mayText", "mayLeaveMessage", "hours", "codePhrase", "phone"], language)
        form.add(
            Case(), as: "case", section: Phrase("How she came", "来源与需要"), ["referralSource"],
            language)
        form.add(
            Stay(), as: "stay", section: Phrase("How she came", "来源与需要"),
            ["priorLivingSituation", "needs", "plannedExitDate"], language)
        addConsent(language, &form)
        addRisk(language, &form)
        return form
    }

    private static func addBed(
        _ beds: [Choice], _ home: Home, _ world: World, _ form: inout Form
    ) {
        let section = Phrase("Stay and bed", "住宿与床位")
        var stay = Stay()
        stay.entryDate = world.today
        form.add(stay, as: "stay", section: section, ["entryDate"], world.language)
        if home.serviceMode == .mixed {
            form.add(
                byDay, Phrase("By day only", "仅日间"), .choice(yesNo), section: section,
                value: .text("0"), world.language)
        }
        form.add(
            bed, Phrase("Bed", "床位"), .choice(beds), section: section,
            required: home.serviceMode != .dropIn,
            help: Phrase("Room-bed, like 2-3; F2 shows the bed board", "房间-床号，如 2-3；F2 打开床位图"),
            world.language)
        if home.serviceMode == .dropIn {
            form.skip(bed, because: Phrase("a drop-in home has no beds", "日间之家没有床位"))
        }
    }

    private static func addConsent(_ language: Language, _ form: inout Form) {
        let section = Phrase("Consent: never a condition of a bed", "知情同意：绝非入住条件")
        for (id, purpose) in [
            (agreesToCaseWork, ConsentPurpose.caseManagement),
            (agreesToReports, .nonIdentifiableReporting), (agreesToFamily, .contactFamily),
        ] {
            form.add(
                id, purpose.label, .choice(YesNo.choices), section: section,
                value: .text(YesNo.notCollected.rawValue), language)
        }
        form.add(
            givenBy, Phrase("Given by", "由谁同意"), .choice(ConsentGivenBy.choices),
            section: section, value: .text(ConsentGivenBy.herself.rawValue), language)
    }

    private static func addRisk(_ language: Language, _ form: inout Form) {
        let section = Phrase("Risk", "风险")
        form.add(
            RiskAssessment(), as: "risk", section: section,
            ["herOwnRating", "workerRating", "reason"], language)
        for factor in RiskFactor.allCases {
            form.add(
                RiskScreen.prefix + factor.rawValue, factor.label, .choice(YesNo.choices),
                section: section, value: .text(YesNo.notCollected.rawValue), language)
        }
    }

    private static let yesNo = [
        Choice(code: "1", label: YesNo.yes.label), Choice(code: "0", label: YesNo.no.label),
    ]

    // MARK: Out again

    /// What was written down.
    static func intake(from form: Form, today: CivilDate) -> Intake {
        var intake = Intake()
        form.fill(&intake.person, from: "person")
        form.fill(&intake.stay, from: "stay")
        form.fill(&intake.case, from: "case")
        intake.case.registrationDate = intake.stay.entryDate
        intake.contacts = contacts(from: form, today: today)
        intake.consents = consents(from: form, on: intake.stay.entryDate)
        intake.riskItems = RiskScreen.items(of: form)
        intake.risk = risk(from: form, on: intake.stay.entryDate, items: intake.riskItems)
        intake.case.riskLevel = intake.risk?.workerRating
        intake.bedId = form.textValue(bed)
        intake.isByDay = form.textValue(byDay) == "1"
        return intake
    }

    private static func contacts(from form: Form, today: CivilDate) -> [Contact] {
        var contact = Contact()
        form.fill(&contact, from: "contact")
        guard contact != Contact() else { return [] }
        contact.checkedOn = today
        return [contact]
    }

    private static func consents(from form: Form, on date: CivilDate) -> [Consent] {
        let purposes: [(String, ConsentPurpose)] = [
            (agreesToCaseWork, .caseManagement), (agreesToReports, .nonIdentifiableReporting),
            (agreesToFamily, .contactFamily),
        ]
        return purposes.compactMap { id, purpose in
            guard let code = form.textValue(id), let given = YesNo(rawValue: code),
                given != .notCollected
            else { return nil }
            var consent = Consent()
            consent.purpose = purpose
            consent.given = given
            consent.date = date
            if let giver = form.textValue(givenBy).flatMap({ ConsentGivenBy(rawValue: $0) }) {
                consent.givenBy = giver
            }
            return consent
        }
    }

    private static func risk(
        from form: Form, on date: CivilDate, items: [RiskItem]
    ) -> RiskAssessment? {
        var risk = RiskAssessment()
        form.fill(&risk, from: "risk")
        guard risk != RiskAssessment() || !items.isEmpty else { return nil }
        risk.assessedOn = date
        risk.stage = .intake
        return risk
    }
}
