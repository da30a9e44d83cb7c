import HomesCore

/// The rooms and beds of any home on any night. Without persons; the home's own staff see codes and
/// go on to the resident.
public struct HomeBedsScreen: NightScreen {
    let home: Home
    var askedNight: CivilDate?
    var grid = BedGrid()
    var fault: Phrase?

    /// The beds of a home on a night.
    public init(home: Home, night: CivilDate) {
        self.home = home
        askedNight = night
    }

    public var title: Phrase { Phrase(verbatim: home.homeCode) }

    public var hint: Phrase? { home.name }

    public static let bindings: [Binding<HomeBedsScreen>] =
        [
            Binding(.enter, help: Phrase("open", "打开")) { screen, world in screen.open(world) },
            Binding(.character("="), help: Phrase("why", "依据")) { screen, world in
                screen.explain(world)
            },
        ] + nightBindings + [
            Binding(.character("f"), help: Phrase("free first", "空床在前")) { screen, _ in
                screen.grid.toggleFreeFirst()
                return .stay
            },
            Binding(
                .character("b"), help: Phrase("bed board", "床位图"), footer: false,
                off: { screen, world in
                    screen.isOwn(world)
                        ? nil
                        : Phrase("Only the home's own staff work with its beds.", "仅本家工作人员可操作床位。")
                }
            ) { screen, world in
                .push(BedBoardScreen(purpose: .board, night: screen.night(world)))
            },
        ]

    private func isOwn(_ world: World) -> Bool { world.session?.home?.id == home.id }

    public mutating func refresh(_ world: World) {
        let night = night(world)
        let id = home.id
        let isOwn = isOwn(world)
        switch world.attempt({ () throws(StoreError) in
            isOwn
                ? try world.store.bedBoard(homeId: id, night: night, by: world.signature)
                : try world.store.homeOccupancy(homeId: id, night: night, today: world.today)
        }) {
        case .success(let board):
            grid.show(board)
            fault = nil
        case .failure(let error): fault = error.phrase
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        grid.take(key, world) ?? .ignored
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        receiveNight(answer, world) ?? .stay
    }

    private func open(_ world: World) -> Step {
        guard let bed = grid.selected else { return .stay }
        if let occupant = bed.occupant {
            return .push(ResidentScreen(personId: occupant.personId))
        }
        if bed.state == .occupied {
            return .say(
                .plain(
                    Phrase("Who sleeps here is known to the home alone.", "何人入住仅本家可见。")))
        }
        return .say(.plain(BedWords.state(bed) + Phrase(verbatim: ".")))
    }

    private func explain(_ world: World) -> Step {
        let night = night(world)
        let id = home.id
        switch world.attempt({ () throws(StoreError) in
            try world.store.occupancy(on: night, scope: .home(id), today: world.today)
        }) {
        case .success(let rows):
            guard let row = rows.first else { return .refused(.noSuchRecord) }
            return .push(WhyOccupancy.screen(row, night: night, world))
        case .failure(let error): return .refused(error)
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        guard let board = grid.board, fault == nil else {
            canvas.write(
                world.text(fault ?? Phrase("No beds.", "没有床位。")), row: area.row,
                column: area.column + 1)
            return
        }
        BoardFrame.drawHead(board, in: area, on: &canvas, world)
        guard grid.selected != nil else {
            BoardFrame.drawEmpty(board, in: area, on: &canvas, world)
            return
        }
        grid.draw(in: BoardFrame.gridArea(area), on: &canvas, world)
        BoardFrame.drawFoot(grid, [:], in: area, on: &canvas, world)
    }
}
