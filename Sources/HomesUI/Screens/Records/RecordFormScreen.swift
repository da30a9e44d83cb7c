import HomesCore

/// The form of one record, from its field table: her details, a contact, a case, a consent.
public struct RecordFormScreen<R: Record>: FormScreen {
    public var form: Form
    public let title: Phrase
    public let draftTitle: String
    /// The record as it was read.
    var record: R
    private let draftKey: String
    private let read: @Sendable (World) throws(StoreError) -> R?
    private let write: @Sendable (World, R) throws(StoreError) -> R

    /// A form.
    ///
    /// - Parameters:
    ///   - code: The code that names it in the list of drafts; never a name.
    ///   - key: What a draft belongs to: the record's id, or what it will belong to.
    ///   - fields: The fields' names by section, in order.
    ///   - read: Reads the record as it is now, after somebody else changed it.
    ///   - write: Saves.
    public init(
        _ record: R, code: String, key: String, fields: [(section: Phrase, names: [String])],
        _ language: Language, read: @escaping @Sendable (World) throws(StoreError) -> R?,
        write: @escaping @Sendable (World, R) throws(StoreError) -> R
    ) {
        self.record = record
        self.title = R.noun
        self.draftTitle = R.noun(language) + " " + code
        self.draftKey = key
        self.read = read
        self.write = write
        form = Form()
        for part in fields {
            form.add(record, as: R.table, section: part.section, part.names, language)
        }
    }

    public static var formName: String { R.table }
    public var recordId: String { draftKey }
    public static var bindings: [Binding<RecordFormScreen<R>>] { formBindings }

    public mutating func save(_ world: World) -> Step {
        form.fill(&record, from: R.table)
        let (write, record) = (self.write, self.record)
        switch world.attempt({ () throws(StoreError) in try write(world, record) }) {
        case .success(let saved):
            forgetDraft(world)
            form = Form()
            return .answerSaying(
                .saved(table: R.table, id: saved.id),
                .done(Phrase("Saved. F8 undoes.", "已保存。按 F8 撤销。")))
        case .failure(.changedMeanwhile): return conflict(world)
        case .failure(let error): return .refused(error)
        }
    }

    /// Somebody saved the record meanwhile: both values, field by field.
    private func conflict(_ world: World) -> Step {
        let read = self.read
        guard
            case .success(let current?) = world.attempt({ () throws(StoreError) in try read(world) }
            )
        else { return .refused(.changedMeanwhile(table: R.table, id: record.id)) }
        return .push(ConflictScreen(mine: record, theirs: current))
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .confirmed("discard"): return discard(world)
        case .chosen(ConflictQuestion.name, let codes): return resolve(codes, world)
        default: return receiveInForm(answer, world)
        }
    }

    /// Takes over the fields chosen from the other's version and saves again on top of it.
    private mutating func resolve(_ codes: String, _ world: World) -> Step {
        let read = self.read
        guard
            case .success(var merged?) = world.attempt({ () throws(StoreError) in try read(world) })
        else { return .refused(.noSuchRecord) }
        let mine = Set(codes.split(separator: ",").map(String.init))
        for field in R.fields where mine.contains(field.name) {
            _ = field.set(&merged, field.get(record))
        }
        record = merged
        for field in R.fields {
            form.set(R.table + "." + field.name, field.get(merged), world.language)
        }
        return save(world)
    }
}

/// The question of a conflict, answered with the names of the fields to keep.
enum ConflictQuestion {
    static let name = "conflict"
}

/// Two people changed one record: both values of each field; keep mine or take theirs.
public struct ConflictScreen: Screen {
    /// A field with two values.
    struct Line: Sendable {
        let name: String
        let label: Phrase
        let mine: Phrase
        let theirs: Phrase
        var keepsMine: Bool
    }

    var list = ListView<Line>(id: { $0.name })
    var lines: [Line]

    /// The fields in which two versions of a record differ.
    public init<R: Record>(mine: R, theirs: R) {
        lines = R.fields.compactMap { field in
            let (own, other) = (field.get(mine), field.get(theirs))
            guard own != other, field.kind.isTyped else { return nil }
            func shown(_ value: StoredValue) -> Phrase {
                Phrase(
                    FieldText.shown(value, field.kind, .english),
                    FieldText.shown(value, field.kind, .chinese))
            }
            return Line(
                name: field.name, label: field.label, mine: shown(own), theirs: shown(other),
                keepsMine: true)
        }
        list.show(lines)
    }

    public var title: Phrase { Phrase("Changed by two", "两人同时修改") }
    public var hint: Phrase? {
        Phrase(
            "Somebody saved this record meanwhile. Choose a value for each field, then F10.",
            "此记录刚被他人保存。请逐项选择保留哪个值，然后按 F10。")
    }

    public static let bindings: [Binding<ConflictScreen>] = [
        Binding(.function(10), .control("s"), help: Phrase("save the choice", "按选择保存")) {
            screen, _ in
            let mine = screen.lines.filter(\.keepsMine).map(\.name).joined(separator: ",")
            return .answer(.chosen(question: ConflictQuestion.name, code: mine))
        },
        Binding(.character("m"), help: Phrase("keep mine", "保留我的")) { screen, _ in
            screen.choose(mine: true)
        },
        Binding(.character("t"), help: Phrase("take theirs", "采用对方的")) { screen, _ in
            screen.choose(mine: false)
        },
    ]

    private mutating func choose(mine: Bool) -> Step {
        guard let line = list.selected,
            let index = lines.firstIndex(where: { $0.name == line.name })
        else { return .stay }
        lines[index].keepsMine = mine
        list.show(lines)
        return .stay
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Field", "字段"), width: 20) { line, world in
                    world.text(line.label)
                },
                ListColumn(Phrase("Mine", "我的"), width: 0) { line, world in
                    (line.keepsMine ? "* " : "  ") + world.text(line.mine)
                },
                ListColumn(Phrase("Theirs", "对方的"), width: 0) { line, world in
                    (line.keepsMine ? "  " : "* ") + world.text(line.theirs)
                },
            ], in: area, on: &canvas, world,
            empty: Phrase("Only kept values differ; F10 saves yours.", "仅程序字段不同；按 F10 保存您的。"))
    }
}
