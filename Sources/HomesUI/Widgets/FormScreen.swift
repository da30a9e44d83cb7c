import HomesCore

/// A screen that is a form: typing, moving, F-keys, lookups, drafts and saving work alike in all.
public protocol FormScreen: Screen {
    /// The form.
    var form: Form { get set }
    /// The form's name in drafts: `intake`.
    static var formName: String { get }
    /// Whether what was typed is a draft again when the save is undone at once: where much is typed
    /// for a new record.
    static var comesBackWhenUndone: Bool { get }
    /// The record being changed; empty for a new one.
    var recordId: String { get }
    /// The code of whom or what it is about, for the list of drafts; never a name or a word.
    var draftTitle: String { get }
    /// What follows from a field that was just left: suggestions, fields no longer needed.
    mutating func fieldLeft(_ id: String, _ world: World)
    /// Opens the list, the calendar or the board of the focused field.
    func openLookup(_ world: World) -> Step
    /// Checks what spans fields and saves. All fields have been checked and are right.
    mutating func save(_ world: World) -> Step
}

extension FormScreen {
    public var takesText: Bool { true }
    public var isPlace: Bool { false }
    public var hint: Phrase? { form.hint }
    public var recordId: String { "" }
    public static var comesBackWhenUndone: Bool { false }
    public mutating func fieldLeft(_ id: String, _ world: World) {}

    public var draftKey: DraftKey? { DraftKey(form: Self.formName, recordId: recordId) }

    public mutating func type(_ key: Key, _ world: World) -> Step { typeInForm(key, world) }

    /// The form's part of typing, for screens that add to it.
    public mutating func typeInForm(_ key: Key, _ world: World) -> Step {
        if key == .character("?"), form.focused?.text.isEmpty == true {
            return openLookup(world)
        }
        form.areaWidth = world.body.width
        let old = form.focus
        switch form.take(key, world.fieldContext) {
        case .ignored: return .ignored
        case .edited: return .stay
        case .left(let id):
            leave(id, from: old, by: key.fieldStep, world)
            return .stay
        }
    }

    /// What follows from a field that was left; the focus goes on to a field that is needed only
    /// since, and past one that is not needed any more.
    private mutating func leave(_ id: String, from old: Int, by step: Int?, _ world: World) {
        let reached = form.focus
        fieldLeft(id, world)
        if let step, form.focus == reached { form.goOn(from: old, by: step) }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        receiveInForm(answer, world)
    }

