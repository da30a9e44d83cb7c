import HomesCore

/// Who has had which topic: residents here by T1 to T14, the checklist, and whether she is ready to
/// depart, which is advice and never a lock.
public struct CounsellingMatrixScreen: Screen {
    var list = ListView<CoverageRow>(
        id: { $0.personId }, persons: true, searchKey: { $0.searchKey })
    var search = PersonSearch()
    var fault: Phrase?
    /// Whether the lines below say when she had which topic.
    var showsDates = false

    /// The residents who are here.
    public init() {}

    public var title: Phrase { Phrase("Topics", "专题") }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? {
        fault ?? Phrase("+ covered  . missing", "+ 已讲  . 未讲")
    }

    public static let bindings: [Binding<CounsellingMatrixScreen>] = [
        Binding(.enter, .character("c"), help: Phrase("checklist", "出发前清单")) { screen, _ in
            screen.list.selected.map { .push(CounsellingChecklistScreen(personId: $0.personId)) }
                ?? .stay
        },
        Binding(.character("s"), help: Phrase("session with her", "为她辅导")) { screen, world in
            screen.list.selected.map { .push(SessionFormScreen(world, personId: $0.personId)) }
                ?? .stay
        },
        Binding(.character("r"), help: Phrase("her page", "个人页面")) { screen, _ in
            screen.list.selected.map { .push(ResidentScreen(personId: $0.personId)) } ?? .stay
        },
        Binding(.character("d"), help: Phrase("dates", "日期")) { screen, _ in
            screen.showsDates.toggle()
            return .stay
        },
        Binding(.character("v"), help: Phrase("names", "显示姓名")) { _, _ in .toggleNames },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        guard let home = world.session?.home else { return }
        _ = search.settle(world)
        switch world.attempt({ () throws(StoreError) in
            try world.store.coverageMatrix(
                homeId: home.id, names: world.showsNames, by: world.signature)
        }) {
        case .success(let rows): list.show(rows)
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, &search, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let detail = PageView(list.selected.map { lines($0) } ?? [])
        list.draw(
            columns(width: area.width, world), over: detail, least: 5, most: showsDates ? 5 : 3,
            in: area, on: &canvas, world, empty: Phrase("No resident is here.", "目前没有入住人员。"))
    }

    private func columns(width: Int, _ world: World) -> [ListColumn<CoverageRow>] {
        var columns: [ListColumn<CoverageRow>] = [
            ListColumn(Phrase("Code", "编号"), width: 10) { row, _ in row.personCode }
        ]
        if width >= 76 {
            columns.append(
                ListColumn(Phrase("", ""), width: world.showsNames ? 8 : 3) { row, _ in
                    row.name ?? row.initials ?? ""
                })
        }
        for topic in CounsellingTopic.allCases {
            columns.append(
                ListColumn(
                    Phrase(verbatim: String(topic.number)), width: 2, right: true,
                    style: { row, _ in
                        row.readiness.missingTopics.contains(topic) ? .warning : .plain
                    }
                ) { row, _ in row.coverage[topic] == nil ? "." : "+" })
        }
        if width >= 76 {
            columns.append(
                ListColumn(Phrase("List", "清单"), width: 5, right: true) { row, _ in
                    "\(row.checklist.count)/\(ChecklistItem.allCases.count)"
                })
        }
        columns.append(
            ListColumn(
                Phrase("Ready", "就绪"), width: 5,
                style: { row, _ in row.readiness.isReady ? .good : .plain }
            ) { row, world in
                world.text(row.readiness.isReady ? Phrase("yes", "可") : Phrase("no", "否"))
            })
        return columns
    }

    private func lines(_ row: CoverageRow) -> [PageLine] {
        if showsDates {
            let dates = CounsellingTopic.allCases.compactMap { topic in
                row.coverage[topic].map { "\(topic.rawValue) \($0.lastOn.iso)" }
            }
            let none = Phrase("no topic yet", "尚未辅导")
            return [
                .text(
                    Phrase(verbatim: row.personCode) + Phrase(": ", "：")
                        + (dates.isEmpty
                            ? none : Phrase(verbatim: dates.joined(separator: " · "))),
                    .dim)
            ]
        }
        let last = row.coverage.values.map(\.lastOn).max()
        var lines: [PageLine] = [
            .text(
                Phrase(verbatim: row.personCode) + Phrase(": ", "：") + row.readiness.advice,
                row.readiness.isReady ? .good : .plain)
        ]
        if let last {
            lines.append(.text(Phrase("last session \(last.iso)", "最近辅导：\(last.iso)"), .dim))
        }
        return lines
    }
}
