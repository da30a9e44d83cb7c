import HomesCore

/// What can be printed here: the sheets about a woman, or those of the home.
public struct SheetListScreen: Screen {
    let personId: String?
    let night: CivilDate?
    var language: SheetLanguage
    var format = SheetFormat.text
    var list: ListView<SheetKind>

    /// The sheets about a woman.
    ///
    /// - Parameter id: The one that is selected.
    public init(personId: String, selecting id: String = "intake", _ world: World) {
        self.init(personId: personId, night: nil, selecting: id, world)
    }

    /// The sheets of the home the user works in.
    ///
    /// - Parameters:
    ///   - id: The one that is selected.
    ///   - night: The night of a bed board; `nil` for tonight.
    public init(selecting id: String, night: CivilDate? = nil, _ world: World) {
        self.init(personId: nil, night: night, selecting: id, world)
    }

    private init(personId: String?, night: CivilDate?, selecting id: String, _ world: World) {
        self.personId = personId
        self.night = night
        language = SheetLanguage(world.language)
        list = ListView(
            id: { $0.id },
            searchKey: {
                SearchKey.make(names: [$0.title.chinese, $0.title.english], codes: [$0.id])
            })
        list.show(
            Sheets.about(personId == nil ? .home : .person).filter { world.may($0.action) })
        list.select(id: id)
    }

    public var title: Phrase { Phrase("Print", "打印") }
    public var takesText: Bool { list.isFiltering }

    public static let bindings: [Binding<SheetListScreen>] = [
        Binding(.enter, help: Phrase("look at it", "预览")) { screen, _ in
            guard let kind = screen.list.selected else { return .stay }
            return .push(
                SheetScreen(screen.request(kind), format: screen.format.allowed(for: kind)))
        },
        Binding(.tab, help: Phrase("language", "语言")) { screen, _ in
            screen.language = screen.language.next
            return .stay
        },
        Binding(.character("t"), help: Phrase("file format", "文件格式")) { screen, _ in
            screen.format = screen.format.next(for: screen.list.selected)
            return .stay
        },
        Binding(
            .character("f"), help: Phrase("papers printed", "已打印的表单"),
            off: { _, world in world.may(.lookUpPaper) ? nil : Refusal.roleMayNot.label },
            run: { _, _ in .push(PaperListScreen()) }),
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选"), footer: false) {
            screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    private func request(_ kind: SheetKind) -> SheetRequest {
        SheetRequest(kind.id, about: personId, night: night, in: language)
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.write(
            world.text(SheetScreen.setting(language, format.allowed(for: list.selected))),
            row: area.row,
            column: area.column + 2, style: .strong, width: area.width - 3)
        list.draw(
            [
                ListColumn(Phrase("Sheet", "表单"), width: 0) { kind, world in
                    world.text(kind.title)
                },
                ListColumn(Phrase("Persons", "需几人"), width: 8, right: true) { kind, _ in
                    kind.needsSecond ? "2" : "1"
                },
                ListColumn(Phrase("Days valid", "有效天数"), width: 11, right: true) { kind, _ in
                    String(kind.daysValid)
                },
            ], in: area.dropping(rows: 1), on: &canvas, world,
            empty: Phrase("Your role prints nothing here.", "您的角色在此处无可打印的表单。"))
    }
}

/// How a sheet is written to a file.
public enum SheetFormat: String, CaseIterable, Sendable {
    /// For a printer that prints text as it is.
    case text = "txt"
    /// For a browser, which prints it or makes a PDF of it.
    case html
    /// For a spreadsheet or another program; only her own copy.
    case csv

    var label: Phrase {
        switch self {
        case .text: Phrase("text", "文本")
        case .html: Phrase(verbatim: "HTML")
        case .csv: Phrase(verbatim: "CSV")
        }
    }

    /// The formats in which a sheet is written.
    private static func formats(of kind: SheetKind?) -> [SheetFormat] {
        kind?.isPortable == true ? allCases : [.text, .html]
    }

    /// The next one that a sheet is written in.
    func next(for kind: SheetKind?) -> SheetFormat {
        let all = SheetFormat.formats(of: kind)
        return all[((all.firstIndex(of: self) ?? -1) + 1) % all.count]
    }

    /// The format, or text where a sheet is not written in it.
    func allowed(for kind: SheetKind?) -> SheetFormat {
        SheetFormat.formats(of: kind).contains(self) ? self : .text
    }

    /// A printed sheet as the file's text.
    func text(of sheet: PrintedSheet) -> String {
        switch self {
        case .text: sheet.text
        case .html: sheet.html
        case .csv: sheet.csv
        }
    }
}
