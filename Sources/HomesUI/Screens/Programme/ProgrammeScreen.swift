import HomesCore

/// The programme itself: its homes, its users, whether its data hold together, what file this is.
public struct ProgrammeScreen: Screen {
    /// A part of it.
    enum Part: Int, CaseIterable, Sendable {
        case registry = 1
        case users, check, about, purges, watched

        var title: Phrase {
            switch self {
            case .registry: Phrase("Homes, rooms and beds", "妇女之家、房间和床位")
            case .users: Phrase("Users", "用户")
            case .check: Phrase("Check the data", "检查数据")
            case .about: Phrase("About this file", "关于本文件")
            case .purges: Phrase("Files to destroy", "待销毁档案")
            case .watched: Phrase("Watched persons", "关注人员")
            }
        }

        /// Who has it: every role, or only who may do what it is for.
        var action: StaffAction? {
            switch self {
            case .purges: .seePurgeList
            case .watched: .seeWatched
            default: nil
            }
        }

        var screen: any Screen {
            switch self {
            case .registry: RegistryScreen()
            case .users: UserListScreen()
            case .check: CheckScreen()
            case .about: AboutScreen()
            case .purges: PurgeListScreen()
            case .watched: WatchListScreen()
            }
        }
    }

    var list = ListView<Part>(id: { String($0.rawValue) })
    /// What stands beside each part.
    var details: [Part: Phrase] = [:]

    /// The parts.
    public init() {}

    public var title: Phrase { Place.programme.title }

    public static let bindings: [Binding<ProgrammeScreen>] =
        [
            Binding(.enter, help: Phrase("open", "打开")) { screen, _ in
                screen.list.selected.map { .push($0.screen) } ?? .stay
            }
        ]
        + Part.allCases.map { part in
            Binding(
                .character(Character(String(part.rawValue))), help: part.title,
                off: { _, world in
                    part.action.map(world.may) ?? true ? nil : Refusal.roleMayNot.label
                },
                run: { _, _ in .push(part.screen) })
        }

    public mutating func refresh(_ world: World) {
        list.show(Part.allCases.filter { $0.action.map(world.may) ?? true })
        let today = world.today
        if case .success(let homes) = world.attempt({ () throws(StoreError) in
            try world.store.homeSummaries(on: today)
        }) {
            let beds = homes.reduce(0) { $0 + $1.beds }
            details[.registry] = Phrase(
                "\(homes.count) homes, \(beds) beds", "\(homes.count)家，\(beds)张床")
        }
        if case .success(let users) = world.attempt({ () throws(StoreError) in
            try world.store.users()
        }) {
            let active = users.count { !$0.isDisabled }
            details[.users] = Phrase("\(active) may sign in", "\(active)人可登录")
        }
        details[.check] = Phrase(
            "\(CheckFinding.rules.count) rules", "\(CheckFinding.rules.count)条规则")
        if case .success(let programme) = world.attempt({ () throws(StoreError) in
            try world.store.programme()
        }) {
            details[.about] = Phrase(programme.nameEn, programme.nameZh)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let details = details
        list.draw(
            [
                ListColumn(Phrase("Key", "按键"), width: 4) { part, _ in String(part.rawValue) },
                ListColumn(Phrase("Part", "内容"), width: 26) { part, world in
                    world.text(part.title)
                },
                ListColumn(Phrase("Now", "现况"), width: 0) { part, world in
                    details[part].map { world.text($0) } ?? ""
                },
            ], in: area, on: &canvas, world, empty: Phrase("Nothing here.", "这里没有内容。"))
    }
}

/// Who may change the registry and the users.
enum Administration {
    static let refused = Phrase(
        "Only an administrator changes this.", "仅系统管理员可修改。")

    /// Why a user cannot change the programme's records; `nil` when she can try. Where there is no
    /// administrator yet, the store decides who stands in.
    static func closed(to world: World) -> Phrase? {
        if world.may(.editRegistry) { return nil }
        let users = world.attempt { () throws(StoreError) in try world.store.users() }
        guard case .success(let users) = users else { return refused }
        return users.contains { Policy.mayEver($0.role, .editRegistry) && !$0.isDisabled }
            ? refused : nil
    }

