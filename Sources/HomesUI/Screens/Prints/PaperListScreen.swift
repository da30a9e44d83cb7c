import HomesCore

/// The papers printed in the home, the latest first: what is still out, and what should be gone.
/// Type a serial to find one; `f` looks up the paper of any home.
public struct PaperListScreen: Screen {
    var list = ListView<PaperLine>(
        id: { $0.serial.text },
        searchKey: {
            SearchKey.make(
                names: [$0.title.chinese, $0.title.english], codes: [$0.serial.text])
        })
    var fault: Phrase?

    /// The papers.
    public init() {}

    public var title: Phrase { Phrase("Papers", "已打印的表单") }
    public var takesText: Bool { list.isFiltering }
    private static let question = "serial"

    public static let bindings: [Binding<PaperListScreen>] = [
        Binding(.enter, help: Phrase("what it is", "详情")) { screen, world in
            screen.list.selected.map { screen.say($0, world) } ?? .stay
        },
        Binding(.character("f"), help: Phrase("find a serial", "查流水号")) { _, world in
            .push(
                PromptScreen(
                    question: question, title: Phrase("A paper that was found", "查找表单"),
                    ask: Phrase("Its serial, like AH-014/8123", "流水号，如 AH-014/8123"),
                    kind: .code(limit: 30), world.language))
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    private func say(_ line: PaperLine, _ world: World) -> Step {
        let message = line.phrase(offsetMinutes: world.offsetMinutes)
        return .say(line.isOver ? .warning(message) : .plain(message))
    }

    public mutating func refresh(_ world: World) {
        guard let home = world.session?.home else {
            list.show([])
            return
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.papers(homeId: home.id, by: world.signature)
        }) {
        case .success(let papers):
            list.show(papers)
            fault = nil
        case .failure(let error):
            list.show([])
            fault = error.phrase
        }
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text(Self.question, let typed) = answer else { return .stay }
        guard let serial = SheetSerial(typed) else {
            return .say(
                .warning(
                    Phrase(
                        "A serial is a home's code, a stroke and a number: AH-014/8123.",
                        "流水号由编号、斜线和数字组成：AH-014/8123。")))
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.paper(serial, by: world.signature)
        }) {
        case .success(let line):
            list.select(id: line.serial.text)
            return say(line, world)
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Serial", "流水号"), width: 13) { line, _ in line.serial.text },
                ListColumn(Phrase("Sheet", "表单"), width: 0) { line, world in
                    world.text(line.title)
                },
                ListColumn(Phrase("Printed", "打印时间"), width: 16) { line, world in
                    line.at.localDate(offsetMinutes: world.offsetMinutes).iso + " "
                        + line.at.localTime(offsetMinutes: world.offsetMinutes)
                },
                ListColumn(Phrase("By", "打印人"), width: 10) { line, _ in line.who },
                ListColumn(
                    Phrase("Until", "有效至"), width: 11,
                    style: { line, _ in line.isOver ? .warning : .plain },
                    text: { line, _ in line.expiresOn.iso + (line.isOver ? "!" : "") }),
            ], in: area, on: &canvas, world,
            empty: fault ?? Phrase("No paper is in the journal yet.", "尚无打印记录。"))
    }
}
