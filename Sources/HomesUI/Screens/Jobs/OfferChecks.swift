import HomesCore

extension OfferFinding {
    /// FAIL first, those that stop every placement before the others; then the questions, what to
    /// look at, what passes, and what was no law yet.
    fileprivate var rank: Int {
        switch outcome {
        case .fail: blocksPlacement ? 0 : 1
        case .unknown: 2
        case .warn: 3
        case .pass: 4
        case nil: wouldFail == nil ? 5 : 3
        }
    }

    /// What a rule that was no law yet would have failed: good advice all the same.
    private var wouldFail: Verdict? {
        if case .notInForce(let verdict) = judgement, verdict.outcome == .fail {
            verdict
        } else {
            nil
        }
    }

    /// The evidence, the question, or what the rule would have said.
    var said: Phrase {
        wouldFail.map { Phrase("would fail: ", "若已施行则不通过：") + $0.evidence } ?? evidence
    }

    /// The word in a list.
    var mark: Phrase {
        switch outcome {
        case .fail: Phrase("FAIL", "不通过")
        case .unknown: Phrase("ASK", "待问清")
        case .warn: Phrase("WARN", "需注意")
        case .pass: Phrase("PASS", "通过")
        case nil: Phrase("later", "未施行")
        }
    }

    /// How it is shown.
    var style: Style {
        switch outcome {
        case .fail: .alarm
        case .unknown, .warn: .warning
        case .pass: .good
        case nil: wouldFail == nil ? .dim : .warning
        }
    }

    /// The one thing to read where there is room for one: the evidence or the question, and for
    /// what passes the rule.
    fileprivate var gist: Phrase {
        switch outcome {
        case .fail, .unknown, .warn: evidence
        case .pass: title
        case nil: wouldFail == nil ? title : said
        }
    }
}

/// The law checks of an offer as a list, what needs somebody first.
struct OfferChecks: Sendable {
    private(set) var findings: [OfferFinding] = []
    var list = ListView<OfferFinding>(id: { $0.code.rawValue })

    /// Shows other findings; the selection stays on its rule.
    mutating func show(_ findings: [OfferFinding]) {
        self.findings = findings
        let order = findings.enumerated().sorted {
            ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }
        let isFirst = list.rows.isEmpty
        list.show(order.map(\.element))
        if isFirst, let first = list.rows.first { list.select(id: first.code.rawValue) }
    }

    /// `FAIL 1 · ASK 5 · PASS 8 · later 8`.
    var summary: Phrase {
        let outcomes: [VerdictCode?] = [.fail, .unknown, .warn, .pass, nil]
        let parts = outcomes.compactMap { outcome -> Phrase? in
            let found = findings.filter { $0.outcome == outcome }
            guard let first = found.first else { return nil }
            return first.mark + Phrase(verbatim: " \(found.count)")
        }
        return Phrase.joined(parts, separator: " · ")
    }

    /// Whether anything fails.
    var hasFailed: Bool { findings.contains { $0.outcome == .fail } }

    /// The list with everything there is room for.
    func draw(in area: Area, on canvas: inout Canvas, _ world: World, focused: Bool = true) {
        list.draw(
            OfferChecks.columns(width: area.width), in: area, on: &canvas, world,
            empty: Phrase("Nothing to check yet.", "尚无可核查内容。"), focused: focused)
    }

    private static func columns(width: Int) -> [ListColumn<OfferFinding>] {
        var columns = [
            ListColumn<OfferFinding>(Phrase("Rule", "规则"), width: 4) { row, _ in
                row.code.rawValue
            },
            ListColumn(Phrase("Result", "结果"), width: 6, style: { row, _ in row.style }) {
                row, world in world.text(row.mark)
            },
        ]
        if width < 60 {
            columns.append(
                ListColumn(Phrase("What to know", "要点"), width: 0) { row, world in
                    world.text(row.gist)
                })
            return columns
        }
        columns += [
            ListColumn(Phrase("What the rule says", "规则内容"), width: 0) { row, world in
                world.text(row.title)
            },
            ListColumn(
                Phrase("Evidence or question", "依据或待问"), width: 0, style: { row, _ in row.style }
            ) { row, world in world.text(row.said) },
        ]
        if width >= 110 {
            columns.append(
                ListColumn(Phrase("Law and article", "法律条款"), width: 0) { row, world in
                    world.text(row.article)
                })
        }
        if width >= 76 {
            columns.append(
                ListColumn(Phrase("In force", "施行日期"), width: 10) { row, _ in
                    row.effectiveFrom.iso
                })
        }
        return columns
    }

    /// The selected rule in full, as a few lines under the list.
    func detail() -> PageView {
        guard let finding = list.selected else { return PageView() }
        let code = Phrase(verbatim: finding.code.rawValue + " ")
        let since = Phrase(
            "; in force from \(finding.effectiveFrom.iso)", "；自\(finding.effectiveFrom.iso)起施行")
        return PageView([
            .text(code + finding.title, .strong),
            .text(finding.article + since, .dim),
            .text(finding.mark + Phrase(": ", "：") + finding.said, finding.style),
        ])
    }

    /// The list above and the selected rule in full below it, as far as there is room.
    func drawWithDetail(in area: Area, on canvas: inout Canvas, _ world: World) {
        let detail = detail()
        let rows = min(detail.height(world, width: area.width), max(0, area.height - 5))
        let listArea = Area(
            row: area.row, column: area.column, width: area.width, height: area.height - rows - 1)
        draw(in: listArea, on: &canvas, world)
        canvas.write(
            world.text(OfferRules.disclaimer), row: area.row + area.height - 1,
            column: area.column + 1, style: .dim)
        detail.draw(
            in: Area(
                row: area.row + area.height - 1 - rows, column: area.column, width: area.width,
                height: rows), on: &canvas, world, focused: false)
    }
}
