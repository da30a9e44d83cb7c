import HomesCore

/// A list to choose one of, filtered by typing.
public struct LookupScreen: Screen {
    let question: String
    public let title: Phrase
    var list: ListView<Choice>

    /// A list for a field or a question; `typed` selects where it stands.
    public init(question: String, title: Phrase, choices: [Choice], typed: String = "") {
        self.question = question
        self.title = title
        list = ListView(
            id: { $0.code },
            searchKey: {
                SearchKey.make(names: [$0.label.chinese, $0.label.english], codes: [$0.code])
            })
        list.show(choices)
        if !typed.isEmpty, let first = FieldText.matching(typed, choices).first {
            list.select(id: first.code)
        }
    }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<LookupScreen>] = [
        Binding(.enter, help: Phrase("choose", "选择")) { screen, _ in
            guard let choice = screen.list.selected else { return .stay }
            return .answer(.chosen(question: screen.question, code: choice.code))
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public var takesText: Bool { true }

    public var hint: Phrase? {
        Phrase("Type to filter; Enter or the number chooses.", "输入文字筛选；回车或序号选择。")
    }

    /// Letters filter at once; a number chooses while nothing is filtered.
    public mutating func type(_ key: Key, _ world: World) -> Step {
        if case .character(let character) = key, !list.isFiltering {
            if let number = character.wholeNumberValue {
                guard list.rows.indices.contains(number - 1) else { return .stay }
                return .answer(.chosen(question: question, code: list.rows[number - 1].code))
            }
            guard character.isLetter else { return .ignored }
            _ = list.take(.function(3), world)
        }
        return list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let places = Dictionary(
            list.rows.enumerated().map { ($1.code, $0 + 1) },
            uniquingKeysWith: { first, _ in first })
        list.draw(
            [
                ListColumn(Phrase("No.", "序号"), width: 4, right: true) { row, _ in
                    places[row.code].map(String.init) ?? ""
                },
                ListColumn(title, width: 0) { row, world in world.text(row.label) },
            ], in: area, on: &canvas, world, empty: Phrase("The list is empty.", "列表为空。"))
    }
}

/// Counties by name, pinyin or code.
public struct CountyLookupScreen: Screen {
    let question: String
    var typed: String
    var list = ListView<Region>(id: { $0.code })

    /// A list of counties for a field.
    public init(question: String, typed: String) {
        self.question = question
        self.typed = typed
        search()
    }

    public var title: Phrase { Phrase("County", "县（区）") }
    public var takesText: Bool { true }

    private mutating func search() {
        list.show(typed.isEmpty ? [] : Regions.counties(matching: typed, limit: 60))
    }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<CountyLookupScreen>] = [
        Binding(.enter, help: Phrase("choose", "选择")) { screen, _ in
            guard let region = screen.list.selected else { return .stay }
            return .answer(.chosen(question: screen.question, code: region.code))
        }
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch key {
        case .character(let character): typed.append(character)
        case .paste(let text): typed += text.filter { $0 != "\n" }
        case .backspace: typed = String(typed.dropLast())
        default: return list.take(key, world) ?? .ignored
        }
        search()
        return .stay
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let label = world.text(Phrase("Name, pinyin or code: ", "名称、拼音或代码："))
        var column = area.column + 2
        column += canvas.write(label, row: area.row, column: column, style: .strong)
        list.draw(
            [
                ListColumn(Phrase("Code", "代码"), width: 7) { region, _ in region.code },
                ListColumn(Phrase("County", "县（区）"), width: 0) { region, world in
                    world.text(Regions.path(region.code) ?? region.name)
                },
            ], in: area.dropping(rows: 1), on: &canvas, world,
            empty: Phrase("Type the name or its pinyin.", "请输入名称或拼音。"), focused: false)
        canvas.writeTyped(
            typed, row: area.row, column: column, width: area.column + area.width - column)
    }
}