    /// Why a user cannot change the rooms and beds of a home: its manager can.
    static func closed(to world: World, home: Home) -> Phrase? {
        if world.may(.editRooms, at: home.id) { return nil }
        return closed(to: world).map { _ in
            Phrase(
                "Only an administrator or the home's manager changes this.",
                "仅系统管理员或本家负责人可修改。")
        }
    }
}

/// What file this is and what is in it.
struct AboutScreen: Screen {
    var lines: [(label: Phrase, text: Phrase)] = []

    var title: Phrase { ProgrammeScreen.Part.about.title }

    static let bindings: [Binding<AboutScreen>] = [
        Binding(
            .character("e"), help: Phrase("change", "修改"),
            off: { _, world in Administration.closed(to: world) },
            run: { _, world in
                switch world.attempt({ () throws(StoreError) in try world.store.programme() }) {
                case .success(let programme):
                    .push(RegistryForms.programme(programme, world))
                case .failure(let error): .refused(error)
                }
            }),
        Binding(.enter, .character("q"), help: Phrase("back", "返回")) { _, _ in .pop },
    ]

    mutating func refresh(_ world: World) {
        lines = [
            (
                Phrase("Program", "程序"),
                Phrase(
                    verbatim: ["Homes", world.programVersion].compactMap(\.self).joined(
                        separator: " "))
            ),
            (Phrase("File", "文件"), Phrase(verbatim: world.store.shownPath)),
            (
                Phrase("File format", "文件格式"),
                Phrase(
                    "version \(HomesStore.schemaVersion)", "第\(HomesStore.schemaVersion)版")
            ),
        ]
        guard
            case .success(let programme) = world.attempt({ () throws(StoreError) in
                try world.store.programme()
            })
        else { return }
        lines.insert(
            (Phrase("Programme", "项目"), Phrase(programme.nameEn, programme.nameZh)), at: 0)
        lines.append(
            (
                Phrase("People in it", "其中人员"),
                programme.isInvented
                    ? Phrase("invented, every one of them", "全部虚构")
                    : Phrase("real: handle with care", "真实人员，请谨慎处理")
            ))
        lines.append(
            (
                Phrase("Today", "今天"),
                DateEntry.weekday(world.today) + Phrase(verbatim: " " + world.today.iso)
                    + (programme.pinnedToday == nil
                        ? Phrase(verbatim: "") : Phrase(" (pinned)", "（固定）"))
            ))
        lines.append(
            (
                Phrase("Clock", "时区"),
                Phrase(verbatim: AboutScreen.offset(programme.utcOffsetMinutes))
            ))
        lines.append(
            (
                Phrase("Closed files kept", "结案档案保存"),
                Phrase("\(programme.fileYears) years", "\(programme.fileYears)年")
            ))
        lines.append(
            (
                Phrase("Placements kept", "就业台账保存"),
                Phrase("\(programme.ledgerYears) years", "\(programme.ledgerYears)年")
            ))
    }

    /// `UTC+8`, `UTC+5:30`.
    static func offset(_ minutes: Int) -> String {
        let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
        return "UTC" + (minutes < 0 ? "-" : "+") + String(hours)
            + (rest == 0 ? "" : rest < 10 ? ":0\(rest)" : ":\(rest)")
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let width = lines.map { Canvas.columns(of: world.text($0.label)) }.max() ?? 0
        var row = area.row + 1
        for line in lines {
            canvas.write(
                world.text(line.label), row: row, column: area.column + 2, style: .strong)
            let column = area.column + 2 + width + 2
            for part in TextLines.wrap(
                world.text(line.text), width: area.column + area.width - column - 1)
            {
                canvas.write(part, row: row, column: column)
                row += 1
            }
        }
        let terms = Phrase(
            "Advice about law is a help to look things up, never legal advice.",
            "有关法律的提示仅供查阅，不是法律意见。")
        for part in TextLines.wrap(world.text(terms), width: area.width - 4) {
            canvas.write(part, row: row + 1, column: area.column + 2, style: .dim)
            row += 1
        }
        canvas.cursor = Position(row: area.row + 1, column: area.column + 2)
    }
}
