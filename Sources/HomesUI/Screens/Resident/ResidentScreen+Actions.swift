import HomesCore

/// What is done from a resident's page.
extension ResidentScreen {
    private typealias Off = @Sendable (ResidentScreen, World) -> Phrase?

    static let actions: [Binding<ResidentScreen>] = [
        action("e", Phrase("edit", "修改")) { $0.edit($1) },
        action("a", Phrase("assess risk", "评估风险"), off: \.whyNoCase) { screen, world in
            screen.page.flatMap { RiskScreen($0, world) }.map { .push($0) } ?? .stay
        },
        action("c", Phrase("consent", "知情同意")) { screen, world in
            screen.page.map { .push(ConsentScreen($0, world)) } ?? .stay
        },
        action("b", Phrase("move bed", "换床"), off: \.whyNotHere) { _, world in
            .push(BedBoardScreen(picking: bedQuestion, night: world.today))
        },
        action("s", Phrase("session", "辅导")) { screen, world in
            .push(SessionFormScreen(world, personId: screen.personId))
        },
        action("j", Phrase("job", "就业")) { screen, world in
            .push(PlacementFormScreen(world, personId: screen.personId))
        },
        action("J", Phrase("offers for her", "适合的工作"), footer: false) { screen, _ in
            .push(OfferMatchScreen(personId: screen.personId))
        },
        action("x", Phrase("exit", "离开"), off: \.whyNoStay) { screen, world in
            guard let page = screen.page, let stay = screen.stayToLeave else { return .stay }
            return .push(ExitScreen(stay, page, world))
        },
        action("m", Phrase("migration plan", "外出计划"), off: \.whyNoCase) { screen, world in
            guard let page = screen.page, page.plan == nil else {
                return .push(MigrationPlanScreen(personId: screen.personId))
            }
            return MigrationPlanFormScreen(page, world).map { .push($0) } ?? .stay
        },
        action("k", Phrase("departure checklist", "出发前清单"), footer: false) { screen, _ in
            .push(CounsellingChecklistScreen(personId: screen.personId))
        },
        action("n", Phrase("new contact", "新联系方式"), footer: false) { screen, world in
            screen.page.map { .push(ContactScreen(nil, $0, world)) } ?? .stay
        },
        action("w", Phrase("withdraw consent", "撤回同意"), footer: false, off: \.whyNoWithdrawal) {
            screen, world in
            guard let page = screen.page, let consent = screen.selectedConsent else { return .stay }
            return .push(ConsentWithdrawalScreen(consent.consent, page, world))
        },
        action("r", Phrase("who read her file", "查阅记录"), footer: false) { screen, _ in
            .push(ReadersScreen(personId: screen.personId))
        },
        action("p", Phrase("print", "打印"), footer: false) { screen, world in
            .push(SheetListScreen(personId: screen.personId, world))
        },
        action("A", Phrase("admit again", "再次入住"), footer: false, off: \.whyNotAgain) {
            screen, world in
            screen.page.map { .push(IntakeScreen(world, again: $0)) } ?? .stay
        },
        action("R", Phrase("refer", "转介"), footer: false) { screen, world in
            screen.page.map { .push(ReferralScreen($0, world)) } ?? .stay
        },
        action("I", Phrase("incident", "登记事件"), footer: false) { screen, world in
            screen.page.map { .push(IncidentFormScreen(world, about: $0)) } ?? .stay
        },
        action("T", Phrase("transfer to another home", "转家"), footer: false) { screen, world in
            screen.transfer(world)
        },
        action(
            "C", Phrase("close or reopen the case", "结案或重新立案"), footer: false, off: \.whyNoClosure
        ) {
            screen, world in screen.closure(world)
        },
        Binding(
            .character("S"), help: Phrase("seal", "封存"), footer: false,
            off: { screen, world in
                if screen.page == nil { return StoreError.noSuchRecord.phrase }
                return world.may(.sealRecord) ? nil : Refusal.roleMayNot.label
            },
            run: { _, world in
                .push(
                    PromptScreen(
                        question: sealQuestion, title: Phrase("Seal the record", "封存档案"),
                        ask: Phrase("Why it is sealed", "封存原因"), kind: .text(limit: 120),
                        world.language))
            }),
        Binding(
            .character("M"), help: Phrase("merge two files", "合并档案"), footer: false,
            off: { screen, world in
                if screen.page == nil { return StoreError.noSuchRecord.phrase }
                return world.may(.mergePersons) ? nil : Refusal.roleMayNot.label
            },
            run: { screen, _ in screen.page.map { .push(MergeChoiceScreen($0)) } ?? .stay }),
        action("V", Phrase("void", "作废"), footer: false, off: \.whyNoVoid) { screen, world in
            .push(
                PromptScreen(
                    question: voidReasonQuestion, title: Phrase("Void", "作废"),
                    ask: Phrase("Why is it void", "作废原因"), kind: .text(limit: 120),
                    world.language))
        },
    ]

