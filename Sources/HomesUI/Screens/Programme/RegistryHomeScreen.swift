import HomesCore

/// The rooms and beds of a home as the inventory has them (HUD 2.07), those that have ended too.
struct RegistryHomeScreen: Screen {
    /// A room without a bed, or a bed in its room.
    struct Row: Sendable {
        let room: Room
        let bed: Bed?
        var id: String { bed?.id ?? room.id }
    }

    static let endQuestion = "inventoryEnd"

    let home: Home
    var list = ListView<Row>(
        id: { $0.id },
        searchKey: { SearchKey.make(names: [$0.room.name], codes: [$0.bed?.bedNumber ?? ""]) })
    var closed: Phrase?
    var fault: Phrase?

    init(home: Home) { self.home = home }

    var title: Phrase { Phrase(verbatim: home.homeCode) }
    var takesText: Bool { list.isFiltering }
    var hint: Phrase? { fault ?? home.name }

    static let bindings: [Binding<RegistryHomeScreen>] = [
        Binding(
            .character("n"), help: Phrase("add a room", "新增房间"),
            off: { screen, _ in screen.closedToBeds }
        ) { screen, world in .push(RegistryForms.room(of: screen.home, world)) },
        Binding(
            .character("b"), help: Phrase("add a bed", "新增床位"),
            off: { screen, _ in
                screen.closedToBeds
                    ?? (screen.list.selected == nil
                        ? Phrase("Add a room first (n).", "请先新增房间（n）。") : nil)
            }
        ) { screen, world in
            screen.list.selected.map {
                .push(RegistryForms.bed(in: $0.room, of: screen.home, world))
            } ?? .stay
        },
        Binding(
            .character("x"), help: Phrase("end a bed", "停止在册"),
            off: { screen, _ in screen.closed ?? screen.whyNotEnded }
        ) { _, world in
            .push(
                PromptScreen(
                    question: endQuestion, title: Phrase("End a bed's inventory", "床位停止在册"),
                    ask: Phrase("First night without it", "自哪一夜起不再在册"), kind: .date,
                    world.language))
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选"), footer: false) {
            screen, world in screen.list.take(.function(3), world) ?? .stay
        },
    ]

    private var closedToBeds: Phrase? {
        closed
            ?? (home.serviceMode == .dropIn
                ? Phrase("A drop-in home has no beds.", "日间之家没有床位。") : nil)
    }

    private var whyNotEnded: Phrase? {
        guard let bed = list.selected?.bed else {
            return Phrase("There is no bed here.", "这里没有床位。")
        }
        return bed.inventoryEndDate.map {
            Phrase("It ended on \($0.iso) already.", "已于\($0.iso)停止在册。")
        }
    }

    mutating func refresh(_ world: World) {
        closed = Administration.closed(to: world, home: home)
        let id = home.id
        switch world.attempt({ () throws(StoreError) in try world.store.rooms(homeId: id) }) {
        case .success(let rooms):
            fault = nil
            list.show(
                rooms.flatMap { room in
                    room.beds.isEmpty
                        ? [Row(room: room.room, bed: nil)]
                        : room.beds.map { Row(room: room.room, bed: $0) }
                })
        case .failure(let error): fault = error.phrase
        }
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .date(RegistryHomeScreen.endQuestion, let night): return end(from: night, world)
        case .saved(_, let id):
            list.select(id: id)
            return .stay
        default: return .stay
        }
    }

    private mutating func end(from night: CivilDate, _ world: World) -> Step {
        guard let row = list.selected, let bed = row.bed else { return .stay }
        if case .failure(let error) = world.attempt({ () throws(StoreError) in
            _ = try world.store.endInventory(ofBed: bed.id, from: night, by: world.signature)
        }) {
            return .refused(error)
        }
        refresh(world)
        let place = row.room.name + "/" + bed.bedNumber
        return .say(
            .done(
                Phrase(
                    "Bed \(place) is out of the inventory from \(night.iso). F8 undoes.",
                    "床位\(place)自\(night.iso)起停止在册。按 F8 撤销。")))
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Room", "房间"), width: 12) { row, _ in row.room.name },
                ListColumn(Phrase("Bed", "床号"), width: 6) { row, _ in
                    row.bed?.bedNumber ?? "-"
                },
                ListColumn(Phrase("Kind", "床型"), width: 0) { row, world in
                    row.bed.map { world.text($0.bedType.label) }
                        ?? world.text(Phrase("no beds yet", "还没有床位"))
                },
                ListColumn(Phrase("Available", "可用性"), width: 10) { row, world in
                    row.bed.map { world.text($0.availability.label) } ?? ""
                },
                ListColumn(Phrase("From", "启用"), width: 10) { row, _ in
                    row.bed?.inventoryStartDate.iso ?? ""
                },
                ListColumn(Phrase("Until", "停止"), width: 10) { row, _ in
                    row.bed?.inventoryEndDate?.iso ?? ""
                },
            ], in: area, on: &canvas, world,
            empty: home.serviceMode == .dropIn
                ? Phrase("A drop-in home has no beds.", "日间之家没有床位。")
                : Phrase("No rooms yet.", "还没有房间。"))
    }
}
