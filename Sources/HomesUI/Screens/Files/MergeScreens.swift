import HomesCore

/// The other file of a woman who has two: those like her first, then everybody of the home; and the
/// files that were merged into hers, to take apart again.
struct MergeChoiceScreen: Screen {
    /// A file to choose.
    struct Row: Sendable {
        let personId: String
        let personCode: String
        let initials: String
        let why: Phrase
        let isMerged: Bool
        let searchKey: String
    }

    let personId: String
    let personCode: String
    var list = ListView<Row>(id: { $0.personId }, persons: true, searchKey: { $0.searchKey })
    var search = PersonSearch()
    var fault: Phrase?

    private static let question = "unmerge"

    init(_ page: ResidentPage) {
        personId = page.person.id
        personCode = page.person.personCode
    }

    var title: Phrase { Phrase("Merge", "合并档案") }
    var takesText: Bool { list.isFiltering }
    var isPlace: Bool { false }
    var hint: Phrase? {
        fault
            ?? Phrase(
                "Choose the other file of \(personCode).", "请选择\(personCode)的另一份档案。")
    }

    static let bindings: [Binding<MergeChoiceScreen>] = [
        Binding(.enter, help: Phrase("compare", "比较")) { screen, world in
            if let refusal = screen.search.settle(world) { return refusal }
            guard let row = screen.list.selected else { return .stay }
            if row.isMerged {
                return .say(
                    .plain(
                        Phrase("That file is part of this one: u takes it apart.", "该档案已并入：按 u 拆分。")
                    ))
            }
            return .push(MergeScreen(keeping: screen.personId, row.personId))
        },
        Binding(.function(3), .character("/"), help: Phrase("find", "查找")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
        Binding(
            .character("u"), help: Phrase("take apart", "拆分"),
            off: { screen, _ in
                screen.list.selected?.isMerged == true
                    ? nil : Phrase("This file was not merged.", "此档案未被合并。")
            },
            run: { screen, _ in
                guard let row = screen.list.selected else { return .stay }
                return .push(
                    ConfirmScreen(
                        question: MergeChoiceScreen.question,
                        title: Phrase("Two files again", "重新拆为两份"),
                        lines: [
                            Phrase(
                                "What came from \(row.personCode) goes back to it.",
                                "来自\(row.personCode)的内容归还原档案。"),
                            Phrase(
                                "What was added since stays with \(screen.personCode).",
                                "合并后新增的内容留在\(screen.personCode)。"),
                        ], word: Phrase(verbatim: row.personCode)))
            }),
    ]

    mutating func refresh(_ world: World) {
        let (id, homeId) = (personId, world.session?.home?.id ?? "")
        let found = world.attempt { () throws(StoreError) -> [Row] in
            let merged = try world.store.mergedFiles(into: id, by: world.signature).map { file in
                Row(
                    personId: file.personId, personCode: file.personCode, initials: "",
                    why: Phrase(
                        "merged on \(world.moment(file.mergedAt))",
                        "\(world.moment(file.mergedAt))并入"), isMerged: true,
                    searchKey: SearchKey.make(names: [], codes: [file.personCode]))
            }
            let person = try world.store.residentPage(id, by: world.signature)
            let phone = person.contacts.first { $0.contact.kind == .herself }?.contact.phone.text
            let alike = try world.store.possibleDuplicates(
                of: person.person, phone: phone, by: world.signature)
            let why = Dictionary(
                alike.map { ($0.personId, Phrase.listed($0.reasons.map(\.label))) },
                uniquingKeysWith: { first, _ in first })
            let rows = try world.store.residentList(
                homeId: homeId, filter: .all, by: world.signature
            ).filter { $0.personId != id }.map { row in
                Row(
                    personId: row.personId, personCode: row.personCode,
                    initials: row.initials ?? "",
                    why: why[row.personId] ?? Phrase(verbatim: ""), isMerged: false,
                    searchKey: row.searchKey)
            }
            return merged + rows.filter { why[$0.personId] != nil }
                + rows.filter { why[$0.personId] == nil }
        }
        switch found {
        case .success(let rows): list.show(rows)
        case .failure(let error):
            list.show([])
            fault = error.phrase
        }
    }

    mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, &search, world) ?? .ignored
    }

    mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .confirmed(Self.question) = answer, let row = list.selected else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.unmergePersons(row.personId, by: world.signature)
        }) {
        case .success(let person):
            return .replaceSaying(
                ResidentScreen(personId: person.id),
                .done(
                    Phrase(
                        "\(person.personCode) is a file of its own again.",
                        "\(person.personCode)已恢复为独立档案。")))
        case .failure(let error): return .refused(error)
        }
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Code", "编号"), width: 12) { row, _ in row.personCode },
                ListColumn(Phrase("Init.", "缩写"), width: 6) { row, _ in row.initials },
                ListColumn(
                    Phrase("Why", "原因"), width: 0,
                    style: { row, _ in row.isMerged ? .good : .warning }
                ) { row, world in world.text(row.why) },
            ], in: area, on: &canvas, world,
            empty: Phrase("There is no other file.", "没有其他档案。"))
    }
}

