import HomesCore

/// Who read a woman's file, for showing to her: plain words, nobody else in it. `w` makes a paper
/// of it in the language she reads.
public struct ReadersScreen: Screen {
    let personId: String
    var readers: FileReaders?
    var page = PageView()
    var fault: Phrase?

    /// The readers of a woman's file.
    public init(personId: String) { self.personId = personId }

    public var title: Phrase { Phrase("Who read it", "查阅记录") }

    public static let bindings: [Binding<ReadersScreen>] = [
        Binding(
            .character("w"), help: Phrase("print for her", "为她打印"),
            off: { screen, _ in
                screen.readers == nil ? StoreError.noSuchRecord.phrase : nil
            },
            run: { screen, world in
                .push(
                    SheetScreen(
                        SheetRequest(
                            "readers", about: screen.personId,
                            in: SheetLanguage(world.language))))
            })
    ]

    public mutating func refresh(_ world: World) {
        switch world.attempt({ () throws(StoreError) in
            try world.store.readers(of: personId, by: world.signature)
        }) {
        case .success(let readers):
            self.readers = readers
            fault = nil
            page.lines = ReadersScreen.lines(readers)
        case .failure(let error):
            readers = nil
            page.lines = []
            fault = error.phrase
        }
    }

    private static func lines(_ readers: FileReaders) -> [PageLine] {
        var lines: [PageLine] = [
            .heading(FileReaders.title + Phrase(verbatim: "  " + readers.personCode)),
            .text(FileReaders.explanation, .dim),
        ]
        if readers.runs.isEmpty { lines.append(.text(FileReaders.nobody)) }
        for run in readers.runs {
            var who = Phrase(verbatim: run.who + ", ") + run.role
            if let home = run.home { who = who + Phrase(verbatim: ", ") + home }
            lines.append(
                .fact(Phrase(verbatim: run.date.iso + " " + readers.times(run)), who, .strong))
            lines.append(.text(Phrase(verbatim: "    ") + run.whatPhrase))
        }
        return lines
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        if let fault {
            canvas.cursor = Position(row: area.row, column: area.column + 1)
            canvas.write(
                world.text(fault), row: area.row, column: area.column + 1, width: area.width - 2)
            return
        }
        page.draw(in: area, on: &canvas, world)
    }
}
