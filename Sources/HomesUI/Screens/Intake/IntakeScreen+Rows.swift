import HomesCore

/// The sections and fields of an intake, and which are passed over.
extension IntakeScreen {
    static func consentId(_ purpose: ConsentPurpose) -> String { "consent." + purpose.rawValue }

    private enum Section {
        static let who = Phrase("Who she is", "她是谁")
        static let contact = Phrase("Safe contact: how she may be reached", "安全联系：怎样联系她才安全")
        static let emergency = Phrase("Somebody to call in an emergency", "紧急联系人")
        static let need = Phrase("How she came and what she needs", "怎么来的，需要什么")
        static let rating = Phrase("Risk: how high", "风险：程度")
        static let consent = Phrase("Consent (never a condition of a bed)", "知情同意（不是入住条件）")
        static let stay = Phrase("Stay and bed", "住宿与床位")
        static let handedIn = Phrase("Handed in for safe keeping", "寄存物品")
        static let more = Phrase("More about her", "其他个人情况")
        static let file = Phrase("More about her case", "其他个案信息")
    }

    /// The common ones first, section by section; what is rarely asked stands at the end.
    mutating func addRows(_ world: World) {
        let language = world.language
        form.add(
            Person(), as: "person", section: Section.who,
            [
                "prs_IdentityNumber", "nameZh", "prs_Birthdate", "prs_Gender", "idDocumentType",
                "idHeldBy", "hukouCounty", "alias", "prs_PrimaryLanguage",
                "prs_NumberOfChildren",
            ], language)
        form.add(
            Contact(), as: "contact", section: Section.contact,
            [
                "mayCall", "mayText", "mayLeaveMessage", "hours", "whoMayAnswer", "persona",
                "codePhrase", "phone",
            ], language)
        var emergency = Contact()
        emergency.kind = .emergency
        form.add(
            emergency, as: "emergency", section: Section.emergency,
            [
                "name", "relation", "mayBeTold", "mayCall", "mayText", "mayLeaveMessage", "hours",
                "whoMayAnswer", "persona", "codePhrase", "phone",
            ], language)
        form.add(
            Case(), as: "case", section: Section.need,
            ["referralSource", "cas_ReasonForIncomingReferral"], language)
        form.add(
            Stay(), as: "stay", section: Section.need,
            ["priorLivingSituation", "lengthOfStayThere", "needs"], language)
        RiskQuestions.add(to: &form, world)
        form.add(
            RiskAssessment(), as: "risk", section: Section.rating, ["herOwnRating"], language)
        form.add(Case(), as: "case", section: Section.rating, ["riskLevel"], language)
        form.add(
            RiskAssessment(), as: "risk", section: Section.rating, ["reason", "nextReviewDue"],
            language)
        addConsents(world)
        addStay(world)
        if mode != .dropIn { HandedIn.add(to: &form, section: Section.handedIn, world) }
        addRare(world)
    }

    private mutating func addConsents(_ world: World) {
        for purpose in ConsentPurpose.allCases {
            form.add(
                IntakeScreen.consentId(purpose), purpose.label, .choice(YesNo.choices),
                section: Section.consent, value: YesNo.notCollected.stored, world.language)
        }
        form.add(
            Consent(), as: "consent", section: Section.consent,
            [
                "shareWith", "givenBy", "expiresOn", "withheldWhat", "withheldWhy", "language",
                "formNumber",
            ], world.language)
    }

    private mutating func addStay(_ world: World) {
        var stay = Stay()
        stay.entryDate = world.today
        if mode == .mixed {
            form.add(
                "stay.byDay", Phrase("Comes by day only", "只是日间来访"),
                .choice(YesNo.choices.filter { ["1", "0"].contains($0.code) }),
                section: Section.stay, value: YesNo.no.stored, world.language)
        }
        form.add(
            stay, as: "stay", section: Section.stay, ["entryDate", "relationshipToHoH"],
            world.language)
        form.add(
            "stay.mother", Phrase("Her mother here", "她的母亲"), .choice([]),
            section: Section.stay, help: Phrase("The mother's code; F2 lists", "母亲的编号；F2 列表"),
            world.language)
        form.add(
            "stay.bed", Phrase("Bed", "床位"), .choice([]), section: Section.stay,
            required: true, help: Phrase("room/bed; F2 opens the bed board", "房间/床号；F2 打开床位图"),
            world.language)
        form.add(
            stay, as: "stay", section: Section.stay,
            ["plannedExitDate", "houseRulesExplainedOn", "houseRulesLanguage"], world.language)
    }

