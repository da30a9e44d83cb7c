import HomesCore

/// The ILO's eleven indicators of forced labour in a case: what she answered, on what evidence,
/// and who decided what next. They are listed in the ILO's order whatever the answers; the program
/// counts nothing and concludes nothing.
public struct IndicatorListScreen: PageScreen {
    let personId: String
    var page: ResidentPage?
    var list = ListView<IndicatorLine>(id: { $0.indicator.rawValue })
    var fault: Phrase?

    /// The indicators of a resident's case.
    public init(personId: String) { self.personId = personId }

    public var title: Phrase {
        Phrase("Indicators ", "迹象 ") + Phrase(verbatim: page?.person.personCode ?? "")
    }
    public var hint: Phrase? {
        fault
            ?? Phrase(
                "What is seen is noted here; what it means, people decide.", "此处只记录所见所闻，如何判断由人决定。")
    }

    public static let bindings: [Binding<IndicatorListScreen>] = [
        Binding(.enter, .character("e"), help: Phrase("answer in full", "详细填写")) {
            screen, world in screen.open(nil, world)
        },
        Binding(.character("1"), .character("y"), help: YesNoUnknown.yes.label) {
            screen, world in screen.open(.yes, world)
        },
        Binding(.character("0"), .character("2"), .character("n"), help: YesNoUnknown.no.label) {
            screen, world in screen.answer(.no, world)
        },
        Binding(.character("8"), help: YesNoUnknown.unknown.label) { screen, world in
            screen.answer(.unknown, world)
        },
    ]

    /// A yes needs its evidence: the form opens with it.
    private func open(_ answer: YesNoUnknown?, _ world: World) -> Step {
        guard let page, let line = list.selected else { return .stay }
        if page.glassUntil != nil { return .say(.warning(ResidentScreen.toReadOnly)) }
        guard let form = IndicatorFormScreen(line.indicator, page, answer, world) else {
            return .say(.warning(Phrase("She has no case yet.", "她还没有个案。")))
        }
        return .push(form)
    }

    /// A no and a not known are saved at once. What was written of a yes stays in the journal.
    private mutating func answer(_ answer: YesNoUnknown, _ world: World) -> Step {
        guard let page, let line = list.selected, let file = page.currentCase else { return .stay }
        if page.glassUntil != nil { return .say(.warning(ResidentScreen.toReadOnly)) }
        var record = line.record ?? Indicator()
        record.caseId = file.id
        record.indicator = line.indicator
        record.answer = answer
        record.assessedOn = world.today
        record.evidence = nil
        record.nextStep = nil
        record.decidedBy = nil
        let saved = record
        switch world.attempt({ () throws(StoreError) in
            try world.store.assessIndicator(saved, by: world.signature)
        }) {
        case .success:
            refresh(world)
            _ = list.take(.down, world)
            return .say(
                .done(
                    line.indicator.label + Phrase(": ", "：") + answer.label
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    mutating func show(_ page: ResidentPage, _ world: World) {
        fault = page.cases.isEmpty ? Phrase("She has no case yet.", "她还没有个案。") : nil
        list.show(page.indicators)
    }

    mutating func showNothing() { list.show([]) }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    // MARK: Drawing

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        let detail = PageView(list.selected.map { lines($0) } ?? [])
        let height = min(list.rows.count + 1, max(4, area.height - 4))
        list.draw(
            [
                ListColumn(Phrase("No.", "序号"), width: 4, right: true) { line, _ in
                    String((ILOIndicator.allCases.firstIndex(of: line.indicator) ?? 0) + 1)
                },
                ListColumn(Phrase("Indicator", "迹象"), width: 0) { line, world in
                    world.text(line.indicator.label)
                },
                ListColumn(Phrase("Answer", "回答"), width: 10) { line, world in
                    world.text(line.record?.answer.label ?? Phrase("not asked", "未问"))
                },
                ListColumn(Phrase("Asked on", "询问日期"), width: 10) { line, _ in
                    line.record?.assessedOn.iso ?? ""
                },
            ],
            in: Area(
                row: area.row, column: area.column, width: area.width, height: height),
            on: &canvas, world, empty: Phrase("Nothing to answer.", "没有项目。"))
        detail.draw(
            in: area.dropping(rows: height), on: &canvas, world, focused: false)
    }

    private func lines(_ line: IndicatorLine) -> [PageLine] {
        guard let record = line.record else { return [] }
        var lines: [PageLine] = [.blank]
        if let evidence = record.evidence {
            lines.append(.fact(Phrase("Evidence", "依据"), Phrase(verbatim: evidence)))
        }
        if let next = record.nextPhrase {
            lines.append(.fact(Phrase("What next", "下一步"), next))
        }
        for earlier in line.earlier {
            lines.append(.fact(Phrase("Before", "以前"), earlier.phrase, .dim))
        }
        return lines
    }
}

extension Indicator {
    /// What was decided and by whom; `nil` when nothing was.
    var nextPhrase: Phrase? { Indicator.next(nextStep, decidedBy) }

    static func next(_ step: String?, _ decidedBy: String?) -> Phrase? {
        guard let step else { return nil }
        return Phrase(verbatim: step)
            + (decidedBy.map {
                Phrase(" (decided by ", "（决定者：") + Phrase(verbatim: $0) + Phrase(")", "）")
            }
                ?? Phrase("", ""))
    }
}

extension EarlierIndicator {
    /// `2007-05-28 Not known, Lin Fang: the evidence`.
    var phrase: Phrase {
        var phrase = Phrase(verbatim: (assessedOn?.iso ?? "") + " ")
        phrase = phrase + (answer?.label ?? Phrase("", ""))
        if !who.isEmpty { phrase = phrase + Phrase(", ", "，") + Phrase(verbatim: who) }
        if let evidence { phrase = phrase + Phrase(": ", "：") + Phrase(verbatim: evidence) }
        if let next = Indicator.next(nextStep, decidedBy) {
            phrase = phrase + Phrase("; next: ", "；下一步：") + next
        }
        return phrase
    }
}
