import HomesCore

/// Comparing with those the home knows, and saving.
extension IntakeScreen {
    /// The fields whose text is compared with those the home knows.
    static let comparedFields: Set<String> = [
        "person.prs_IdentityNumber", "person.nameZh", "person.alias", "person.prs_Birthdate",
        "person.prs_SecondName", "contact.phone",
    ]

    /// Looks for the same person with what has been typed so far, the focused field's text
    /// included.
    mutating func findDuplicates(_ world: World) {
        guard known == nil else { return }
        var current = form
        current.check(current.focus, world.fieldContext)
        var person = Person()
        current.fill(&person, from: "person")
        duplicates.find(person, phone: current.textValue("contact.phone"), world)
    }

    func openDuplicates(_ world: World) -> Step {
        .push(DuplicateListScreen(duplicates.rows, known: known?.person.personCode))
    }

    /// She is the one the home knows: her person stays as it is.
    mutating func take(_ personId: String, _ world: World) -> Step {
        let page = world.attempt { () throws(StoreError) in
            try world.store.residentPage(personId, by: world.signature)
        }
        switch page {
        case .failure(let error): return .refused(error)
        case .success(let page):
            if page.openStay != nil {
                return .say(
                    .warning(
                        Phrase(
                            "\(page.person.personCode) is here now: F5, then o opens her page.",
                            "\(page.person.personCode)正在住：按 F5 再按 o 打开她的页面。")))
            }
            forgetDraft(world)
            admitAgain(page, world)
            passOver(world)
            form.focus(on: "case.referralSource")
            return .say(
                .done(
                    Phrase(
                        "\(page.person.personCode) comes again: fill in what is new, F10 saves.",
                        "\(page.person.personCode)再次入住：请填写新情况，F10 保存。")
                ))
        }
    }

    mutating func admitAgain(_ page: ResidentPage, _ world: World) {
        known = page
        let reason =
            Phrase("known: ", "已有记录：") + Phrase(verbatim: page.person.personCode)
        for row in form.rows where row.id.hasPrefix("person.") {
            form.skip(row.id, because: reason)
        }
    }

    /// She is somebody else after all.
    mutating func forgetKnown(_ world: World) -> Step {
        forgetDraft(world)
        known = nil
        for row in form.rows where row.id.hasPrefix("person.") {
            form.skip(row.id, because: nil)
        }
        passOver(world)
        findDuplicates(world)
        form.focus(on: "person.prs_IdentityNumber")
        return .stay
    }

    // MARK: Saving

    public mutating func save(_ world: World) -> Step {
        if let fault = guardianFault(world) {
            form.set("consent.givenBy", form.value("consent.givenBy"), world.language)
            form.annotate("consent.givenBy", fault: fault)
            form.focus(on: "consent.givenBy")
            return .say(.warning(fault))
        }
        return admit(world, leftOut: [])
    }

    /// Stops the interview here: a bed is enough, or that she comes by day. What cannot be read is
    /// left out and said; what was not asked is named on her page.
    mutating func saveWhatThereIs(_ world: World) -> Step {
        form.check(form.focus, world.fieldContext)
        if let id = form.focused?.id { fieldLeft(id, world) }
        for (index, row) in form.rows.enumerated() where row.skipped == nil {
            form.check(index, world.fieldContext)
        }
        if let bed = form["stay.bed"], bed.skipped == nil, bed.value == .null || bed.fault != nil {
            form.annotate("stay.bed", fault: bed.fault ?? Phrase("This is needed.", "此项必填。"))
            form.focus(on: "stay.bed")
            return .say(
                .warning(
                    Phrase(
                        "A bed is enough, but needed: F2 opens the bed board.",
                        "只需床位：按 F2 打开床位图。")))
        }
        var unread = form.rows.filter { $0.fault != nil && $0.skipped == nil }
        for row in unread {
            form.set(row.id, row.stored, world.language)
        }
        if guardianFault(world) != nil {
            for purpose in ConsentPurpose.allCases {
                form.set(
                    IntakeScreen.consentId(purpose), YesNo.notCollected.stored, world.language)
            }
        }
        let unwanted = HandedIn.items(form).filter { $0.kind == .document && $0.atHerWish != .yes }
        if !unwanted.isEmpty { unread += HandedIn.leaveOutPapers(&form, world.language) }
        return admit(world, leftOut: unread)
    }

    /// Under 14 a guardian agrees, unless the guardian is unsafe.
    private func guardianFault(_ world: World) -> Phrase? {
        guard let birthdate, AgeRules.needsGuardianConsent(birthdate, on: world.today),
            form.textValue("consent.givenBy") == ConsentGivenBy.herself.rawValue,
            ConsentPurpose.allCases.contains(where: {
                form.textValue(IntakeScreen.consentId($0)) == YesNo.yes.rawValue
            })
        else { return nil }
        return Refusal.guardianNeeded.label
    }

    private mutating func admit(_ world: World, leftOut: [FormRow]) -> Step {
        let intake = intake(world)
        let isHeld = board?.placed.first { $0.bed.bed.id == intake.bedId }?.bed.state == .reserved
        let personId = known?.person.id
        switch world.attempt({ () throws(StoreError) in
            if let personId {
                try world.store.admitAgain(
                    personId, intake, releasingHold: isHeld, by: world.signature)
            } else {
                try world.store.admit(intake, releasingHold: isHeld, by: world.signature)
            }
        }) {
        case .success(let admission):
            forgetDraft(world)
            let kept = keepDifferences(world)
            let message = Message.done(said(admission, leftOut: leftOut) + kept)
            // Her mother's page is below, for the next child.
            if case .child = origin {
                return .answerSaying(
                    .saved(table: Person.table, id: admission.person.id), message)
            }
            return .replaceSaying(ResidentScreen(personId: admission.person.id), message)
        case .failure(let error):
            return refuse(error, world)
        }
    }

