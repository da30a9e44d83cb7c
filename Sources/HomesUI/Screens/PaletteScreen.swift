import HomesCore

/// Finds a command of the screen below, a place, a home, a province or a resident by a few letters:
/// `:home ah-014`, `:r wangxm`, `:occ anhui`.
public struct PaletteScreen: Screen {
    /// A line of the palette.
    struct Entry: Sendable {
        let id: String
        let label: Phrase
        let detail: String
        let searchKey: String
        let target: Target
    }

    /// Where it leads.
    enum Target: Sendable {
        case key(Key)
        case place(Place)
        case sidePlace(SidePlace)
        case home(Home)
        case province(Province)
        case resident(id: String)
    }

    let commands: [Entry]
    var typed = ""
    var list = ListView<Entry>(id: { $0.id })
    /// What is searched for among persons.
    var search = PersonSearch()

    /// The palette over a screen.
    public init(over screen: any Screen, _ world: World) {
        let own = HelpScreen.lines(of: screen, world).map { line in
            Entry(
                id: line.id, label: line.help, detail: line.keys,
                searchKey: SearchKey.make(
                    names: [line.help.chinese, line.help.english], codes: [line.keys]),
                target: .key(line.key))
        }
        let places = Place.allCases.filter { $0.closed(to: world.session) == nil }.map { place in
            Entry(
                id: "place\(place.rawValue)", label: place.title, detail: "",
                searchKey: SearchKey.make(
                    names: [place.title.chinese, place.title.english], codes: []),
                target: .place(place))
        }
        let sides = SidePlace.allCases.filter { world.may($0.action) }.map { place in
            Entry(
                id: "side." + place.rawValue, label: place.title, detail: "",
                searchKey: SearchKey.make(
                    names: [place.title.chinese, place.title.english], codes: []),
                target: .sidePlace(place))
        }
        commands = places + sides + own
        list.show(commands)
    }

    public var title: Phrase { Phrase("Go to", "跳转") }
    public var takesText: Bool { true }
    public var hint: Phrase? {
        Phrase(
            "A command, or: home ah-014, occ anhui, r wangxm",
            "输入命令，或：home ah-014、occ anhui、r wangxm")
    }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<PaletteScreen>] = [
        Binding(.enter, help: Phrase("go", "前往")) { screen, world in
            guard let entry = screen.list.selected else { return .stay }
            if let refusal = screen.search.settle(world) { return refusal }
            return screen.open(entry.target, world)
        }
    ]

    private func open(_ target: Target, _ world: World) -> Step {
        switch target {
        case .key(let key): .runBelow(key)
        case .place(let place): .replace(place.screen(world))
        case .sidePlace(let place): .replace(place.screen(world))
        case .home(let home): .replace(HomeBedsScreen(home: home, night: world.today))
        case .province(let province):
            .replace(OccupancyScreen(province: province, night: world.today))
        case .resident(let id): .replace(ResidentScreen(personId: id))
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch key {
        case .character(let character): typed.append(character)
        case .paste(let text): typed += text.filter { $0 != "\n" }
        case .backspace: typed = String(typed.dropLast())
        default:
            if let refusal = search.settle(world) { return refusal }
            return list.take(key, world) ?? .ignored
        }
        find(world)
        return search.follow(personQuery, world) ?? .stay
    }

    /// What of the typed text looked for persons: nothing while only places and commands match.
    private var personQuery: String {
        let words = typed.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        if words.first?.lowercased() == "r" { return words.count > 1 ? String(words[1]) : "" }
        let showsPersons = list.rows.contains {
            if case .resident = $0.target { true } else { false }
        }
        return showsPersons ? typed : ""
    }

    private mutating func find(_ world: World) {
        let words = typed.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        let rest = words.count > 1 ? String(words[1]) : ""
        switch words.first?.lowercased() {
        case "home", "h": list.show(matching(rest, homes(world)))
        case "occ", "o": list.show(matching(rest, provinces(world) + homes(world)))
        case "r": list.show(persons(rest, world))
        default: findAnything(world)
        }
    }

    /// Commands first; where none matches, homes, provinces and the home's own residents.
    private mutating func findAnything(_ world: World) {
        var found = matching(typed, commands)
        if found.isEmpty, typed.count > 1 {
            found = matching(typed, homes(world) + provinces(world))
            found += persons(typed, world)
        }
        list.show(found)
    }

    private func matching(_ text: String, _ entries: [Entry]) -> [Entry] {
        let query = SearchQuery(text)
        return text.isEmpty ? entries : entries.filter { query.matches($0.searchKey) }
    }

    private func persons(_ text: String, _ world: World) -> [Entry] {
        let all = residents(world)
        var index = PersonIndex(all.map(\.searchKey))
        return index.find(text).places.map { all[$0] }
    }

    private func homes(_ world: World) -> [Entry] {
        let homes = world.attempt { () throws(StoreError) in try world.store.homes() }
        return ((try? homes.get()) ?? []).filter { $0.isReachable(by: world.session) }.map { home in
            Entry(
                id: home.id, label: home.name, detail: home.homeCode,
                searchKey: SearchKey.make(
                    names: [home.nameZh, home.nameEn], codes: [home.homeCode]),
                target: .home(home))
        }
    }

    private func provinces(_ world: World) -> [Entry] {
        let provinces = world.attempt { () throws(StoreError) in try world.store.provinces() }
        return ((try? provinces.get()) ?? []).map { province in
            Entry(
                id: province.id, label: Phrase(province.nameEn, province.nameZh),
                detail: province.provinceCode,
                searchKey: SearchKey.make(
                    names: [province.nameZh, province.nameEn], codes: [province.provinceCode]),
                target: .province(province))
        }
    }

    private func residents(_ world: World) -> [Entry] {
        guard let home = world.session?.home else { return [] }
        let rows = world.attempt { () throws(StoreError) in
            try world.store.residentList(homeId: home.id, filter: .all, by: world.signature)
        }
        // Who is here comes before who has left.
        let all = (try? rows.get()) ?? []
        let here = all.filter { $0.stayId != nil && $0.exitDate == nil }
        let others = all.filter { $0.stayId == nil || $0.exitDate != nil }
        return (here + others).map { row in
            Entry(
                id: row.personId, label: Phrase(verbatim: row.personCode),
                detail: [row.initials ?? "", world.text(row.contact.label)].joined(separator: "  "),
                searchKey: row.searchKey, target: .resident(id: row.personId))
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        var column = area.column + 1
        column += canvas.write(":", row: area.row, column: column, style: .strong)
        list.draw(
            [
                ListColumn(Phrase("Where to", "去处"), width: 0) { entry, world in
                    world.text(entry.label)
                },
                ListColumn(Phrase("Key or code", "按键或编号"), width: 16) { entry, _ in entry.detail },
            ], in: area.dropping(rows: 1), on: &canvas, world,
            empty: Phrase("Nothing matches.", "没有符合的。"), focused: false)
        canvas.writeTyped(
            typed, row: area.row, column: column, width: area.column + area.width - column)
    }
}

extension Home {
    /// Whether its rooms and beds may be looked at: home staff see their own home alone.
    func isReachable(by session: Session?) -> Bool {
        guard let session else { return false }
        return session.home.map { $0.id == id } ?? true
    }
}