    /// The form's part of an answer: a choice or a date for a field, and that what was typed goes.
    public mutating func receiveInForm(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .confirmed(Self.discardQuestion): return discard(world)
        case .chosen(let id, let code): form.set(id, .text(code), world.language)
        case .date(let id, let date): form.set(id, .text(date.iso), world.language)
        default: return .stay
        }
        let old = form.focus
        if case .left(let id) = form.advance(world.fieldContext) {
            leave(id, from: old, by: 1, world)
        }
        return .stay
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        form.draw(in: area, on: &canvas, world)
    }

    public func unsaved(_ world: World) -> Draft? {
        let texts = form.unsavedTexts
        guard !texts.isEmpty else { return nil }
        return Draft(
            form: Self.formName, recordId: recordId, title: draftTitle, focus: form.focused?.id,
            fields: texts)
    }

    public mutating func resume(_ draft: Draft, _ world: World) {
        form.resume(draft, world.fieldContext)
        for row in form.rows where row.isChanged { fieldLeft(row.id, world) }
    }

    public func openLookup(_ world: World) -> Step { openFieldLookup(world) }

    /// The list or the calendar of the focused field.
    func openFieldLookup(_ world: World) -> Step {
        guard let row = form.focused else { return .stay }
        switch row.kind {
        case .date, .approximateDate:
            let date = FieldText.read(row.text, .date, world.fieldContext)
            var start = world.today
            if case .success(.text(let text)) = date, let typed = CivilDate(iso: text) {
                start = typed
            }
            return .push(CalendarScreen(question: row.id, title: row.label, date: start))
        case .county:
            return .push(CountyLookupScreen(question: row.id, typed: row.text))
        default:
            guard let choices = FieldText.choices(of: row.kind) else {
                return .say(.plain(row.help ?? Phrase("Any text.", "可填任意文字。")))
            }
            return .push(
                LookupScreen(
                    question: row.id, title: row.label, choices: choices, typed: row.text))
        }
    }

    /// Checks everything, then saves, or says what is wrong and goes there.
    mutating func checkAndSave(_ world: World) -> Step {
        guard !form.rows.isEmpty else { return .pop }
        if let focused = form.focused {
            form.check(form.focus, world.fieldContext); fieldLeft(focused.id, world)
        }
        let faults = form.checkAll(world.fieldContext)
        guard faults.isEmpty else {
            let count = Phrase("\(faults.count) to correct. ", "有\(faults.count)处需更正。")
            return .say(.warning(count + faults[0]))
        }
        return save(world)
    }

    /// The keys of every form; a screen adds its own.
    public static var formBindings: [Binding<Self>] {
        [
            Binding(.function(10), .control("s"), help: Phrase("save", "保存")) { screen, world in
                screen.checkAndSave(world)
            },
            Binding(.function(2), help: Phrase("list", "列表")) { screen, world in
                screen.openLookup(world)
            },
            Binding(.function(6), help: Phrase("unknown", "不详")) { screen, _ in
                screen.form.cycleGap()
                    ? .stay
                    : .say(.warning(Phrase("This field has no “unknown”.", "此项不能填不详。")))
            },
            Binding(.function(4), help: Phrase("same as last", "同上条"), footer: false) {
                screen, world in
                screen.form.repeatPrevious(world.language)
                    ? .stay
                    : .say(.warning(Phrase("No record was saved before.", "之前没有保存过记录。")))
            },
            Binding(.function(8), help: Phrase("undo in field", "撤销输入"), footer: false) {
                screen, world in
                screen.form.undoInField(world.language)
                return .stay
            },
            Binding(.control("x"), help: Phrase("discard", "放弃"), footer: false) { screen, world in
                guard screen.unsaved(world) != nil else {
                    return .say(.plain(Phrase("Nothing to discard.", "没有可放弃的内容。")))
                }
                return .push(
                    ConfirmScreen(
                        question: discardQuestion,
                        title: Phrase("Discard what was typed", "放弃已输入内容"),
                        lines: [
                            Phrase("The draft is deleted; saved records stay.", "草稿将删除；已保存的记录不变。")
                        ],
                        word: Phrase("discard", "放弃")))
            },
        ]
    }

    /// What `^X` asks.
    static var discardQuestion: String { "discard" }

    /// Deletes the draft and closes the form, after `discardQuestion` was answered. Nobody is kept in
    /// a form by a file that cannot be written: then an older draft stays in it.
    mutating func discard(_ world: World) -> Step {
        let id = recordId
        let gone = world.attempt { () throws(StoreError) in
            try world.store.discardDraft(
                userId: world.signature.userId, form: Self.formName, recordId: id)
        }
        form = Form()
        if case .failure = gone {
            return .popSaying(
                .warning(
                    Phrase(
                        "Discarded here. A draft that was kept earlier is still in the file.",
                        "已在此放弃。先前保存的草稿仍在文件中。")))
        }
        return .popSaying(.done(Phrase("Discarded.", "已放弃。")))
    }

    /// Deletes the draft after a save; a failure only leaves a draft too many.
    func forgetDraft(_ world: World) {
        let id = recordId
        _ = world.attempt { () throws(StoreError) in
            try world.store.discardDraft(
                userId: world.signature.userId, form: Self.formName, recordId: id)
        }
    }
}

extension World {
    /// What reading a field's text needs to know.
    public var fieldContext: FieldText.Context {
        FieldText.Context(today: today, dateOrder: dateOrder, language: language)
    }
}

extension Key {
    /// To which neighbouring field the key goes; `nil` for keys that go elsewhere.
    fileprivate var fieldStep: Int? {
        switch self {
        case .enter, .tab, .down: 1
        case .backTab, .up: -1
        default: nil
        }
    }
}