    private mutating func addRare(_ world: World) {
        form.add(
            Person(), as: "person", section: Section.more,
            [
                "prs_SecondName", "prs_FirstName", "namePinyin", "nameDataQuality",
                "dobDataQuality", "hukouType", "dialect", "ethnicity",
                "prs_HighestLevelOfEducation", "schoolStatus", "prs_MaritalStatus", "skills",
            ], world.language)
        form.add(
            Case(), as: "case", section: Section.file,
            [
                "vic_TraffickingStatus", "vic_TraffickingStatusDecisionMakingOrg",
                "registrationDate",
            ], world.language)
        // Left empty, she is registered on the day she came.
        form.preset("case.registrationDate", .null, world.language)
        form.require("case.registrationDate", false)
        form.add(
            "case.cas_CaseOwner", Phrase("Case owner", "负责人"), .choice(colleagues(world)),
            section: Section.file, help: Phrase("Empty: you", "不填：您本人"), world.language)
    }

    /// Who may be given her case: the staff of the home.
    private func colleagues(_ world: World) -> [Choice] {
        guard let home = world.session?.home else { return [] }
        let users = world.attempt { () throws(StoreError) in try world.store.users() }
        return ((try? users.get()) ?? []).filter { user in
            !user.isDisabled && user.homes.contains { $0.homeCode == home.homeCode }
        }.map { Choice(code: $0.id, label: Phrase(verbatim: $0.displayName)) }
    }

    // MARK: Beds

    /// Reads the beds of the first night; proposes the first free one of the arrivals room.
    mutating func loadBeds(_ world: World) {
        guard mode != .dropIn, let home = world.session?.home else { return }
        let night = form.dateValue("stay.entryDate") ?? world.today
        let board = world.attempt { () throws(StoreError) in
            try world.store.bedBoard(homeId: home.id, night: night, by: world.signature)
        }
        guard case .success(let board) = board else { return }
        self.board = board
        let mothers = board.placed.compactMap { $0.bed.occupant }.map {
            Choice(code: $0.stayId, label: Phrase(verbatim: $0.personCode))
        }
        form.setChoices("stay.mother", mothers, world.language)
        form.setChoices("stay.bed", board.bedChoices(mother: motherStayId), world.language)
        let free = board.placed.filter { $0.bed.state == .free }
        let usual = free.filter { !$0.bed.isOverflow }
        // With every bed taken an overflow place is proposed: nobody is left at the door.
        let first = usual.first { $0.room.transitory } ?? usual.first ?? free.first
        let isUntouched = form.value("stay.bed") == .null || chosenBed == proposedBed
        guard isUntouched else { return }
        if motherStayId != nil {
            proposeMothersBed(world)
        } else if let bed = first?.bed.bed.id {
            form.preset("stay.bed", .text(bed), world.language)
            proposedBed = bed
        }
    }

    var motherStayId: String? {
        form["stay.mother"]?.skipped == nil ? form.textValue("stay.mother") : nil
    }

    var chosenBed: String? {
        form["stay.bed"]?.skipped == nil ? form.textValue("stay.bed") : nil
    }

    /// A child sleeps in her mother's bed unless another is chosen.
    mutating func proposeMothersBed(_ world: World) {
        guard let board else { return }
        form.setChoices("stay.bed", board.bedChoices(mother: motherStayId), world.language)
        guard let mother = motherStayId,
            let bed = board.placed.first(where: { $0.bed.occupant?.stayId == mother })
        else { return }
        form.preset("stay.bed", .text(bed.bed.bed.id), world.language)
        proposedBed = bed.bed.bed.id
    }

    // MARK: Passing over