    static func action(
        _ key: Character, _ help: Phrase, footer: Bool = true,
        off: @escaping @Sendable (ResidentScreen) -> Phrase? = { _ in nil },
        run: @escaping @Sendable (inout ResidentScreen, World) -> Step
    ) -> Binding<ResidentScreen> {
        Binding(
            .character(key), help: help, footer: footer,
            off: { screen, _ in
                guard let page = screen.page else { return StoreError.noSuchRecord.phrase }
                return page.glassUntil == nil ? off(screen) : toReadOnly
            }, run: run)
    }

    static let toReadOnly = Phrase(
        "Under broken glass a record can only be read.", "紧急查阅时只能查看，不能修改。")
    private static let sealQuestion = "seal"
    private static let bedQuestion = "bed"
    private static let voidReasonQuestion = "voidReason"
    private static let voidQuestion = "void"

    // MARK: Why not

    var whyNoCase: Phrase? {
        page?.cases.isEmpty == true ? Phrase("She has no case yet.", "她还没有个案。") : nil
    }

    var whyNotHere: Phrase? {
        page?.openStay == nil ? Refusal.noOpenStay.label : nil
    }

    var whyNoStay: Phrase? {
        stayToLeave == nil ? Phrase("No stay of hers is recorded.", "她没有住宿记录。") : nil
    }

    private var whyNotAgain: Phrase? {
        page?.openStay == nil ? nil : Phrase("She is here now.", "她正在住。")
    }

    private var whyNoVoid: Phrase? {
        let table = lines.selected?.target?.table ?? ""
        if table == Note.table {
            return Phrase(
                "A signed note stays; a draft is thrown away where it is written, with ^D.",
                "已签署的记录不可作废；草稿请在撰写界面按 ^D 删除。")
        }
        return RecordKinds.kind(table: table) == nil
            ? Phrase("Go to the line of a record first.", "请先选中一条记录。") : nil
    }

    private var whyNoWithdrawal: Phrase? {
        guard let consent = selectedConsent else {
            return Phrase("Choose a consent on the tab Consent first.", "请先在“同意”页选中一项。")
        }
        return consent.consent.withdrawnOn == nil ? nil : Refusal.consentEnded.label
    }

    /// The stay that goes on, or the last one, whose exit can be corrected.
    var stayToLeave: Stay? { (page?.openStay ?? page?.stays.first)?.stay }

    private var selectedConsent: ConsentLine? {
        guard tab == .consent, let target = lines.selected?.target else { return nil }
        return page?.consents.first { $0.consent.id == target.id }
    }

    // MARK: Opening

    /// Enter: what the line is about.
    func openLine(_ world: World) -> Step {
        guard let page, let target = lines.selected?.target else {
            return .say(.plain(Phrase("Nothing opens here.", "此行没有可打开的内容。")))
        }
        if page.glassUntil != nil { return .say(.warning(Self.toReadOnly)) }
        switch target.table {
        case RecordReference.child: return .push(ResidentScreen(personId: target.id))
        case Person.table: return .push(EditPersonScreen(page, world))
        case Absence.table:
            return AbsenceEditScreen.find(target.id, in: page).map {
                .push(AbsenceEditScreen($0, page, world))
            } ?? .stay
        case Belonging.table:
            return BelongingEditScreen.find(target.id, in: page).map {
                .push(BelongingEditScreen($0, page, world))
            } ?? .stay
        case Contact.table:
            let line = page.contacts.first { $0.contact.id == target.id }
            return .push(ContactScreen(line?.contact, page, world))
        case Stay.table:
            guard let line = page.stays.first(where: { $0.stay.id == target.id }) else {
                return .stay
            }
            return .push(EditStayScreen(line.stay, page, world))
        case Case.table:
            guard let file = page.cases.first(where: { $0.id == target.id }) else { return .stay }
            return .push(EditCaseScreen(file, page, world))
        case CounsellingSession.table: return .push(SessionScreen(sessionId: target.id))
        case Placement.table:
            return .push(PlacementScreen(personId: personId, placementId: target.id))
        case MigrationPlan.table: return .push(MigrationPlanScreen(personId: personId))
        case FollowUp.table: return .push(FollowUpScreen(world, followUpId: target.id))
        default:
            return openCasework(target, page, world) ?? openSharing(target, world)
                ?? .say(.plain(Phrase("Nothing opens here.", "此行没有可打开的内容。")))
        }
    }

