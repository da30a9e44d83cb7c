import HomesCore

/// Whether the file and its data hold together: every rule, and what breaks it.
struct CheckScreen: Screen {
    var list = ListView<CheckRule>(
        id: { $0.id },
        searchKey: { SearchKey.make(names: [$0.title.chinese, $0.title.english], codes: [$0.id]) })
    /// What was found by the rule's name; `nil` before the check was made.
    var findings: [String: [CheckFinding]]?
    var fault: Phrase?

    var title: Phrase { Phrase("Check", "检查") }
    var takesText: Bool { list.isFiltering }

    var hint: Phrase? {
        if let fault { return fault }
        guard let findings else { return nil }
        let count = findings.values.reduce(0) { $0 + $1.count }
        return count == 0
            ? Phrase("Every rule holds.", "所有规则均成立。")
            : Phrase(
                "\(count) findings. Enter shows which records.", "发现\(count)处问题。回车查看记录。")
    }

    static let bindings: [Binding<CheckScreen>] = [
        Binding(
            .enter, help: Phrase("findings", "查看问题"),
            off: { screen, _ in
                screen.selectedFindings.isEmpty ? Phrase("This rule holds.", "该规则成立。") : nil
            }
        ) { screen, _ in .push(screen.findingsScreen) },
        Binding(.character("r"), help: Phrase("check again", "重新检查")) { screen, world in
            screen.findings = nil
            screen.refresh(world)
            return .say(.done(Phrase("Checked.", "已检查。")))
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    private var selectedFindings: [CheckFinding] {
        list.selected.flatMap { findings?[$0.id] } ?? []
    }

    private var findingsScreen: WhyScreen {
        WhyScreen(
            title: Phrase("Findings", "问题"), lines: list.selected.map { [$0.title] } ?? [],
            heads: [(Phrase("Table", "数据表"), 18), (Phrase("Record", "记录"), 0)],
            rows: selectedFindings.map { finding in
                [finding.table, [finding.id, finding.detail ?? ""].joined(separator: " ")]
            })
    }

    /// The check reads the whole file: it is made once, and again when asked.
    mutating func refresh(_ world: World) {
        guard findings == nil else { return }
        switch world.attempt({ () throws(StoreError) in
            try world.store.check(by: world.signature)
        }) {
        case .success(let found):
            findings = Dictionary(grouping: found, by: \.rule.id)
            list.show(CheckFinding.rules)
            fault = nil
        case .failure(let error): fault = error.phrase
        }
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let findings = self.findings ?? [:]
        list.draw(
            [
                ListColumn(
                    Phrase("Result", "结果"), width: 11,
                    style: { rule, _ in findings[rule.id] == nil ? .good : .alarm }
                ) { rule, world in
                    let count = findings[rule.id]?.count ?? 0
                    return world.text(
                        count == 0
                            ? Phrase("holds", "成立") : Phrase("! \(count) found", "! \(count)处"))
                },
                ListColumn(Phrase("Rule", "规则"), width: 0) { rule, world in
                    world.text(rule.title)
                },
            ], in: area, on: &canvas, world,
            empty: fault ?? Phrase("Nothing was checked.", "尚未检查。"))
    }
}
