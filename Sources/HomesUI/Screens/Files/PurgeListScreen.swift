import HomesCore

/// The closed files of the home by the day on which they must be destroyed.
struct PurgeListScreen: Screen {
    var list = ListView<PurgeRow>(id: { $0.personId })
    var fault: Phrase?
    var today: CivilDate?
    var sealedDue = 0
    /// The signer's password, while the second person types hers.
    private var own: PasswordProof?
    private var reason = PurgeReason.timeIsOver

    private static let holdQuestion = "hold"
    private static let liftQuestion = "lift"
    private static let purgeQuestion = "purge"
    private static let ownQuestion = "purgeOwn"
    private static let secondQuestion = "purgeSecond"

    init() {}

    var title: Phrase { Phrase("Files to destroy", "待销毁档案") }
    var hint: Phrase? {
        if let fault { return fault }
        let due = list.rows.count { row in today.map(row.isDue) ?? false }
        let counted = Phrase(
            "\(list.rows.count) closed, \(due) to be destroyed now",
            "已结案\(list.rows.count)份，应即销毁\(due)份")
        guard sealedDue > 0 else { return counted }
        return counted
            + Phrase(
                "; \(sealedDue) sealed and due: U in Residents opens it first",
                "；另有\(sealedDue)份已封存且期满：先在姐妹页按U解封")
    }

    static let bindings: [Binding<PurgeListScreen>] = [
        Binding(.enter, help: Phrase("open", "打开")) { screen, _ in
            screen.list.selected.map { .push(ResidentScreen(personId: $0.personId)) } ?? .stay
        },
        Binding(
            .character("h"), help: Phrase("hold, lift", "保留/解除"),
            off: { screen, _ in screen.list.selected == nil ? nobody : nil },
            run: { screen, world in screen.askHold(world) }),
        Binding(
            .character("D"), help: Phrase("destroy", "销毁"),
            off: { screen, _ in screen.list.selected == nil ? nobody : nil },
            run: { screen, world in screen.ask(.timeIsOver, world) }),
        Binding(
            .character("W"), help: Phrase("at her wish", "应本人要求"), footer: false,
            off: { screen, _ in screen.list.selected == nil ? nobody : nil },
            run: { screen, world in screen.ask(.herWish, world) }),
        Binding(.character("t"), help: Phrase("destroyed", "已销毁")) { _, _ in
            .push(TombstoneListScreen())
        },
    ]

    private static let nobody = Phrase("Nobody is listed.", "列表为空。")

