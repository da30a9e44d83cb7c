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
            off: { screen, world in
                if screen.readers == nil { return StoreError.noSuchRecord.phrase }
                return world.writeFile == nil
                    ? Phrase("Files cannot be written from here.", "此处不能保存文件。") : nil
            },
            run: { _, _ in
                .push(
                    LookupScreen(
                        question: languageQuestion,
                        title: Phrase("Which language does she read?", "她看哪种文字？"),
                        choices: Language.allCases.map {
                            Choice(code: $0.rawValue, label: $0.name)
                        }))
            })
    ]

    private static let languageQuestion = "readersLanguage"

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

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .chosen(Self.languageQuestion, let code) = answer,
            let language = Language(rawValue: code), let write = world.writeFile
        else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.readers(of: personId, isPrinted: true, by: world.signature)
        }) {
        case .success(let readers):
            return write(
                "seen-\(readers.personCode)-\(world.today.iso).txt", readers.text(language)
            )
            .step
        case .failure(let error): return .refused(error)
        }
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

extension Language {
    /// Its name in itself, so that she can point at it.
    var name: Phrase {
        switch self {
        case .english: Phrase("English", "English")
        case .chinese: Phrase("中文", "中文")
        }
    }
}