    /// What was typed of who she is before she was recognised, and the home does not have, waits in
    /// the form that corrects it: nothing known is overwritten, nothing typed is lost.
    ///
    /// - Returns: What is said about it.
    private func keepDifferences(_ world: World) -> Phrase {
        guard let person = known?.person else { return Phrase("", "") }
        let typed = form.unsavedTexts.compactMap { text -> Draft.Text? in
            guard let row = form[text.field], text.field.hasPrefix("person."),
                let field = Person.field(String(text.field.dropFirst("person.".count))),
                field.get(person) != row.value
            else { return nil }
            return Draft.Text(field: "record." + field.name, text: text.text)
        }
        guard !typed.isEmpty else { return Phrase("", "") }
        let draft = Draft(
            form: EditPersonScreen.formName, recordId: person.id, title: person.personCode,
            focus: typed[0].field, fields: typed)
        switch world.attempt({ () throws(StoreError) in
            try world.store.saveDraft(draft, by: world.signature)
        }) {
        case .success:
            return Phrase(
                " What you typed of her differs in \(typed.count): e shows it.",
                " 您所填与已有记录有\(typed.count)处不同：按 e 查看。")
        case .failure(let error):
            return Phrase(
                " What you typed of who she is was not kept. ", " 您所填的身份内容未能保留。")
                + error.phrase
        }
    }

    private func intake(_ world: World) -> Intake {
        var intake = Intake()
        if known == nil { form.fill(&intake.person, from: "person") }
        form.fill(&intake.case, from: "case")
        form.fill(&intake.stay, from: "stay")
        intake.stay.motherStayId = motherStayId
        intake.bedId = chosenBed
        intake.belongings = HandedIn.items(form)
        if case .reservation(let reservation) = origin { intake.reservationId = reservation.id }
        intake.isByDay = form.textValue("stay.byDay") == YesNo.yes.rawValue
        intake.contacts = contacts(world)
        intake.consents = consents()
        addRisk(to: &intake)
        return intake
    }

    private func contacts(_ world: World) -> [Contact] {
        [("contact", ContactKind.herself), ("emergency", .emergency)].compactMap { prefix, kind in
            let rows = form.rows.filter { $0.id.hasPrefix(prefix + ".") }
            guard rows.contains(where: { $0.value != $0.stored }) else { return nil }
            var contact = Contact()
            form.fill(&contact, from: prefix)
            contact.kind = kind
            // She has just said what is safe.
            contact.checkedOn = world.today
            return contact
        }
    }

    private func consents() -> [Consent] {
        ConsentPurpose.allCases.compactMap { purpose in
            guard let given = YesNo(stored: form.value(IntakeScreen.consentId(purpose))),
                given != .notCollected
            else { return nil }
            var consent = Consent()
            form.fill(&consent, from: "consent")
            if form["consent.givenBy"]?.skipped != nil { consent.givenBy = .herself }
            consent.purpose = purpose
            consent.given = given
            if purpose != .shareWith { consent.shareWith = nil }
            if given != .yes { consent.expiresOn = nil }
            return consent
        }
    }

    private func addRisk(to intake: inout Intake) {
        var risk = RiskAssessment()
        form.fill(&risk, from: "risk")
        risk.workerRating = intake.case.riskLevel
        intake.riskItems = RiskQuestions.answers(form)
        let isEmpty =
            intake.riskItems.isEmpty && risk.herOwnRating == nil && risk.workerRating == nil
            && risk.reason == nil
        intake.risk = isEmpty ? nil : risk
    }

    private func said(_ admission: Admission, leftOut: [FormRow]) -> Phrase {
        let code = Phrase(verbatim: admission.person.personCode)
        var text = Phrase("Registered ", "已登记 ") + code
        if let bedId = admission.assignment?.bedId,
            let place = board?.placed.first(where: { $0.bed.bed.id == bedId })
        {
            text =
                Phrase("Admitted ", "已入住 ") + code
                + Phrase(
                    " to room \(place.room.name) bed \(place.bed.bed.bedNumber)",
                    "：\(place.room.name)室\(place.bed.bed.bedNumber)床")
        }
        text = text + Phrase(". F8 undoes.", "。按 F8 撤销。")
        if case .child = origin {
            text = text + Phrase(" +: her next child.", " 按 + 登记下一个孩子。")
        } else if admission.stay != nil, hasChildren {
            text = text + Phrase(" +: her child.", " 按 + 登记她的孩子。")
        }
        for warning in admission.warnings {
            text = text + Phrase(verbatim: " ") + warning.label + Phrase(".", "。")
        }
        if !leftOut.isEmpty {
            let fields = leftOut.map { $0.label + Phrase(verbatim: " (\($0.text))") }
            text =
                text + Phrase(" Left out: ", " 未存：") + Phrase.listed(fields)
        }
        return text
    }

    private var hasChildren: Bool {
        form.textValue("person.prs_NumberOfChildren").map { $0 != "0" && $0.first != "#" } ?? false
    }
}
