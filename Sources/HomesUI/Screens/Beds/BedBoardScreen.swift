import HomesCore

/// The beds of the user's own home, room by room, on any night: who has which, which are free, held
/// or out of service; and the place where a bed is chosen for somebody.
public struct BedBoardScreen: NightScreen {
    /// What the board is open for.
    enum Purpose: Equatable, Sendable {
        /// To look and to work with the beds.
        case board
        /// To choose a bed that somebody can have.
        case place(question: String)
        /// To choose whose bed a resident takes in exchange for hers.
        case swap(question: String, with: String)
    }

    let purpose: Purpose
    var askedNight: CivilDate?
    var grid = BedGrid()
    var names: [String: String] = [:]
    var fault: Phrase?
    /// The stay that a bed is being chosen for.
    var movingStayId: String?

    /// The board of tonight.
    public init() { self.init(purpose: .board, night: nil) }

    /// A board on which a bed is chosen: answers `.chosen(question:, code: bedId)`.
    ///
    /// A bed that is held can be chosen, and it is said that the hold ends: whoever asks passes
    /// `releasingHold: true` to the store. Overflow places are warned about, never refused.
    public init(picking question: String, night: CivilDate) {
        self.init(purpose: .place(question: question), night: night)
    }

    init(purpose: Purpose, night: CivilDate?) {
        self.purpose = purpose
        askedNight = night
    }

    public var title: Phrase {
        switch purpose {
        case .board: Phrase("Beds", "床位")
        case .place: Phrase("Choose a bed", "选择床位")
        case .swap: Phrase("Swap with", "与谁互换")
        }
    }

    public var hint: Phrase? {
        switch purpose {
        case .board: nil
        case .place:
            Phrase("Enter chooses a free or held bed; Esc goes back.", "回车选定空床或预留床；Esc 返回。")
        case .swap: Phrase("Choose the bed of the other woman: Enter.", "请选择另一位入住人员的床位，按回车。")
        }
    }

    public static let bindings: [Binding<BedBoardScreen>] =
        [
            Binding(.enter, help: Phrase("open", "打开")) { screen, world in screen.open(world) },
            action("m", Phrase("move", "调床"), off: \.whyNoMove) { $0.askWhereTo($1) },
            action("w", Phrase("swap", "互换"), off: \.whyNoMove) { $0.askWithWhom($1) },
            action("h", Phrase("hold", "预留"), off: \.whyNoHold) { $0.askHold($1) },
            action("r", Phrase("release", "腾床"), off: \.whyNoRelease) { $0.release($1) },
            action("x", Phrase("out of service", "停用"), off: \.whyNoClosing) {
                $0.toggleService($1)
            },
        ] + nightBindings + [
            Binding(.character("f"), help: Phrase("free first", "空床在前"), footer: false) {
                screen, _ in
                screen.grid.toggleFreeFirst()
                return .stay
            },
            Binding(.character("p"), help: Phrase("print", "打印"), footer: false) {
                screen, world in
                .push(
                    SheetListScreen(selecting: "bed-board", night: screen.askedNight, world))
            },
            Binding(.character("v"), help: Phrase("names for 30 s", "显示姓名30秒"), footer: false) {
                _, _ in .toggleNames
            },
        ]

    /// A key that works with the selected bed, off while a bed is being chosen.
    private static func action(
        _ key: Character, _ help: Phrase,
        off: @escaping @Sendable (BedBoardScreen) -> Phrase?,
        run: @escaping @Sendable (inout BedBoardScreen, World) -> Step
    ) -> Binding<BedBoardScreen> {
        Binding(
            .character(key), help: help, footer: true,
            off: { screen, _ in
                screen.purpose == .board
                    ? off(screen) : Phrase("First choose a bed, or Esc.", "请先选择床位，或按 Esc。")
            },
            run: run)
    }

    // MARK: Reading

    public mutating func refresh(_ world: World) {
        guard let home = world.session?.home else {
            fault = Phrase("Only the home's own staff see its beds.", "仅本家工作人员可查看床位。")
            return
        }
        let night = night(world)
        switch world.attempt({ () throws(StoreError) in
            try world.store.bedBoard(homeId: home.id, night: night, by: world.signature)
        }) {
        case .success(let board):
            grid.show(board)
            fault = nil
        case .failure(let error): fault = error.phrase
        }
        readNames(home, world)
    }

