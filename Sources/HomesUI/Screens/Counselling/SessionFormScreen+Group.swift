import HomesCore

/// What is done for many women at one key, and what speaks against an interpreter.
extension SessionFormScreen {
    private static let onlyInGroups = Phrase(
        "That works where a group is ticked.", "此键用于勾选小组参加者。")

    /// One key for many women; in the details the same keys do what they do in every form.
    static let groupBindings: [Binding<SessionFormScreen>] = [
        Binding(
            .function(5), help: Phrase("all here", "全部勾选"),
            off: { screen, _ in screen.isTicking ? nil : onlyInGroups },
            run: { screen, _ in
                let count = screen.attendance.tickAll()
                return .say(.plain(Phrase("\(count) women ticked.", "已勾选\(count)人。")))
            }),
        Binding(.function(4), help: Phrase("same as last", "同上次")) { screen, world in
            screen.isTicking ? screen.tickLastGroup(world) : screen.repeatLast(world)
        },
        Binding(.function(6), help: Phrase("scale, unknown", "计分、不详")) { screen, _ in
            guard screen.isTicking else {
                return screen.part == .details && screen.form.cycleGap()
                    ? .stay
                    : .say(.warning(Phrase("This field has no “unknown”.", "此项不能填不详。")))
            }
            screen.attendance.changeScale()
            return .say(.plain(screen.scaleHint))
        },
    ]

    /// Whether a group is being ticked.
    fileprivate var isTicking: Bool { part == .who && !attendance.isIndividual }

    fileprivate mutating func tickLastGroup(_ world: World) -> Step {
        guard let home = world.session?.home else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.lastGroup(homeId: home.id, by: world.signature)
        }) {
        case .success(let ids):
            let count = attendance.tick(all: ids)
            return .say(
                .plain(
                    count == 0
                        ? Phrase("Nobody of the last group is here.", "上次小组的人都不在。")
                        : Phrase(
                            "\(count) women of the last group ticked.", "已勾选上次小组的\(count)人。")))
        case .failure(let error): return .refused(error)
        }
    }

    fileprivate mutating func repeatLast(_ world: World) -> Step {
        guard part == .details else { return .say(.warning(SessionFormScreen.onlyInDetails)) }
        return form.repeatPrevious(world.language)
            ? .stay : .say(.warning(Phrase("No record was saved before.", "之前没有保存过记录。")))
    }

    fileprivate var scaleHint: Phrase {
        attendance.scale == .percent
            ? Phrase(
                "Scores of 100: two digits each, * is 100, = as above.", "百分制：每项两位数，* 为100，= 同上。")
            : Phrase(
                "Scores of ten questions: one digit each, 7 is kept as 70; * all ten, = as above.",
                "十题制：每项一位数，7记为70；* 为全对，= 同上。")
    }

    // MARK: The interpreter

    /// Without an interpreter there is nothing to say about her.
    mutating func weighInterpreter() {
        let none =
            form.textValue("session.interpreter") == nil
            ? Phrase("no interpreter", "没有翻译") : nil
        for name in ["interpreterCounty", "interpreterWork", "interpreterReason"] {
            form.skip("session." + name, because: none)
        }
    }

    /// Looks what speaks against her, and says so beside the reason. Never a block.
    mutating func lookForConcerns(_ world: World) {
        var session = CounsellingSession()
        form.fill(&session, from: "session")
        concerns = []
        if let interpreter = session.asInterpreter {
            let ids = attendance.ticked.map(\.id)
            let found = world.attempt { () throws(StoreError) in
                try world.store.interpreterConcerns(
                    interpreter, personIds: ids, by: world.signature)
            }
            concerns = (try? found.get()) ?? []
        }
        form.annotate(
            "session.interpreterReason",
            note: concerns.first.map { _ in
                Phrase("why, all the same? (\(concerns.count))", "为何仍请？（\(concerns.count)项）")
            })
    }

    /// What speaks against the interpreter, in a line.
    var warning: Phrase? {
        guard let first = concerns.first else { return nil }
        let more = concerns.count - 1
        return Phrase("Interpreter: ", "翻译：") + first.phrase
            + (more > 0 ? Phrase(" and \(more) more", "等\(more + 1)项") : Phrase("", ""))
    }
}
