import HomesCore

/// The homes of the programme, with their rooms and beds.
struct RegistryScreen: Screen {
    var list = ListView<HomeSummary>(
        id: { $0.home.id },
        searchKey: {
            SearchKey.make(names: [$0.home.nameZh, $0.home.nameEn], codes: [$0.home.homeCode])
        })
    var closed: Phrase?
    var fault: Phrase?

    var title: Phrase { Phrase("Registry", "名册") }
    var takesText: Bool { list.isFiltering }
    var hint: Phrase? { fault ?? list.selected?.home.name }

    static let bindings: [Binding<RegistryScreen>] = [
        Binding(.enter, help: Phrase("rooms and beds", "房间和床位")) { screen, _ in
            screen.list.selected.map { .push(RegistryHomeScreen(home: $0.home)) } ?? .stay
        },
        Binding(
            .character("n"), help: Phrase("add a home", "新增之家"), off: { screen, _ in screen.closed }
        ) { _, world in .push(RegistryForms.home(nil, world)) },
        Binding(
            .character("e"), help: Phrase("change", "修改"), off: { screen, _ in screen.closed }
        ) { screen, world in
            screen.list.selected.map { .push(RegistryForms.home($0.home, world)) } ?? .stay
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    mutating func refresh(_ world: World) {
        closed = Administration.closed(to: world)
        let today = world.today
        switch world.attempt({ () throws(StoreError) in
            try world.store.homeSummaries(on: today)
        }) {
        case .success(let homes):
            list.show(homes)
            fault = nil
        case .failure(let error): fault = error.phrase
        }
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .saved(Home.table, let id) = answer { list.select(id: id) }
        return .stay
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var columns = [
            ListColumn<HomeSummary>(Phrase("Code", "编号"), width: 6) { row, _ in
                row.home.homeCode
            },
            ListColumn(Phrase("Name", "名称"), width: 0) { row, world in
                world.text(row.home.name)
            },
            ListColumn(Phrase("Service", "服务方式"), width: area.width < 76 ? 14 : 23) { row, world in
                world.text(row.home.serviceMode.label)
            },
            ListColumn(Phrase("Rooms", "房间"), width: 5, right: true) { row, _ in
                String(row.rooms)
            },
            ListColumn(Phrase("Beds", "床位"), width: 5, right: true) { row, _ in
                row.home.serviceMode == .dropIn ? "-" : String(row.beds)
            },
        ]
        if area.width >= 100 {
            columns.insert(
                ListColumn(Phrase("County", "县（区）"), width: 28) { row, world in
                    Regions.name(code: row.home.countyCode).map { world.text($0) }
                        ?? row.home.countyCode
                }, at: 2)
            columns.append(
                ListColumn(Phrase("Operates", "运营"), width: 23) { row, _ in
                    row.home.operatingStartDate.iso + " - "
                        + (row.home.operatingEndDate?.iso ?? "")
                })
        }
        list.draw(
            columns, in: area, on: &canvas, world, empty: Phrase("No homes yet.", "还没有妇女之家。"))
    }
}

/// The forms of the registry, from the records' field tables.
enum RegistryForms {
    /// The programme's names, how dates are read in it, and how long it keeps what it has closed.
    static func programme(_ programme: Programme, _ world: World) -> any Screen {
        RecordFormScreen(
            programme, code: "", key: programme.id,
            fields: [
                (Programme.noun, ["nameZh", "nameEn", "dateOrder"]),
                (Phrase("Kept", "保存年限"), ["fileYears", "ledgerYears"]),
            ], world.language,
            write: { world, programme throws(StoreError) in
                try world.store.editProgramme(programme, by: world.signature)
            })
    }

    /// A home; its province follows from its county.
    static func home(_ home: Home?, _ world: World) -> any Screen {
        var record = home ?? Home()
        if home == nil { record.operatingStartDate = world.today }
        let isNew = home == nil
        let id = record.id
        return RecordFormScreen(
            record, code: record.homeCode, key: isNew ? "new" : id,
            fields: [
                (
                    Phrase("Home", "妇女之家"),
                    ["homeCode", "nameZh", "nameEn", "countyCode", "serviceMode", "hostType"]
                ),
                (Phrase("Reaching it", "联系"), ["address", "phone", "hotline"]),
                (
                    Phrase("Operation", "运营"),
                    ["operatingStartDate", "operatingEndDate", "targetPopulation"]
                ),
            ], world.language,
            write: { world, home throws(StoreError) in
                let home = try inItsProvince(home, world)
                return isNew
                    ? try world.store.addHome(home, by: world.signature)
                    : try world.store.editHome(home, by: world.signature)
            })
    }

    private static func inItsProvince(_ home: Home, _ world: World) throws(StoreError) -> Home {
        var home = home
        home.homeCode = home.homeCode.uppercased()
        home.provinceCode = home.countyCode.prefix(2) + "0000"
        let provinces = try world.store.provinces()
        guard provinces.contains(where: { $0.provinceCode == home.provinceCode }) else {
            throw .notAllowed(
                Phrase(
                    "The county lies in no province of the programme. Choose another county.",
                    "该县（区）不在项目省份内。请另选县（区）。"))
        }
        return home
    }

    /// A new room of a home.
    static func room(of home: Home, _ world: World) -> any Screen {
        var room = Room()
        room.homeId = home.id
        return RecordFormScreen(
            room, code: home.homeCode, key: "new" + home.id,
            fields: [(Phrase("Room of ", "房间：") + home.name, ["name", "floor"])],
            world.language,
            write: { world, room throws(StoreError) in
                try world.store.addRoom(room, by: world.signature)
            })
    }

    /// A new bed of a room.
    static func bed(in room: Room, of home: Home, _ world: World) -> any Screen {
        var bed = Bed()
        bed.roomId = room.id
        bed.inventoryStartDate = world.today
        return RecordFormScreen(
            bed, code: home.homeCode + " " + room.name, key: "new" + room.id,
            fields: [
                (
                    Phrase("Bed of room \(room.name)", "房间 \(room.name) 的床位"),
                    ["bedNumber", "bedType", "availability", "inventoryStartDate"]
                )
            ], world.language,
            write: { world, bed throws(StoreError) in
                try world.store.addBed(bed, by: world.signature)
            })
    }
}
