import HomesCore

/// The home's counselling sessions, the latest first.
public struct SessionListScreen: Screen {
    /// How far back the list goes at first, in days.
    static let daysBack = 365

    var list: ListView<SessionRow>
    var showsAll = false
    var fault: Phrase?

    /// The sessions of the last year.
    public init() {
        list = ListView(
            id: { $0.id },
            searchKey: { row in
                SearchKey.make(
                    names: [row.counsellor, row.kind.label.english, row.kind.label.chinese],
                    codes: [row.date.iso] + row.topics.map(\.rawValue))
            })
    }

    public var title: Phrase { Phrase("Counselling", "咨询辅导") }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<SessionListScreen>] = [
        Binding(.enter, help: Phrase("open", "打开")) { screen, _ in
            screen.list.selected.map { .push(SessionScreen(sessionId: $0.id)) } ?? .stay
        },
        Binding(.character("n"), help: Phrase("with one woman", "个别辅导")) { _, world in
            .push(SessionFormScreen(world))
        },
        Binding(.character("g"), help: Phrase("with a group", "小组辅导")) { _, world in
            .push(SessionFormScreen(world, kind: .group))
        },
        Binding(.character("k"), help: Phrase("topics and checklists", "专题与清单")) { _, _ in
            .push(CounsellingMatrixScreen())
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
        Binding(.character("o"), help: Phrase("older ones too", "包括更早的"), footer: false) {
            screen, world in
            screen.showsAll.toggle()
            screen.refresh(world)
            return .say(
                .plain(
                    screen.showsAll
                        ? Phrase("All sessions.", "全部辅导记录。")
                        : Phrase("The last 365 days.", "最近365天。")))
        },
    ]

    public mutating func refresh(_ world: World) {
        fault = nil
        guard let home = world.session?.home else { return }
        let from =
            showsAll
            ? CivilDate(dayNumber: 0) : world.today.adding(days: -SessionListScreen.daysBack)
        switch world.attempt({ () throws(StoreError) in
            try world.store.sessions(
                homeId: home.id, from: from, to: world.today, by: world.signature)
        }) {
        case .success(let rows): list.show(rows)
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .saved(CounsellingSession.table, let id) = answer { list.select(id: id) }
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var columns: [ListColumn<SessionRow>] = [
            ListColumn(Phrase("Date", "日期"), width: 10) { row, _ in row.date.iso },
            ListColumn(Phrase("With", "形式"), width: 10) { row, world in
                world.text(row.kind.label)
            },
            ListColumn(Phrase("Women", "人数"), width: 5, right: true) { row, _ in
                String(row.residents + row.others)
            },
        ]
        if area.width >= 76 {
            columns += [
                ListColumn(Phrase("How", "方式"), width: 9) { row, world in
                    world.text(row.mode.label)
                },
                ListColumn(Phrase("Min.", "分钟"), width: 4, right: true) { row, _ in
                    row.durationMinutes.map(String.init) ?? ""
                },
                ListColumn(Phrase("Counsellor", "辅导员"), width: 12) { row, _ in row.counsellor },
            ]
        }
        columns.append(
            ListColumn(Phrase("Topics", "专题"), width: 0) { row, _ in
                row.topics.map(\.rawValue).joined(separator: " ")
            })
        list.draw(
            columns, in: area, on: &canvas, world,
            empty: Phrase(
                "No session yet: n for one woman, g for a group.", "尚无辅导记录：按 n 个别辅导，按 g 小组辅导。"))
    }
}
