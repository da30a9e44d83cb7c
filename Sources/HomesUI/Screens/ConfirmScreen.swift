import HomesCore

/// Asks before what is hard to undo: shows before and after, and wants a code typed. The default
/// is no: Enter on an empty line goes back.
public struct ConfirmScreen: Screen {
    let question: String
    public let title: Phrase
    let lines: [Phrase]
    /// What has to be typed, in either language.
    let word: Phrase
    var typed = ""

    /// A question; `word` is the code to type (a bed, a resident's code, `discard`).
    public init(question: String, title: Phrase, lines: [Phrase], word: Phrase) {
        self.question = question
        self.title = title
        self.lines = lines
        self.word = word
    }

    public var takesText: Bool { true }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<ConfirmScreen>] = [
        Binding(.enter, help: Phrase("do it", "执行")) { screen, _ in
            if screen.typed.isEmpty {
                return .popSaying(.plain(Phrase("Nothing was done.", "未作改动。")))
            }
            let typed = SearchFold.fold(screen.typed)
            guard Language.allCases.contains(where: { typed == SearchFold.fold(screen.word($0)) })
            else {
                return .say(
                    .warning(
                        Phrase("That is not ", "输入的不是 ") + screen.word
                            + Phrase(". Type it, or Esc to go back.", "。请重新输入，或按 Esc 返回。")))
            }
            return .answer(.confirmed(question: screen.question))
        }
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch key {
        case .character(let character): typed.append(character)
        case .backspace: typed = String(typed.dropLast())
        case .paste(let text): typed += text.filter { $0 != "\n" }
        default: return .ignored
        }
        return .stay
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.write(world.text(title), row: area.row + 1, column: area.column + 2, style: .heading)
        var row = area.row + 3
        for line in lines {
            for part in TextLines.wrap(world.text(line), width: area.width - 4) {
                canvas.write(part, row: row, column: area.column + 2)
                row += 1
            }
        }
        let ask =
            Phrase("Type ", "输入 ") + word
            + Phrase(" and Enter to do it; Esc goes back:", " 并回车以执行；Esc 返回：")
        for part in TextLines.wrap(world.text(ask), width: area.width - 4) {
            row += 1
            canvas.write(part, row: row, column: area.column + 2, style: .strong)
        }
        // A line of its own, so that a long code is never cut beside the question.
        canvas.writeTyped(typed, row: row + 1, column: area.column + 2, width: area.width - 4)
    }
}

/// Asks for a line of text or a date: `g` for a night, a reason.
public struct PromptScreen: Screen {
    let question: String
    public let title: Phrase
    let kind: FieldKind
    var form: Form

    /// A question with the kind of answer it wants.
    public init(question: String, title: Phrase, ask: Phrase, kind: FieldKind, _ language: Language)
    {
        self.question = question
        self.title = title
        self.kind = kind
        form = Form()
        form.add(question, ask, kind, section: title, required: true, language)
    }

    public var takesText: Bool { true }
    public var hint: Phrase? { form.hint }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<PromptScreen>] = [
        Binding(.enter, .function(10), .control("s"), help: Phrase("go on", "继续")) {
            screen, world in
            guard screen.form.checkAll(world.fieldContext).isEmpty,
                let text = screen.form.textValue(screen.question)
            else { return .stay }
            if case .date = screen.kind, let date = CivilDate(iso: text) {
                return .answer(.date(question: screen.question, date))
            }
            return .answer(.text(question: screen.question, text))
        }
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        if case .ignored = form.take(key, world.fieldContext) { return .ignored }
        return .stay
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        form.draw(in: area, on: &canvas, world)
    }
}
