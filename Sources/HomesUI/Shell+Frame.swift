import HomesCore

/// The frame: breadcrumb, body, message row, keys that are valid now.
extension Shell {
    /// Below this size only one sentence is shown; the state is kept.
    static let leastSize = (width: 60, height: 16)

    public mutating func frame(width: Int, height: Int) -> Canvas {
        var canvas = Canvas(width: width, height: height)
        if isCovered {
            drawCover(on: &canvas)
        } else if width < Shell.leastSize.width || height < Shell.leastSize.height {
            drawTooSmall(on: &canvas)
        } else {
            drawBar(on: &canvas)
            // A message that needs two rows is not cut and never lies over the body: the body
            // gives way.
            let rows = max(1, messageLines(width: width).count)
            world.body = Area(row: 1, column: 0, width: width, height: height - 2 - rows)
            top.draw(in: world.body, on: &canvas, world)
            drawMessage(on: &canvas)
            drawKeys(on: &canvas)
        }
        return canvas
    }

    /// Nothing of the work: a dull title, the cursor, one word on how to go on.
    private func drawCover(on canvas: inout Canvas) {
        canvas.fill(
            row: 0, column: 0, width: canvas.width, height: canvas.height, style: .cover,
            character: " ")
        canvas.write(
            world.text(Phrase("Calendar", "日历")), row: 0, column: 0, style: .cover)
        let row = canvas.height - 1
        if let coverMessage, row > 1 {
            canvas.write(world.text(coverMessage), row: row - 1, column: 0, style: .cover)
        }
        guard world.session != nil else {
            canvas.write(world.text(Phrase("Enter", "回车")), row: row, column: 0, style: .cover)
            canvas.cursor = Position(row: 0, column: 0)
            return
        }
        // As many marks as fit: what is typed is not shown, that it is typed is.
        let ask = world.text(Phrase("Password, Enter: ", "密码，回车："))
        let used = canvas.write(ask, row: row, column: 0, style: .cover)
        canvas.writeTyped(
            String(repeating: "*", count: coverText.count), row: row, column: used,
            width: max(1, canvas.width - used))
    }

    private func drawTooSmall(on canvas: inout Canvas) {
        let sentence = world.text(
            Phrase("Make the window 60x16 or larger; your text is kept.", "请将窗口放大到60x16以上；文字已保留。"))
        var row = 0
        for line in TextLines.wrap(sentence, width: canvas.width) where row < canvas.height {
            canvas.write(line, row: row, column: 0)
            row += 1
        }
        canvas.cursor = Position(row: 0, column: 0)
    }

    private func drawBar(on canvas: inout Canvas) {
        canvas.fill(row: 0, column: 0, width: canvas.width, height: 1, style: .bar, character: " ")
        let who = whoAndWhere
        let whoWidth = Canvas.columns(of: who)
        let place = stack.map { world.text($0.title) }.joined(separator: " > ")
        let room = canvas.width - whoWidth - 3
        canvas.write(
            Shell.lastPart(of: place, columns: room), row: 0, column: 1, style: .bar)
        canvas.write(who, row: 0, column: canvas.width - whoWidth - 1, style: .bar)
    }

    private var whoAndWhere: String {
        guard let session = world.session else { return "Homes" }
        return [session.userName, world.text(session.role.label), session.home?.homeCode]
            .compactMap { $0 }.joined(separator: " · ")
    }

    /// The end of a breadcrumb: where one is matters more than where one began.
    static func lastPart(of place: String, columns: Int) -> String {
        guard Canvas.columns(of: place) > columns else { return place }
        var parts = place.components(separatedBy: " > ")
        while parts.count > 1, Canvas.columns(of: "… > " + parts.joined(separator: " > ")) > columns
        {
            parts.removeFirst()
        }
        return "… > " + parts.joined(separator: " > ")
    }

    /// What is said at this moment, in lines; a hint is one line.
    public func messageLines(width: Int) -> [String] {
        if let message {
            return Array(TextLines.wrap(world.text(message.text), width: width - 2).prefix(3))
        }
        return top.hint.map { [world.text($0)] } ?? []
    }

    private func drawMessage(on canvas: inout Canvas) {
        let style: Style =
            switch message?.tone {
            case .plain: .message
            case .good: .good
            case .warning: .warning
            case nil: .dim
            }
        let lines = messageLines(width: canvas.width)
        for (index, line) in lines.enumerated() {
            canvas.write(
                line, row: canvas.height - 1 - lines.count + index, column: 1, style: style,
                width: canvas.width - 2)
        }
    }

    /// More than this many keys are not read.
    static let mostKeys = 7

    /// As many keys as fit, the screen's own first, then those that work everywhere, help always
    /// last.
    private func drawKeys(on canvas: inout Canvas) {
        let row = canvas.height - 1
        let help = (Key.function(1), Phrase("help", "帮助"))
        let own = top.bindingRows(world).filter { $0.isInFooter && $0.off == nil }
            .compactMap { binding in binding.keys.first.map { ($0, binding.help) } }
        let helpWidth = keyWidth(help)
        var column = 1
        let all = own + keysOfAll.filter { key in !own.contains { $0.1 == key.1 } }
        for entry in all.prefix(Shell.mostKeys - 1) {
            let width = keyWidth(entry)
            if column + width + helpWidth + 2 > canvas.width { break }
            drawKey(entry, row: row, column: column, on: &canvas)
            column += width + 2
        }
        drawKey(help, row: row, column: column, on: &canvas)
    }

    /// The keys that work everywhere and that the screen does not use otherwise, as far as they do
    /// something here.
    private var keysOfAll: [(Key, Phrase)] {
        ShellKeys.all.compactMap { entry in
            guard let key = entry.keys.first, let short = entry.short,
                !(top is PaletteScreen && key == .function(9)),
                !(entry.isForStaff && world.session == nil),
                !(key == .escape && stack.count == 1), top.bindingIndex(of: key) == nil
            else { return nil }
            return (key, short)
        }.sorted { left, right in left.0 == .escape && right.0 != .escape }
    }

    private func keyWidth(_ entry: (Key, Phrase)) -> Int {
        Canvas.columns(of: world.text(entry.0.name)) + 1 + Canvas.columns(of: world.text(entry.1))
    }

    private func drawKey(
        _ entry: (Key, Phrase), row: Int, column: Int, on canvas: inout Canvas
    ) {
        let used = canvas.write(world.text(entry.0.name), row: row, column: column, style: .key)
        canvas.write(world.text(entry.1), row: row, column: column + used + 1)
    }
}
