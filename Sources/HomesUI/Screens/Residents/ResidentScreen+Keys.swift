import HomesCore

/// What can be done from a resident's page.
extension ResidentScreen {
    static let moveQuestion = "move"
    static let voidQuestion = "void:"

    public static let bindings: [Binding<ResidentScreen>] = [
        Binding(.tab, .right, help: Phrase("next tab", "下一页")) { screen, world in
            screen.show(screen.tab.turned(by: 1), world)
        },
        Binding(.backTab, .left, help: Phrase("tab before", "上一页"), footer: false) {
            screen, world in
            screen.show(screen.tab.turned(by: -1), world)
        },
        Binding(.enter, help: Phrase("open", "打开")) { screen, world in screen.openLine(world) },
        Binding(.character("e"), help: Phrase("edit", "修改")) { screen, world in
            screen.edit(world)
        },
        Binding(.character("s"), help: Phrase("session", "辅导")) { screen, world in
            .push(SessionFormScreen(world, personId: screen.personId))
        },
        Binding(.character("j"), help: Phrase("job", "就业")) { screen, world in
            .push(PlacementFormScreen(world, personId: screen.personId))
        },
        Binding(
            .character("b"), help: Phrase("move bed", "调床"), off: needsStay,
            run: { _, world in
                .push(BedBoardScreen(picking: moveQuestion, night: world.today))
            }),
        Binding(.character("x"), help: Phrase("exit", "离开")) { screen, world in
            guard let page = screen.page, let stay = page.openStay ?? page.stays.first else {
                return .refused(.refused(.noOpenStay))
            }
            return .push(ExitScreen(stay: stay.stay, code: page.person.personCode, world))
        },
        Binding(.character("a"), help: Phrase("assess risk", "评估风险"), footer: false) {
            screen, world in
            guard let page = screen.page, let file = page.openCase else {
                return .say(.warning(Phrase("She has no open case.", "没有在办个案。")))
            }
            return .push(
                RiskScreen(
                    caseId: file.id, code: page.person.personCode,
                    stage: page.risks.isEmpty ? .intake : .midstay, world))
        },
        Binding(.character("c"), help: Phrase("consent", "知情同意"), footer: false) { screen, world in
            guard let page = screen.page else { return .stay }
            return .push(RecordForms.consent(of: page.person, today: world.today, world.language))
        },
        Binding(.character("p"), help: Phrase("new safe contact", "新增联系方式"), footer: false) {
            screen, world in
            guard let page = screen.page else { return .stay }
            var contact = Contact()
            contact.personId = screen.personId
            return .push(RecordForms.contact(contact, of: page.person, world.language))
        },
        Binding(.character("k"), help: Phrase("departure checklist", "出发清单"), footer: false) {
            screen, _ in
            .push(CounsellingChecklistScreen(personId: screen.personId))
        },
        Binding(.character("V"), help: Phrase("void", "作废"), footer: false) { _, world in
            .push(
                PromptScreen(
                    question: voidQuestion, title: Phrase("Void this record", "作废此记录"),
                    ask: Phrase("Reason (no names)", "原因（勿写姓名）"), kind: .text(limit: 120),
                    world.language))
        },
        Binding(.character("h"), help: Phrase("history", "历史"), footer: false) { screen, world in
            screen.show(.history, world)
        },
    ]

    private static let needsStay: @Sendable (ResidentScreen, World) -> Phrase? = { screen, _ in
        screen.page?.openStay == nil ? Refusal.noOpenStay.label : nil
    }

    /// Opens what the selected line is about.
    private func openLine(_ world: World) -> Step {
        guard let page, let target = list.selected?.target else { return .stay }
        let person = page.person
        switch target {
        case .session(let id): return .push(SessionScreen(sessionId: id))
        case .placement(let id):
            return .push(PlacementScreen(personId: personId, placementId: id))
        case .followUp(let id): return .push(FollowUpScreen(world, followUpId: id))
        case .checklist: return .push(CounsellingChecklistScreen(personId: personId))
        case .contact(let contact):
            return .push(RecordForms.contact(contact, of: person, world.language))
        case .stay(let stay): return .push(RecordForms.stay(stay, of: person, world.language))
        case .file(let file): return .push(RecordForms.file(file, of: person, world.language))
        case .edit: return .push(RecordForms.person(person, world.language))
        }
    }

    /// Edits what the tab shows.
    private func edit(_ world: World) -> Step {
        guard let page else { return .refused(.noSuchRecord) }
        let person = page.person
        switch tab {
        case .stay:
            guard let stay = page.openStay ?? page.stays.first else {
                return .refused(.refused(.noOpenStay))
            }
            return .push(RecordForms.stay(stay.stay, of: person, world.language))
        case .contact:
            if let contact = page.contacts.first?.contact {
                return .push(RecordForms.contact(contact, of: person, world.language))
            }
            var contact = Contact()
            contact.personId = personId
            return .push(RecordForms.contact(contact, of: person, world.language))
        case .risk:
            guard let file = page.openCase ?? page.cases.first else { return .stay }
            return .push(RecordForms.file(file, of: person, world.language))
        default: return .push(RecordForms.person(person, world.language))
        }
    }
}