    /// `e`: the form of the tab.
    private func edit(_ world: World) -> Step {
        guard let page else { return .stay }
        switch tab {
        case .summary: return .push(EditPersonScreen(page, world))
        case .stay:
            let chosen = page.stays.first { $0.stay.id == lines.selected?.target?.id }
            guard let line = chosen ?? page.stays.first else {
                return .say(.warning(Phrase("No stay of hers is recorded.", "她没有住宿记录。")))
            }
            return .push(EditStayScreen(line.stay, page, world))
        case .risk:
            guard let file = page.openCase ?? page.cases.first else {
                return .say(.warning(Phrase("She has no case yet.", "她还没有个案。")))
            }
            return .push(EditCaseScreen(file, page, world))
        case .consent:
            if let line = page.contacts.first(where: {
                $0.contact.id == lines.selected?.target?.id
            }) {
                return .push(ContactScreen(line.contact, page, world))
            }
            return .say(
                .plain(Phrase("c records a consent, w withdraws one.", "按 c 新增同意，按 w 撤回。")))
        case .history:
            return .say(.plain(Phrase("History cannot be changed.", "历史记录不可更改。")))
        case .plan:
            if [PlanGoal.table, PlanAction.table].contains(lines.selected?.target?.table) {
                return openLine(world)
            }
            return MigrationPlanFormScreen(page, world).map { .push($0) }
                ?? .say(.warning(Phrase("She has no case yet.", "她还没有个案。")))
        case .counselling, .job, .followUps, .notes: return openLine(world)
        }
    }

    // MARK: Answers

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .chosen(Self.bedQuestion, let bedId): return move(to: bedId, world)
        case .text(Self.voidReasonQuestion, let reason): return confirmVoid(reason)
        case .text(Self.sealQuestion, let reason): return seal(reason, world)
        case .confirmed(Self.voidQuestion): return void(world)
        case .saved(table: Absence.table, let id): return askAfterMissing(absence: id, world)
        default: return receiveSharing(answer, world) ?? .stay
        }
    }

    private mutating func move(to bedId: String, _ world: World) -> Step {
        guard let stay = page?.openStay?.stay else { return .refused(.refused(.noOpenStay)) }
        // The board says of a held bed that choosing it ends the hold.
        let moved = world.attempt { () throws(StoreError) in
            try world.store.moveBed(
                stayId: stay.id, to: bedId, from: max(world.today, stay.entryDate),
                releasingHold: true, by: world.signature)
        }
        switch moved {
        case .success:
            refresh(world)
            let bed = page?.openStay?.beds.last?.label ?? Phrase(verbatim: "")
            return .say(
                .done(
                    Phrase("\(code) moved to ", "\(code)已换到") + bed
                        + Phrase(" from tonight. F8 undoes.", "，自今晚起。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    private func seal(_ reason: String, _ world: World) -> Step {
        switch world.attempt({ () throws(StoreError) in
            try world.store.sealPerson(personId, reason: reason, by: world.signature)
        }) {
        case .success:
            return .popSaying(
                .done(
                    Phrase(
                        "\(code) is sealed. Keep the code: two persons open it with U.",
                        "\(code)已封存。请记下编号：两人可按 U 解封。")))
        case .failure(let error): return .refused(error)
        }
    }

    private mutating func confirmVoid(_ reason: String) -> Step {
        guard let row = lines.selected, let target = row.target else { return .stay }
        voiding = (target, reason)
        let noun = RecordKinds.kind(table: target.table)?.noun ?? Phrase(verbatim: target.table)
        return .push(
            ConfirmScreen(
                question: Self.voidQuestion, title: Phrase("Void: ", "作废：") + noun,
                lines: [
                    voided(row, target),
                    Phrase("Reason: ", "原因：") + Phrase(verbatim: reason),
                    Phrase(
                        "It stays in the file, marked void, and counts nowhere.",
                        "记录仍保留并标为作废，不再计入任何统计。"),
                ], word: Phrase(verbatim: code)))
    }

    /// What is void then: her whole file, whichever line of it is selected, or the line's record.
    private func voided(_ row: PageRow<RecordReference>, _ target: RecordReference) -> Phrase {
        if target.table == Person.table {
            return Phrase("The whole file of \(code).", "\(code)的整份档案。")
        }
        if let line = page?.stays.first(where: { $0.stay.id == target.id }) {
            let end = line.stay.exitDate.map { Phrase(" to ", "至") + $0.phrase }
            return Phrase("The whole stay from ", "整次住宿：自") + line.stay.entryDate.phrase
                + (end ?? Phrase(", still here", "，仍在住"))
                + Phrase(
                    ": \(line.nights) nights, beds: \(line.beds.count), and its follow-ups.",
                    "，共\(line.nights)夜、\(line.beds.count)个床位，连同其回访。")
        }
        return (row.label.map { $0 + Phrase(": ", "：") } ?? Phrase(verbatim: "")) + row.text
    }

    private mutating func void(_ world: World) -> Step {
        guard let voiding else { return .stay }
        self.voiding = nil
        let done = world.attempt { () throws(StoreError) in
            try world.store.void(
                table: voiding.reference.table, id: voiding.reference.id, reason: voiding.reason,
                by: world.signature)
        }
        switch done {
        case .success:
            if voiding.reference.table == Person.table {
                return .popSaying(
                    .done(Phrase("\(code) is void. F8 undoes.", "\(code)已作废。按 F8 撤销。")))
            }
            refresh(world)
            return .say(.done(Phrase("Void. F8 undoes.", "已作废。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }
}
