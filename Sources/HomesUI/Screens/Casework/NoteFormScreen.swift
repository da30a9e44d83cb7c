import HomesCore

/// Writes a note about a resident: kind, day, and a text of as many lines as it takes. F10 keeps it
/// as a draft that only its author sees; F5 signs it, which asks first, because a signed note is
/// never changed.
public struct NoteFormScreen: FormScreen {
    public var form = Form()
    private let record: Note
    private let amended: Note?
    private let personId: String
    private let personCode: String

    public static let formName = "note"
    /// Whose note; then which draft, or which signed note it amends.
    public var recordId: String {
        if record.id.isEmpty, let amended { return personId + "/" + Self.amends + amended.id }
        return personId + "/" + record.id
    }
    public var draftTitle: String { personCode }
    public var title: Phrase {
        amended == nil ? Phrase("Note", "记录") : Phrase("Amend a note", "补充记录")
    }

    /// What stands before the id of the note that a new one amends.
    static let amends = "amends:"
    private static let signQuestion = "sign"

    /// A new note, or a draft of the user's own.
    ///
    /// - Parameter amending: The signed note that a new one amends.
    public init(
        _ note: Note?, amending amended: Note? = nil, _ page: ResidentPage, _ world: World
    ) {
        personId = page.person.id
        personCode = page.person.personCode
        self.amended = amended
        var record = note ?? Note()
        if note == nil {
            record.personId = personId
            record.date = world.today
            record.kind = amended?.kind ?? .contact
            record.amendsId = amended?.id
        }
        self.record = record
        let about = amended.map {
            Phrase("Amends the note of ", "补充以下记录：") + $0.date.phrase + Phrase(verbatim: " ")
                + $0.kind.label
        }
        form.add(
            record, as: "note", section: about ?? Phrase("Note", "记录"), ["kind", "date", "text"],
            world.language)
        form.stretch("note.text")
        // Kind and day are what they mostly are: whoever opens a note begins to write.
        form.focus(on: "note.text")
    }

    public var hint: Phrase? {
        guard let row = form.focused, row.isTall, row.fault == nil else { return form.hint }
        return Phrase(
            "Enter begins a new line · F10 keeps it as your draft · F5 signs it",
            "回车换行 · F10 存为本人草稿 · F5 签署")
    }

    public static let bindings: [Binding<NoteFormScreen>] =
        formBindings + [
            Binding(.function(5), help: Phrase("sign", "签署")) { screen, world in
                screen.askToSign(world)
            },
            Binding(
                .control("d"), help: Phrase("throw the draft away", "删除草稿"), footer: false,
                off: { screen, _ in
                    screen.record.id.isEmpty
                        ? Phrase("It is not kept yet: ^X discards it.", "尚未保存：按 ^X 放弃。") : nil
                },
                run: { screen, world in screen.throwAway(world) }),
        ]

    private var typed: Note {
        var note = record
        form.fill(&note, from: "note")
        return note
    }

    // MARK: Saving and signing

    public mutating func save(_ world: World) -> Step {
        let note = typed
        switch world.attempt({ () throws(StoreError) in
            try world.store.writeNote(note, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Note.table, id: saved.id),
                .done(
                    Phrase(
                        "Kept as your draft; nobody else sees it before you sign. F8 undoes.",
                        "已存为本人草稿，签署前他人不可见。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    private mutating func askToSign(_ world: World) -> Step {
        form.check(form.focus, world.fieldContext)
        let faults = form.checkAll(world.fieldContext)
        if let fault = faults.first { return .say(.warning(fault)) }
        let note = typed
        return .push(
            ConfirmScreen(
                question: Self.signQuestion, title: Phrase("Sign the note", "签署记录"),
                lines: [
                    note.date.phrase + Phrase(verbatim: " · ") + note.kind.label,
                    Phrase(verbatim: String(note.text.prefix(240)))
                        + Phrase(verbatim: note.text.count > 240 ? " …" : ""),
                    Phrase(
                        "Then everybody who may open her record reads it, and nobody changes it. "
                            + "What is to be added is a note of its own.",
                        "签署后，凡可查看她档案的人都能看到，且不可更改；如需补充，须另写一条。"),
                ], word: Phrase(verbatim: personCode)))
    }

    private mutating func sign(_ world: World) -> Step {
        let note = typed
        switch world.attempt({ () throws(StoreError) in
            try world.store.signNote(note, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Note.table, id: saved.id),
                .done(Phrase("Signed. It stays as it is.", "已签署，不可更改。")))
        case .failure(let error): return refuse(error, world)
        }
    }

    private mutating func throwAway(_ world: World) -> Step {
        let id = record.id
        switch world.attempt({ () throws(StoreError) in
            try world.store.discardNote(id, by: world.signature)
        }) {
        case .success:
            forgetDraft(world)
            form = Form()
            return .popSaying(.done(Phrase("The draft is void. F8 undoes.", "草稿已作废。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .confirmed(Self.signQuestion): return sign(world)
        default: return receiveInForm(answer, world)
        }
    }
}