    /// Passes over what other answers have made needless, and says why.
    mutating func passOver(_ world: World) {
        let hasOtherName =
            form.textValue("person.prs_SecondName") != nil
            || form.textValue("person.prs_FirstName") != nil
        form.require("person.nameZh", !hasOtherName)
        let birthdate = self.birthdate
        RiskQuestions.passOver(&form, birthdate, world)
        let years = birthdate?.years(on: world.today)
        if known == nil {
            form.skip(
                "person.schoolStatus",
                because: (years ?? 0) >= 18 ? Phrase("she is 18 or over", "已满18岁") : nil)
        }
        passOverConsent(birthdate, world)
        passOverStay()
        let isAssessed =
            form.textValue("case.vic_TraffickingStatus") != TraffickingStatus.notAssessed.rawValue
        form.skip(
            "case.vic_TraffickingStatusDecisionMakingOrg",
            because: isAssessed ? nil : Phrase("not assessed", "未评估"))
        form.skip(
            "risk.nextReviewDue",
            because: form.value("case.riskLevel") == .null
                ? Phrase("no risk level yet", "尚未填风险等级") : nil)
    }

    /// Her birth date, as far as it is known.
    var birthdate: Birthdate? {
        guard let known else { return AgeInForm.birthdate(form) }
        return known.person.birthdate
    }

    private mutating func passOverConsent(_ birthdate: Birthdate?, _ world: World) {
        let needsGuardian = birthdate.map { AgeRules.needsGuardianConsent($0, on: world.today) }
        let isAsked = agrees(to: ConsentPurpose.allCases)
        form.skip(
            "consent.givenBy",
            because: needsGuardian == false
                ? Phrase("14 or over: she consents herself", "已满14岁：由本人同意") : nil)
        form.annotate(
            "consent.givenBy",
            note: needsGuardian == true
                ? Phrase("under 14: guardian, unless unsafe", "未满14岁：监护人，除非不安全") : nil)
        // Proposed only: what the worker has chosen herself is hers to answer for.
        if let row = form["consent.givenBy"], row.value == row.stored {
            let usual: ConsentGivenBy = needsGuardian == true ? .guardian : .herself
            form.preset("consent.givenBy", usual.stored, world.language)
        }
        let reason = isAsked ? nil : Phrase("nothing agreed yet", "尚未同意任何一项")
        for name in ["language", "formNumber", "expiresOn"] {
            form.skip("consent." + name, because: reason)
        }
        let shares = agrees(to: [.shareWith])
        form.skip("consent.shareWith", because: shares ? nil : Phrase("only for sharing", "仅共享时填写"))
        form.require("consent.shareWith", shares)
    }

    private func agrees(to purposes: [ConsentPurpose]) -> Bool {
        purposes.contains {
            form.textValue(IntakeScreen.consentId($0)) == YesNo.yes.rawValue
        }
    }

    private mutating func passOverStay() {
        let isChild =
            form.textValue("stay.relationshipToHoH") == HouseholdRelationship.child.rawValue
        let byDay: Phrase? =
            mode == .dropIn
            ? Phrase("a drop-in home has no beds: she comes by day", "日间之家没有床位：日间来访")
            : form.textValue("stay.byDay") == YesNo.yes.rawValue
                ? Phrase("she comes by day only", "只是日间来访") : nil
        form.skip(
            "stay.mother",
            because: byDay ?? (isChild ? nil : Phrase("she is not here as a child", "不是随母亲的孩子")))
        for name in [
            "relationshipToHoH", "bed", "plannedExitDate", "houseRulesExplainedOn",
            "houseRulesLanguage", "priorLivingSituation", "lengthOfStayThere", "needs",
        ] {
            form.skip("stay." + name, because: byDay)
        }
        HandedIn.skip(&form, because: byDay)
    }
}

/// A bed of a board with its room.
struct PlacedBed {
    let room: Room
    let bed: BedOnBoard
}

extension BedBoard {
    /// Every bed in the order of the board.
    var placed: [PlacedBed] {
        rooms.flatMap { room in room.beds.map { PlacedBed(room: room.room, bed: $0) } }
    }

    /// The beds somebody can have, free ones first; a mother's own bed for her child.
    func bedChoices(mother: String?) -> [Choice] {
        let order: [BedState] = [.free, .reserved]
        let open = order.flatMap { state in placed.filter { $0.bed.state == state } }
        let hers = placed.filter { mother != nil && $0.bed.occupant?.stayId == mother }
        return (hers + open).map { place in
            var label =
                Phrase(verbatim: "\(place.room.name)/\(place.bed.bed.bedNumber) ")
                + place.bed.bed.bedType.label
            if place.bed.state == .reserved { label = label + Phrase(", held", "，预留") }
            if place.bed.state == .occupied { label = label + Phrase(", her mother", "，与母亲同床") }
            return Choice(code: place.bed.bed.id, label: label)
        }
    }
}
