import HomesCore

/// What looks like browsing, for the home's manager: signs to ask about, not verdicts.
public struct BrowsingListScreen: Screen {
    var list = ListView<BrowsingRow>(id: { $0.alarm.key })
    var fault: Phrase?

    /// The alarms that nobody has looked into.
    public init() {}

    public var title: Phrase { Phrase("Browsing", "异常查阅") }
    public var hint: Phrase? {
        fault ?? Phrase("Ask before you judge: there may be a reason.", "先询问再判断：可能有正当理由。")
    }

    public static let bindings: [Binding<BrowsingListScreen>] = [
        Binding(.enter, help: Phrase("rows behind", "明细")) { screen, _ in
            screen.list.selected.map { .push(BrowsingScreen($0)) } ?? .stay
        },
        Binding(
            .character("c"), help: Phrase("looked into", "已核查"),
            off: { screen, _ in
                screen.list.selected == nil
                    ? Phrase("Nothing is selected.", "未选中任何一条。") : nil
            },
            run: { _, world in .push(BrowsingNote.screen(world)) }),
    ]

    public mutating func refresh(_ world: World) {
        switch world.attempt({ () throws(StoreError) in
            try world.store.browsingAlarms(by: world.signature)
        }) {
        case .success(let rows):
            list.show(rows)
            fault = nil
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text(BrowsingNote.question, let note) = answer, let row = list.selected else {
            return .stay
        }
        let step = BrowsingNote.write(note, row.alarm.key, world)
        refresh(world)
        return step
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Last", "最近"), width: 16) { row, world in
                    row.alarm.reads.last.map { world.moment($0.at) } ?? ""
                },
                ListColumn(Phrase("Who", "何人"), width: 14) { row, _ in row.who },
                ListColumn(Phrase("Looks", "次数"), width: 5, right: true) { row, _ in
                    String(row.alarm.reads.count)
                },
                ListColumn(Phrase("What", "情况"), width: 0, style: { _, _ in .alarm }) {
                    row, world in world.text(row.alarm.rule.label)
                },
            ], in: area, on: &canvas, world,
            empty: fault ?? Phrase("Nothing to ask about.", "没有需要询问的情况。"))
    }
}

/// The looks behind an alarm, each leading to the record.
public struct BrowsingScreen: Screen {
    let row: BrowsingRow
    var list = ListView<BrowsingRead>(id: { String($0.entry) })

    /// An alarm.
    public init(_ row: BrowsingRow) {
        self.row = row
        list.show(row.alarm.reads)
    }

    public var title: Phrase { Phrase("Rows behind", "明细") }
    public var hint: Phrase? { row.alarm.rule.label + Phrase(verbatim: " · " + row.who) }

    public static let bindings: [Binding<BrowsingScreen>] = [
        Binding(
            .enter, help: Phrase("her page", "个人页面"),
            off: { screen, _ in
                screen.list.selected?.openedId == nil
                    ? Phrase("There is no record of a woman behind it.", "没有对应的个人记录。") : nil
            },
            run: { screen, _ in
                screen.list.selected?.openedId.map { .push(ResidentScreen(personId: $0)) } ?? .stay
            }),
        Binding(.character("c"), help: Phrase("looked into", "已核查")) { _, world in
            .push(BrowsingNote.screen(world))
        },
    ]

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text(BrowsingNote.question, let note) = answer else { return .stay }
        let step = BrowsingNote.write(note, row.alarm.key, world)
        if case .say(let message) = step, message.tone == .good { return .popSaying(message) }
        return step
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let codes = row.codes
        list.draw(
            [
                ListColumn(Phrase("When", "时间"), width: 16) { read, world in
                    world.moment(read.at)
                },
                ListColumn(Phrase("What", "情况"), width: 0) { read, world in
                    switch read.subject {
                    case .opened(let id): world.text(Phrase("opened ", "打开")) + (codes[id] ?? "")
                    case .searched: world.text(Phrase("searched for the name", "查找该姓名"))
                    case .retyped: world.text(Phrase("typed another name or phone", "改填姓名或电话"))
                    case .alerted: world.text(Phrase("wrote down somebody watched", "填写了关注人员"))
                    }
                },
                ListColumn(Phrase("Left on", "离开日期"), width: 10) { read, _ in
                    read.leftOn?.iso ?? ""
                },
            ], in: area, on: &canvas, world, empty: Phrase("No rows.", "没有数据。"))
    }
}

/// What the manager writes about an alarm when she has looked into it.
enum BrowsingNote {
    static let question = "browsingNote"

    static func screen(_ world: World) -> PromptScreen {
        PromptScreen(
            question: question, title: Phrase("Looked into", "已核查"),
            ask: Phrase("What you found, without names", "核查结果（不写姓名）"), kind: .text(limit: 120),
            world.language)
    }

    static func write(_ note: String, _ key: String, _ world: World) -> Step {
        switch world.attempt({ () throws(StoreError) in
            try world.store.lookedInto(alarm: key, note: note, by: world.signature)
        }) {
        case .success:
            .say(.done(Phrase("Written down; it is not shown again.", "已记录，不再显示。")))
        case .failure(let error): .refused(error)
        }
    }
}

extension BrowsingRead {
    /// The woman whose record was opened; `nil` for a search.
    fileprivate var openedId: String? { if case .opened(let id) = subject { id } else { nil } }
}
