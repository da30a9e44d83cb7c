import HomesCore

/// A form over a record that is in the file: it saves with optimistic locking, and when somebody
/// else has saved the record meanwhile, both values are shown field by field.
protocol RecordEditScreen: FormScreen {
    /// The record's kind.
    associatedtype Edited: Record
    /// The record as it was read.
    var record: Edited { get set }
    /// Whose it is.
    var personId: String { get }
    /// The record as it is now.
    static func find(_ id: String, in page: ResidentPage) -> Edited?
    /// What is odd about what was saved, said after the save; `nil` when nothing is.
    func oddity(_ world: World) -> Phrase?
    /// What else the save did, said after it; `nil` when nothing is to be said.
    var news: Phrase? { get }
    /// Saves it.
    mutating func write(_ record: Edited, _ world: World) throws(StoreError) -> Edited
}

/// Something to choose between: what was typed here and what somebody else saved.
struct ConflictRow: Equatable, Sendable {
    let field: String
    let label: Phrase
    let mine: String
    let theirs: String
    var keepsMine = true
}

extension RecordEditScreen {
    static var conflictQuestion: String { "conflict" }

    func oddity(_ world: World) -> Phrase? { nil }
    var news: Phrase? { nil }

    public mutating func save(_ world: World) -> Step { saveRecord(world) }

    /// The record's part of saving, for screens that check more before.
    mutating func saveRecord(_ world: World) -> Step {
        var changed = record
        form.fill(&changed, from: "record")
        switch world.attempt({ () throws(StoreError) in try write(changed, world) }) {
        case .success(let saved):
            forgetDraft(world)
            let more = news.map { Phrase(": ", "：") + $0 } ?? Phrase("", "")
            let said =
                Phrase("Saved", "已保存") + more + Phrase(". F8 undoes.", "。按 F8 撤销。")
            let message =
                oddity(world).map { .warning(said + Phrase(verbatim: " ") + $0) }
                ?? Message.done(said)
            return .answerSaying(.saved(table: Edited.table, id: saved.id), message)
        case .failure(.changedMeanwhile): return compare(world)
        case .failure(let error): return refuse(error, world)
        }
    }

    /// Shows both values of what differs; when nothing does, it is saved on top of the other change.
    private mutating func compare(_ world: World) -> Step {
        guard let theirs = current(world) else { return .refused(.noSuchRecord) }
        let rows = conflicts(with: theirs, world)
        if rows.isEmpty {
            take(theirs, keepingMine: [], world)
            return saveRecord(world)
        }
        return .push(
            ConflictScreen(
                question: Self.conflictQuestion, noun: Edited.noun,
                version: theirs.stamp.rowVersion, rows: rows))
    }

    private func current(_ world: World) -> Edited? {
        let page = world.attempt { () throws(StoreError) in
            try world.store.residentPage(personId, by: world.signature)
        }
        guard case .success(let page) = page else { return nil }
        return Self.find(record.id, in: page)
    }

    private func conflicts(with theirs: Edited, _ world: World) -> [ConflictRow] {
        form.rows.compactMap { row in
            guard let field = Edited.field(String(row.id.dropFirst("record.".count))) else {
                return nil
            }
            let value = field.get(theirs)
            guard value != row.value else { return nil }
            return ConflictRow(
                field: field.name, label: row.label,
                mine: FieldText.shown(row.value, row.kind, world.language),
                theirs: FieldText.shown(value, row.kind, world.language),
                keepsMine: row.value != row.stored)
        }
    }

    /// Takes the other's record as the one that was read, with what stays of mine on top.
    private mutating func take(_ theirs: Edited, keepingMine mine: Set<String>, _ world: World) {
        for row in form.rows {
            let name = String(row.id.dropFirst("record.".count))
            guard let field = Edited.field(name) else { continue }
            let kept = row.value
            form.preset(row.id, field.get(theirs), world.language)
            if mine.contains(name) { form.set(row.id, kept, world.language) }
        }
        record = theirs
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .text(Self.conflictQuestion, let text):
            guard let theirs = current(world), let choice = ConflictChoice(text) else {
                return .refused(.noSuchRecord)
            }
            // Saved once more while the two values were looked at: mine must not go over a value
            // that nobody here has seen.
            if choice.version != theirs.stamp.rowVersion { return compare(world) }
            take(theirs, keepingMine: choice.mine, world)
            return saveRecord(world)
        default: return receiveInForm(answer, world)
        }
    }
}