    mutating func refresh(_ world: World) {
        today = world.today
        let homeId = world.session?.home?.id ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.purgeList(homeId: homeId, by: world.signature)
        }) {
        case .success(let files):
            list.show(files.rows)
            sealedDue = files.sealedDue
            fault = nil
        case .failure(let error):
            list.show([])
            sealedDue = 0
            fault = error.phrase
        }
    }

    private func askHold(_ world: World) -> Step {
        guard let row = list.selected else { return .stay }
        let isHeld = row.line.hold != nil
        return .push(
            PromptScreen(
                question: isHeld ? Self.liftQuestion : Self.holdQuestion,
                title: isHeld
                    ? Phrase("Lift the hold on ", "解除保留：") + Phrase(verbatim: row.personCode)
                    : Phrase("Hold the file of ", "保留档案：") + Phrase(verbatim: row.personCode),
                ask: Phrase("Why", "原因"), kind: .text(limit: 200), world.language))
    }

    private mutating func ask(_ reason: PurgeReason, _ world: World) -> Step {
        guard let row = list.selected else { return .stay }
        self.reason = reason
        if row.line.hold != nil { return .refused(.refused(.fileIsHeld)) }
        if reason == .timeIsOver, !row.isDue(on: world.today) {
            return .refused(.refused(.notYetDue))
        }
        let shared =
            row.sharedTexts == 0
            ? []
            : [
                Phrase(
                    "\(row.sharedTexts) texts about others too stay (incidents, groups): read first "
                        + "that they do not tell who she was.",
                    "另有\(row.sharedTexts)处涉及他人的文字（事件、小组）会保留：请先确认其中看不出她是谁。")
            ]
        return .push(
            ConfirmScreen(
                question: Self.purgeQuestion, title: title,
                lines: shared + [
                    Phrase(
                        "The whole file of \(row.personCode), closed on \(row.line.clock.closedOn.iso).",
                        "\(row.personCode)的整份档案，结案日期\(row.line.clock.closedOn.iso)。"),
                    Phrase(
                        "Everything about her is destroyed, also what the journal says of her. "
                            + "Nothing brings it back. Nights and attendances stay counted.",
                        "有关她的一切内容（含日志所记）将被销毁，无法恢复。夜数和参加人次仍计入统计。"),
                    Phrase(
                        "Backups made before still have her: destroy them when they are replaced.",
                        "此前的备份仍含其资料，更换时须一并销毁。"),
                    reason.label,
                ], word: Phrase(verbatim: row.personCode)))
    }

    mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .text(Self.holdQuestion, let reason):
            return change(world, Phrase("Held. F8 undoes.", "已保留。按 F8 撤销。")) {
                (id, store) throws(StoreError) in
                _ = try store.holdFile(id, reason: reason, by: world.signature)
            }
        case .text(Self.liftQuestion, let reason):
            return change(world, Phrase("The hold is lifted. F8 undoes.", "已解除保留。按 F8 撤销。")) {
                (id, store) throws(StoreError) in
                try store.liftHold(of: id, reason: reason, by: world.signature)
            }
        case .confirmed(Self.purgeQuestion):
            return .push(PasswordScreen.own(Self.ownQuestion, title, world))
        case .proved(Self.ownQuestion, let proof):
            own = proof
            return .push(PasswordScreen.second(Self.secondQuestion, title, world))
        case .proved(Self.secondQuestion, let second):
            guard let own else { return .stay }
            self.own = nil
            let reason = reason
            return change(world, Phrase("Destroyed. t shows what was done.", "已销毁。按 t 查看记录。")) {
                (id, store) throws(StoreError) in
                _ = try store.purgePerson(
                    id, reason: reason, own: own, second: second, by: world.signature)
            }
        default: return .stay
        }
    }

    private mutating func change(
        _ world: World, _ done: Phrase,
        _ act: (String, HomesStore) throws(StoreError) -> Void
    ) -> Step {
        guard let id = list.selected?.personId else { return .stay }
        switch world.attempt({ () throws(StoreError) in try act(id, world.store) }) {
        case .success:
            refresh(world)
            return .say(.done(done))
        case .failure(let error): return .refused(error)
        }
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Code", "编号"), width: 12) { row, _ in row.personCode },
                ListColumn(Phrase("Closed", "结案"), width: 10) { row, _ in
                    row.line.clock.closedOn.iso
                },
                ListColumn(
                    Phrase("Destroy on", "应销毁"), width: 10,
                    style: { row, world in row.isDue(on: world.today) ? .warning : .plain },
                    text: { row, _ in row.line.clock.dueOn.iso }),
                ListColumn(Phrase("Because", "依据"), width: 0) { row, world in
                    world.text(
                        row.line.hold.map { Phrase("HELD: ", "保留：") + Phrase(verbatim: $0) }
                            ?? row.line.clock.ground.label)
                },
            ], in: area, on: &canvas, world,
            empty: Phrase("No file is closed.", "没有结案档案。"))
    }
}

/// What was destroyed: when, by which two, how much.
struct TombstoneListScreen: Screen {
    var list = ListView<TombstoneRow>(id: { $0.stone.id })
    var fault: Phrase?

    var title: Phrase { Phrase("Destroyed files", "已销毁档案") }
    var hint: Phrase? { fault }

    static let bindings: [Binding<TombstoneListScreen>] = [
        Binding(.enter, .character("q"), help: Phrase("back", "返回")) { _, _ in .pop }
    ]

    mutating func refresh(_ world: World) {
        let homeId = world.session?.home?.id ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.tombstones(homeId: homeId, by: world.signature)
        }) {
        case .success(let rows): list.show(rows)
        case .failure(let error): fault = error.phrase
        }
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Code", "编号"), width: 12) { row, _ in row.stone.personCode },
                ListColumn(Phrase("Destroyed", "销毁"), width: 10) { row, _ in
                    row.stone.purgedOn.iso
                },
                ListColumn(Phrase("By", "两人"), width: 20) { row, _ in
                    row.by.joined(separator: ", ")
                },
                ListColumn(Phrase("Rows", "条数"), width: 5, right: true) { row, _ in
                    String(row.destroyed)
                },
                ListColumn(Phrase("Reason", "原因"), width: 0) { row, world in
                    world.text(row.stone.reason.label)
                },
            ], in: area, on: &canvas, world,
            empty: Phrase("No file was destroyed yet.", "尚未销毁任何档案。"))
    }
}