/// Two files side by side: which stays, and whose answer is kept where they differ.
struct MergeScreen: Screen {
    var keptId: String
    var otherId: String
    var proposal: MergeProposal?
    /// The fields of which the other file's answer is kept.
    var taken: Set<String> = []
    var list = ListView<MergeDifference>(id: { $0.field })
    var fault: Phrase?

    private static let question = "merge"

    init(keeping keptId: String, _ otherId: String) {
        self.keptId = keptId
        self.otherId = otherId
    }

    var title: Phrase { Phrase("Two files of one woman", "同一人的两份档案") }
    var isPlace: Bool { false }
    var hint: Phrase? {
        fault
            ?? proposal.map { proposal in
                Phrase(
                    "\(proposal.kept.personCode) stays, \(proposal.other.personCode) goes into it.",
                    "保留\(proposal.kept.personCode)，\(proposal.other.personCode)并入。")
            }
    }

    static let bindings: [Binding<MergeScreen>] = [
        Binding(.character(" "), .enter, help: Phrase("whose answer", "取哪一份")) { screen, _ in
            guard let field = screen.list.selected?.field else { return .stay }
            if screen.taken.remove(field) == nil { screen.taken.insert(field) }
            return .stay
        },
        Binding(.character("w"), help: Phrase("the other stays", "改留另一份")) { screen, world in
            swap(&screen.keptId, &screen.otherId)
            screen.proposal = nil
            screen.refresh(world)
            return .stay
        },
        Binding(.function(10), .control("s"), help: Phrase("merge", "合并")) { screen, _ in
            screen.confirm()
        },
    ]

    mutating func refresh(_ world: World) {
        if proposal != nil { return }
        let (kept, other) = (keptId, otherId)
        switch world.attempt({ () throws(StoreError) in
            try world.store.mergeProposal(keeping: kept, other, by: world.signature)
        }) {
        case .success(let found):
            proposal = found
            taken = Set(found.differences.filter(\.onlyOtherSays).map(\.field))
            list.show(found.differences)
        case .failure(let error): fault = error.phrase
        }
    }

    private func confirm() -> Step {
        guard let proposal else { return .stay }
        let (kept, other) = (proposal.kept.personCode, proposal.other.personCode)
        let moved = Phrase.listed(
            proposal.moved.map { $0.noun + Phrase(verbatim: " \($0.count)") })
        return .push(
            ConfirmScreen(
                question: Self.question, title: title,
                lines: [
                    Phrase(
                        "Everything of \(other) goes over to \(kept): ", "\(other)的全部内容转入\(kept)：")
                        + moved,
                    Phrase(
                        "\(other) is void then; its code still finds her.",
                        "\(other)随后作废，其编号仍可查到她。"),
                    Phrase("M on her page takes it apart again.", "在其页面按 M 可重新拆分。"),
                ], word: Phrase(verbatim: kept)))
    }

    mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .confirmed(Self.question) = answer, let proposal else { return .stay }
        let (kept, other, fields) = (keptId, otherId, taken)
        switch world.attempt({ () throws(StoreError) in
            try world.store.mergePersons(
                keeping: kept, other, takingFromOther: fields, by: world.signature)
        }) {
        case .success(let person):
            return .replaceSaying(
                ResidentScreen(personId: person.id),
                .done(
                    Phrase(
                        "\(proposal.other.personCode) is part of \(person.personCode). F8 undoes.",
                        "\(proposal.other.personCode)已并入\(person.personCode)。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let taken = taken
        let (kept, other) = (
            proposal?.kept.personCode ?? "", proposal?.other.personCode ?? ""
        )
        @Sendable func shown(_ value: StoredValue, _ row: MergeDifference, _ isChosen: Bool)
            -> String
        {
            (isChosen ? "* " : "  ") + FieldText.shown(value, row.kind, world.language)
        }
        list.draw(
            [
                ListColumn(Phrase("Field", "项目"), width: area.width < 76 ? 16 : 24) {
                    $1.text($0.label)
                },
                ListColumn(Phrase("\(kept) stays", "保留 \(kept)"), width: 0) { row, _ in
                    shown(row.kept, row, !taken.contains(row.field))
                },
                ListColumn(Phrase(verbatim: other), width: 0) { row, _ in
                    shown(row.other, row, taken.contains(row.field))
                },
            ], in: area, on: &canvas, world,
            empty: Phrase("They say the same.", "两份内容一致。"))
    }
}