    /// Names are read only while they are shown; that they were is in the journal first.
    private mutating func readNames(_ home: Home, _ world: World) {
        names = [:]
        guard world.showsNames else { return }
        let list = world.attempt { () throws(StoreError) in
            try world.store.residentList(
                homeId: home.id, filter: .all, names: true, by: world.signature)
        }
        guard case .success(let rows) = list else { return }
        for row in rows { if let name = row.name { names[row.personId] = name } }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        grid.take(key, world) ?? .ignored
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if let step = receiveNight(answer, world) { return step }
        if case .chosen(let question, let bedId) = answer {
            return finish(question, bedId: bedId, world)
        }
        return .stay
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        guard let board = grid.board, fault == nil else {
            let text = fault ?? Phrase("No beds.", "没有床位。")
            canvas.write(world.text(text), row: area.row, column: area.column + 1)
            return
        }
        BoardFrame.drawHead(board, in: area, on: &canvas, world)
        guard grid.selected != nil else {
            BoardFrame.drawEmpty(board, in: area, on: &canvas, world)
            return
        }
        grid.draw(
            in: BoardFrame.gridArea(area), on: &canvas, world, names: names, refusal: refusal)
        BoardFrame.drawFoot(grid, names, in: area, on: &canvas, world)
    }
}

/// What stands above and below the beds: the night's figures, the selected bed in words, the
/// letters.
enum BoardFrame {
    static func gridArea(_ area: Area) -> Area {
        Area(
            row: area.row + 1, column: area.column, width: area.width,
            height: max(0, area.height - 3))
    }

    static func drawHead(
        _ board: BedBoard, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        canvas.fill(
            row: area.row, column: area.column, width: area.width, height: 1, style: .heading,
            character: " ")
        var column = area.column + 1
        column += canvas.write(
            world.text(board.figures.line), row: area.row, column: column, style: .heading)
        canvas.write(
            world.text(DateEntry.readBack(board.night, today: world.today)), row: area.row,
            column: column + 2, style: .heading, width: area.width - column - 3)
    }

    static func drawEmpty(
        _ board: BedBoard, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        let text =
            board.home.serviceMode == .dropIn
            ? Phrase(
                "A drop-in home has no beds: its occupancy is n/a.", "日间之家没有床位：入住率不适用。")
            : Phrase("No bed is in the inventory on this night.", "该夜没有在册床位。")
        canvas.write(
            world.text(text), row: area.row + 2, column: area.column + 1, style: .dim,
            width: area.width - 2)
        canvas.cursor = Position(row: area.row + 2, column: area.column + 1)
    }

    static func drawFoot(
        _ grid: BedGrid, _ names: [String: String], in area: Area, on canvas: inout Canvas,
        _ world: World
    ) {
        let row = area.row + area.height - 2
        if let bed = grid.selected {
            let name = bed.occupant.flatMap { names[$0.personId] }
            canvas.write(
                world.text(BedWords.detail(of: bed, at: grid.label(of: bed.bed.id), name: name)),
                row: row, column: area.column + 1, style: .strong, width: area.width - 2)
        }
        canvas.write(
            world.text(BedState.legend), row: row + 1, column: area.column + 1, style: .dim,
            width: area.width - 2)
    }
}

/// A bed in words.
enum BedWords {
    /// `2/3, lower bunk: AH014-0231 WX since 05-01, 45 nights, leaves 06-20`.
    static func detail(of bed: BedOnBoard, at place: String, name: String?) -> Phrase {
        let start =
            Phrase(verbatim: place) + Phrase(", ", "，") + bed.bed.bedType.label + Phrase(": ", "：")
        if let occupant = bed.occupant { return start + words(occupant, bed.children, name) }
        return start + state(bed)
    }

    private static func words(
        _ occupant: Occupant, _ children: [Occupant], _ name: String?
    ) -> Phrase {
        let who = [occupant.personCode, name ?? occupant.initials].compactMap(\.self)
            .joined(separator: " ")
        var parts = [
            Phrase(verbatim: who),
            Phrase(
                "here since \(occupant.entryDate.iso)", "\(occupant.entryDate.iso)入住"),
            Phrase(
                occupant.nightsSoFar == 1 ? "1 night" : "\(occupant.nightsSoFar) nights",
                "\(occupant.nightsSoFar)夜"),
        ]
        if occupant.isOut { parts.append(Phrase("out that night", "当夜外出")) }
        if let exit = occupant.plannedExitDate {
            parts.append(Phrase("plans to leave \(exit.iso)", "计划\(exit.iso)离开"))
        }
        if !children.isEmpty {
            let codes = children.map(\.personCode).joined(separator: " ")
            parts.append(Phrase("with \(codes)", "同床：\(codes)"))
        }
        if !occupant.isOpen { parts.append(Phrase("has left this bed since", "此后已离开此床")) }
        return Phrase.joined(parts, with: .comma)
    }

    /// `held until 2007-06-20 (arrives by train)`.
    static func state(_ bed: BedOnBoard) -> Phrase {
        guard let period = bed.period else {
            let overflow =
                bed.isOverflow ? Phrase(", overflow place", "，备用加床") : Phrase(verbatim: "")
            return bed.state.label + overflow
        }
        var words = period.status.label
        if let end = period.toNight { words = words + Phrase(" until \(end.iso)", "至\(end.iso)") }
        if let expected = bed.expected {
            words = words + Phrase(" for \(expected.who)", "，\(expected.who)预约")
        }
        if let reason = period.reason, !reason.isEmpty {
            words = words + Phrase(" (\(reason))", "（\(reason)）")
        }
        return words
    }
}
