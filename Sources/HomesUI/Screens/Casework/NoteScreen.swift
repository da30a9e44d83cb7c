import HomesCore

/// A signed note in full, and under it what was appended.
public struct NoteScreen: PageScreen {
    let personId: String
    let noteId: String
    var page: ResidentPage?
    var text = PageView()
    var fault: Phrase?

    /// A note of a resident.
    public init(personId: String, noteId: String) {
        self.personId = personId
        self.noteId = noteId
    }

    public var title: Phrase {
        Phrase("Note ", "记录 ") + Phrase(verbatim: line?.note.date.iso ?? "")
    }
    public var hint: Phrase? { fault }

    private var line: NoteLine? { page?.notes.first { $0.note.id == noteId } }

    public static let bindings: [Binding<NoteScreen>] = [
        Binding(
            .character("a"), .enter, help: Phrase("amend", "补充"),
            off: { screen, _ in screen.whyReadOnly },
            run: { screen, world in
                guard let page = screen.page, let line = screen.line else { return .stay }
                // An amendment that was begun and kept is gone on with.
                let draft = line.amendments.first { !$0.isSigned }
                return .push(NoteFormScreen(draft, amending: line.note, page, world))
            })
    ]

    mutating func show(_ page: ResidentPage, _ world: World) {
        fault = line == nil ? StoreError.noSuchRecord.phrase : nil
        text.lines = line.map { NoteRows.lines($0, page, world) } ?? []
    }

    mutating func showNothing() { text.lines = [] }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        text.take(key, world) ?? .ignored
    }

    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World) {
        text.draw(in: area, on: &canvas, world)
    }
}

/// What notes read like, on their own screen and on the resident's page.
enum NoteRows {
    /// `2007-06-15 · Home visit · Lin Fang · signed 2007-06-15`.
    static func head(_ note: Note, _ page: ResidentPage, _ world: World) -> Phrase {
        let who = page.staff[note.stamp.createdBy] ?? ""
        let state =
            note.signedAt.map { at in
                Phrase("signed ", "签署于")
                    + Phrase(verbatim: at.localDate(offsetMinutes: world.offsetMinutes).iso)
            } ?? Phrase("DRAFT, seen by you only", "草稿，仅本人可见")
        return Phrase.joined(
            [note.date.phrase, note.kind.label, Phrase(verbatim: who), state],
            separator: " · ")
    }

    /// The note and its amendments as a page to read.
    static func lines(_ line: NoteLine, _ page: ResidentPage, _ world: World) -> [PageLine] {
        var lines: [PageLine] = [
            .heading(head(line.note, page, world)), .text(Phrase(verbatim: line.note.text)),
        ]
        for amendment in line.amendments {
            lines += [
                .blank,
                .heading(Phrase("Amended: ", "补充：") + head(amendment, page, world)),
                .text(Phrase(verbatim: amendment.text)),
            ]
        }
        return lines
    }
}

extension ResidentRows {
    /// The notes, the latest first, each with what amends it.
    var notes: [Row] {
        if page.notes.isEmpty {
            return [nothing(Phrase("Nothing is noted yet: N writes a note.", "尚无记录：按 N 撰写。"))]
        }
        return page.notes.flatMap { line -> [Row] in
            let target = RecordReference(table: Note.table, id: line.note.id)
            var rows: [Row] = [
                .heading(NoteRows.head(line.note, page, world)),
                .line(
                    line.note.id, Phrase(verbatim: line.note.text),
                    line.note.isSigned ? .plain : .warning, target: target),
            ]
            for amendment in line.amendments {
                rows.append(
                    .line(
                        amendment.id,
                        Phrase("Amended: ", "补充：") + NoteRows.head(amendment, page, world)
                            + Phrase(verbatim: "\n" + amendment.text),
                        amendment.isSigned ? .plain : .warning,
                        target: amendment.isSigned
                            ? target : RecordReference(table: Note.table, id: amendment.id)))
            }
            return rows
        }
    }
}