/// Which version of the other's record was looked at, and the fields of which mine is kept.
struct ConflictChoice: Equatable {
    let version: Int
    let mine: Set<String>

    init(version: Int, mine: Set<String>) {
        self.version = version
        self.mine = mine
    }

    /// Reads what `text` wrote; `nil` when it is none.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let version = Int(parts[0]) else { return nil }
        self.init(version: version, mine: Set(parts[1].split(separator: ",").map(String.init)))
    }

    /// As an answer: `7:alias,skills`.
    var text: String { "\(version):" + mine.sorted().joined(separator: ",") }
}

/// Somebody else saved the record meanwhile: both values, field by field; keep mine or take theirs.
struct ConflictScreen: Screen {
    let question: String
    let noun: Phrase
    /// The version of the other's record that is shown.
    let version: Int
    var list = ListView<ConflictRow>(id: { $0.field })

    init(question: String, noun: Phrase, version: Int, rows: [ConflictRow]) {
        self.question = question
        self.noun = noun
        self.version = version
        list.show(rows)
    }

    var title: Phrase { Phrase("Changed by somebody else", "他人已修改") }
    var hint: Phrase? {
        Phrase(
            "Choose for each field; F10 saves, Esc goes back.", "逐项选择后按 F10 保存，Esc 返回。")
    }

    var isPlace: Bool { false }

    static let bindings: [Binding<ConflictScreen>] = [
        Binding(.character(" "), .enter, help: Phrase("mine or theirs", "我的或对方的")) { screen, _ in
            screen.toggle()
        },
        Binding(.character("m"), help: Phrase("all mine", "全用我的")) { screen, _ in
            screen.set(mine: true)
        },
        Binding(.character("t"), help: Phrase("all theirs", "全用对方的")) { screen, _ in
            screen.set(mine: false)
        },
        Binding(.function(10), .control("s"), help: Phrase("save", "保存")) { screen, _ in
            let mine = Set(screen.list.rows.filter(\.keepsMine).map(\.field))
            let choice = ConflictChoice(version: screen.version, mine: mine)
            return .answer(.text(question: screen.question, choice.text))
        },
    ]

    private mutating func toggle() -> Step {
        guard let selected = list.selected else { return .stay }
        list.show(
            list.rows.map { row in
                var row = row
                if row.field == selected.field { row.keepsMine.toggle() }
                return row
            })
        return .stay
    }

    private mutating func set(mine: Bool) -> Step {
        list.show(
            list.rows.map { row in
                var row = row
                row.keepsMine = mine
                return row
            })
        return .stay
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.write(
            world.text(
                noun
                    + Phrase(
                        ": somebody else saved it too. Nothing is lost.",
                        "：您输入时他人已保存。内容都还在。")), row: area.row, column: area.column + 1,
            style: .warning, width: area.width - 2)
        let foot = 3
        list.draw(
            [
                ListColumn(Phrase("Field", "项目"), width: area.width < 76 ? 18 : 26) {
                    $1.text($0.label)
                },
                ListColumn(Phrase("Yours", "您的"), width: 0) { row, _ in
                    (row.keepsMine ? "* " : "  ") + row.mine
                },
                ListColumn(Phrase("Theirs", "对方的"), width: 0) { row, _ in
                    (row.keepsMine ? "  " : "* ") + row.theirs
                },
            ],
            in: Area(
                row: area.row + 1, column: area.column, width: area.width,
                height: max(1, area.height - 1 - foot)), on: &canvas, world,
            empty: Phrase("Nothing differs.", "没有不同之处。"))
        drawFoot(in: area, on: &canvas, world)
    }

    /// The selected field's values in full.
    private func drawFoot(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard let row = list.selected else { return }
        let mine = Phrase("Yours: ", "您的：") + Phrase(verbatim: row.mine)
        let theirs = Phrase("Theirs: ", "对方的：") + Phrase(verbatim: row.theirs)
        for (offset, text) in [mine, theirs].enumerated() {
            canvas.write(
                world.text(text), row: area.row + area.height - 2 + offset,
                column: area.column + 2, style: .dim, width: area.width - 3)
        }
    }
}
