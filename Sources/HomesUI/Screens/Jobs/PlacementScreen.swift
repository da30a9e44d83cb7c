import HomesCore

/// A placement: its terms, what the checks said when it began, its follow-ups.
public struct PlacementScreen: PageScreen {
    let personId: String
    let placementId: String
    var page: ResidentPage?
    var text = PageView()
    var fault: Phrase?

    private var line: PlacementLine? {
        page?.placements.first { $0.placement.id == placementId }
    }
    private var personCode: String { page?.person.personCode ?? "" }

    /// A woman's placement.
    public init(personId: String, placementId: String) {
        self.personId = personId
        self.placementId = placementId
    }

    public var title: Phrase { Phrase("Placement ", "就业安置 ") + Phrase(verbatim: personCode) }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<PlacementScreen>] = [
        Binding(.character("r"), help: Phrase("her page", "个人页面")) { screen, _ in
            .push(ResidentScreen(personId: screen.personId))
        },
        Binding(.character("o"), help: Phrase("offer", "招工信息")) { screen, _ in
            screen.line.map { .push(OfferScreen(offerId: $0.offer.id)) } ?? .stay
        },
        Binding(.character("c"), help: Phrase("contract and pay", "合同与工资")) { screen, world in
            guard let line = screen.line, let page = screen.page else { return .stay }
            return .push(PlacementEditScreen(line.placement, page, world))
        },
        Binding(
            .character("w"), help: Phrase("job changed", "岗位变动"),
            off: { screen, _ in screen.line == nil ? StoreError.noSuchRecord.phrase : nil },
            run: { screen, world in
                screen.line.map { .push(EmployerForms.change(of: $0, screen.personCode, world)) }
                    ?? .stay
            }),
        Binding(
            .character("e"), help: Phrase("end it", "结束安置"),
            off: { screen, _ in
                screen.line?.placement.endDate == nil ? nil : Refusal.placementEnded.label
            },
            run: { screen, world in
                guard let line = screen.line else { return .stay }
                return .push(
                    PlacementEndScreen(
                        world, placementId: line.placement.id, personCode: screen.personCode))
            }),
    ]

    mutating func show(_ page: ResidentPage, _ world: World) {
        let followUps = page.followUps.filter { $0.followUp.placementId == placementId }
        text.lines = line.map { $0.pageLines(followUps, page.staff, world) } ?? []
    }

    mutating func showNothing() { text.lines = [] }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        text.take(key, world) ?? .ignored
    }

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        text.draw(in: area, on: &canvas, world)
    }
}

extension PlacementLine {
    /// The placement as a page.
    func pageLines(
        _ followUps: [FollowUpLine], _ staff: [String: String], _ world: World
    ) -> [PageLine] {
        var lines: [PageLine] = [
            .text(offer.headline(employer.org_Name), .strong), .blank,
        ]
        lines += placement.pageLines(
            world.language,
            [
                "startDate", "contractSignedOn", "contractCopyHeld", "wageYuanAtStart",
                "hoursPerDayAtStart", "employmentType", "ledgerComplete", "endDate", "endReason",
                "overrideReason", "overrideOn", "employerStatusAtStart",
            ])
        let missing = missingInLedger(followUps.map(\.followUp), on: world.today)
        lines.append(
            .fact(
                Phrase("Ledger entry", "台账记载"), missing.phrase, missing.isEmpty ? .plain : .strong))
        let names = [placement.overrideBy, placement.overrideSecondBy].compactMap(\.self)
            .map { staff[$0] ?? "?" }
        if !names.isEmpty {
            lines.append(
                .fact(
                    Phrase("Set aside by", "放行人"),
                    Phrase(names.joined(separator: " and "), names.joined(separator: "、"))))
        }
        if !gaps.isEmpty || !changes.isEmpty {
            lines += [.blank, .heading(Phrase("Promise and reality", "承诺与实际"))]
            lines += gaps.map { .text($0.phrase, .alarm) }
            lines += changes.map { .fact($0.changedOn.phrase, $0.phrase(world.language)) }
        }
        lines += [.blank, .heading(Phrase("Follow-ups", "回访"))]
        for followUp in followUps {
            let due = followUp.followUp.dueOn.iso
            lines.append(.fact(Phrase(verbatim: due), followUp.state.label))
        }
        lines += [.blank, .heading(Phrase("Law checks when it began", "上岗时的法律核查"))]
        for check in checks {
            lines.append(
                .fact(
                    Phrase(verbatim: check.ruleCode),
                    check.verdict.label + Phrase(": ", "：") + check.evidencePhrase,
                    check.verdict == .fail ? .alarm : .plain))
        }
        lines.append(.text(OfferRules.disclaimer, .dim))
        return lines
    }
}

extension PlacementChange {
    /// What changed, on one line.
    fileprivate func phrase(_ language: Language) -> Phrase {
        let names = ["wageYuan", "wageBasis", "hoursPerDay", "what", "toldBy"]
        let parts = pageLines(language, names).map { line in
            (line.label ?? Phrase("", ""))(language) + " " + line.text(language)
        }
        return Phrase(verbatim: parts.joined(separator: " · "))
    }
}

/// The end of a placement: when and why.
public struct PlacementEndScreen: FormScreen {
    public var form = Form()
    let placementId: String
    let personCode: String

    public static let formName = "placementEnd"
    public var recordId: String { placementId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("End of placement ", "结束安置 ") + Phrase(verbatim: personCode) }

    /// The end of a placement in a list.
    init(_ world: World, _ row: PlacementRow) {
        self.init(world, placementId: row.id, personCode: row.personCode)
    }

    /// The end of a placement.
    public init(_ world: World, placementId: String, personCode: String) {
        self.placementId = placementId
        self.personCode = personCode
        let section = Phrase("End of the placement", "就业安置结束")
        form.add(
            "endDate", Phrase("Last day", "最后一天"), .date, section: section, required: true,
            value: .text(world.today.iso), world.language)
        form.add(
            "endReason", Phrase("Why", "原因"), .choice(PlacementEndReason.choices),
            section: section, required: true,
            help: Phrase("Follow-ups that are not done stay due.", "未完成的回访仍须进行。"), world.language)
        form.enter(1)
    }

    public static let bindings: [Binding<PlacementEndScreen>] = formBindings

    public mutating func refresh(_ world: World) {
    }

    public mutating func save(_ world: World) -> Step {
        guard let endDate = form.dateValue("endDate"),
            let reason = form.textValue("endReason").flatMap({ PlacementEndReason(rawValue: $0) })
        else { return .stay }
        let id = placementId
        switch world.attempt({ () throws(StoreError) in
            try world.store.endPlacement(id, on: endDate, reason: reason, by: world.signature)
        }) {
        case .success(let ended):
            forgetDraft(world)
            let open = ended.followUpsStillDue.count
            return .answerSaying(
                .saved(table: Placement.table, id: id),
                .done(
                    Phrase(
                        "Placement ended; \(open) follow-ups stay due. F8 undoes.",
                        "就业安置已结束，仍有\(open)次回访。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}
