import HomesCore

/// Whom the home, or every home, looks out for: by code, those seen and not closed first.
public struct WatchListScreen: Screen {
    var list: ListView<WatchRow>
    var fault: Phrase?

    /// Those whom the user may see.
    public init() {
        list = ListView(
            id: { $0.person.id }, persons: true,
            searchKey: { row in
                SearchKey.make(
                    names: row.person.names
                        + [row.person.kind.label.english, row.person.kind.label.chinese],
                    codes: [row.person.watchCode, row.homeCode ?? ""])
                    + SearchKey.numbers(row.person.phoneTexts)
            })
    }

    public var title: Phrase { Phrase("Watched persons", "关注人员") }
    public var takesText: Bool { list.isFiltering }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<WatchListScreen>] = [
        Binding(.enter, help: Phrase("open", "打开")) { screen, _ in
            screen.list.selected.map { .push(WatchedPersonScreen(id: $0.person.id)) } ?? .stay
        },
        Binding(
            .character("n"), help: Phrase("watch for somebody", "登记"),
            off: { _, world in world.may(.writeWatched) ? nil : Refusal.roleMayNot.label },
            run: { _, world in .push(WatchForms.new(world)) }),
        Binding(.character("s"), help: Phrase("where seen", "发现记录")) { _, _ in
            .push(SightingListScreen())
        },
        Binding(.character("v"), help: Phrase("names 30 s", "显示姓名")) { _, _ in .toggleNames },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func refresh(_ world: World) {
        switch world.attempt({ () throws(StoreError) in
            try world.store.watchedPersons(by: world.signature)
        }) {
        case .success(let rows):
            list.show(rows)
            fault = nil
        case .failure(let error):
            list.show([])
            fault = error.phrase
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .saved(WatchedPerson.table, let id) = answer { list.select(id: id) }
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var columns: [ListColumn<WatchRow>] = [
            ListColumn(Phrase("Code", "编号"), width: 6) { row, _ in row.person.watchCode },
            ListColumn(Phrase("Kind", "类别"), width: 19) { row, world in
                world.text(row.person.kind.label)
            },
            ListColumn(Phrase("Since", "起始"), width: 10) { row, _ in
                row.person.watchedSince.iso
            },
            ListColumn(
                Phrase("Seen", "发现"), width: 0,
                style: { row, _ in row.open > 0 ? .alarm : .plain }
            ) { row, world in world.text(row.state) },
        ]
        if area.width >= 76 {
            columns.insert(
                ListColumn(Phrase("Home", "登记之家"), width: 9) { row, world in
                    row.homeCode ?? world.text(Phrase("all", "全项目"))
                }, at: 3)
        }
        if world.showsNames {
            columns.insert(
                ListColumn(Phrase("Name", "姓名"), width: 14) { row, _ in
                    row.person.names.first ?? ""
                }, at: 1)
        }
        list.draw(
            columns, in: area, on: &canvas, world,
            empty: Phrase("Nobody is watched for: n enters somebody.", "没有关注人员：按 n 登记。"))
    }
}

extension WatchRow {
    /// Whether he was seen, or the watch is over.
    fileprivate var state: Phrase {
        if open > 0 { return Phrase("\(open) to close", "待处理\(open)条") }
        if let liftedOn = person.liftedOn {
            return Phrase("lifted \(liftedOn.iso)", "\(liftedOn.iso)解除")
        }
        return lastSeen.map { Phrase("last \($0.iso)", "最近\($0.iso)") } ?? Phrase("-", "-")
    }
}

/// The form of somebody watched for.
enum WatchForms {
    private static let fields: [(section: Phrase, names: [String])] = [
        (Phrase("Who it is", "是谁"), ["kind", "name", "aliases", "phones"]),
        (
            Phrase("For managers: never for whom", "供负责人参考：不写保护谁"),
            ["recognise", "watchedSince"]
        ),
    ]

    /// For a new one.
    static func new(_ world: World) -> RecordFormScreen<WatchedPerson> {
        var person = WatchedPerson()
        person.watchedSince = world.today
        return RecordFormScreen(person, code: "", key: "", fields: fields, world.language) {
            world, person throws(StoreError) in
            try world.store.enterWatched(person, by: world.signature)
        }
    }

    /// To correct one.
    static func editing(
        _ person: WatchedPerson, _ world: World
    ) -> RecordFormScreen<WatchedPerson> {
        RecordFormScreen(
            person, code: person.watchCode, key: person.id, fields: fields, world.language
        ) { world, person throws(StoreError) in
            try world.store.editWatched(person, by: world.signature)
        }
    }
}
