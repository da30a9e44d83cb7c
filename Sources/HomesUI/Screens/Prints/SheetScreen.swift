import HomesCore

/// A sheet to look at before it is printed. F10 registers it, gives it its serial and writes it to
/// a file; printing that file is the user's own act, outside the program.
public struct SheetScreen: Screen {
    var request: SheetRequest
    var format: SheetFormat
    var sheet: Sheet?
    var page = PageView()
    var fault: Phrase?

    /// A sheet.
    public init(_ request: SheetRequest, format: SheetFormat = .text) {
        self.request = request
        self.format = format
    }

    public var title: Phrase { Sheets.title(of: request.sheet) }
    private var kind: SheetKind? { Sheets.kind(request.sheet) }
    private static let question = "secondForPrint"

    public static let bindings: [Binding<SheetScreen>] = [
        Binding(
            .function(10), .control("s"), help: Phrase("print to a file", "打印到文件"),
            off: { screen, world in
                if screen.sheet == nil { return screen.fault ?? StoreError.noSuchRecord.phrase }
                return world.writeFile == nil
                    ? Phrase("Files cannot be written from here.", "此处不能保存文件。") : nil
            },
            run: { screen, world in
                guard screen.kind?.needsSecond == true else { return screen.write(nil, world) }
                return .push(PasswordScreen.second(question, secondReason, world))
            }),
        Binding(.tab, help: Phrase("language", "语言")) { screen, _ in
            screen.request.language = screen.request.language.next
            return .stay
        },
        Binding(.character("t"), help: Phrase("file format", "文件格式")) { screen, _ in
            screen.format = screen.format.next(for: screen.kind)
            return .stay
        },
    ]

    private static let secondReason = Phrase(
        "All of her file on one paper: a second person confirms that it is she who asks for it.",
        "这是她的全部档案：须由第二人确认确系本人要求。")

    // MARK: Reading

    public mutating func refresh(_ world: World) {
        switch world.attempt({ () throws(StoreError) in
            try world.store.previewSheet(request, by: world.signature)
        }) {
        case .success(let sheet):
            self.sheet = sheet
            fault = nil
        case .failure(let error):
            sheet = nil
            fault = error.phrase
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        var laid = laid(world.body.width)
        guard let step = laid.take(key, world, height: world.body.height - 1) else {
            return .ignored
        }
        page = laid
        return step
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .proved(Self.question, let proof) = answer else { return .stay }
        return write(proof, world)
    }

    private func write(_ second: PasswordProof?, _ world: World) -> Step {
        guard let write = world.writeFile else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.printSheet(request, second: second, by: world.signature)
        }) {
        case .failure(let error): return .refused(error)
        case .success(let printed):
            switch write(
                "\(printed.fileName).\(format.rawValue)", format.text(of: printed))
            {
            case .failed(let reason): return .say(.warning(reason))
            case .written(let path):
                let day = printed.expiresOn.iso
                let serial = printed.serial.text
                return .say(
                    .done(
                        Phrase("Written: ", "已保存：") + Phrase(verbatim: path)
                            + Phrase(
                                ". Its serial is \(serial). Destroy the file once it is printed, "
                                    + "the paper by \(day).",
                                "。流水号 \(serial)。打印后请删除文件，纸张最迟于 \(day) 销毁。")))
            }
        }
    }

    // MARK: Drawing

    private func laid(_ width: Int) -> PageView {
        var page = page
        page.lines =
            (sheet?.pages(request.language, width: min(width - 3, Sheet.textWidth), height: nil)
            ?? [])
            .joined().map { .text(Phrase(verbatim: $0)) }
        return page
    }

    static func setting(_ language: SheetLanguage, _ format: SheetFormat) -> Phrase {
        Phrase("Language: ", "语言：") + language.label + Phrase("   File: ", "   文件：")
            + format.label
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.write(
            world.text(fault ?? Self.setting(request.language, format)), row: area.row,
            column: area.column + 1, style: fault == nil ? .dim : .plain, width: area.width - 2)
        guard fault == nil else {
            canvas.cursor = Position(row: area.row, column: area.column + 1)
            return
        }
        laid(area.width).draw(in: area.dropping(rows: 1), on: &canvas, world)
    }
}
