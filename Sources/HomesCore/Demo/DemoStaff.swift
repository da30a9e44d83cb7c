/// The programme of a demonstration, its users, homes and beds.
struct DemoStaff {
    let sites: [DemoHome]
    let setting: DemoSetting

    private static let overflowBed = "加1"

    /// Writes them. The administrator signs; she is the first user.
    init(_ demo: DemoProgramme, _ registry: DemoRegistry, _ writer: DemoWriter) throws {
        let moment = Instant(demo.today.adding(days: -1_125), hour: 9)
        let admin = DemoUser(id: writer.nextId(at: moment), role: .admin)
        let act = writer.action(.makeDemonstration, at: moment, by: admin)
        var random = SplitMix64(seed: demo.seed, part: -3)
        let makers = UserMaker(writer: writer, action: act)
        try makers.user(DemoProgramme.userName(for: .admin), "管理员", .admin, id: admin.id)
        let supervisor = try makers.user("chen", "陈督导", .supervisor)
        _ = try makers.user("sun", "孙数据", .dataOfficer)
        var programme = Programme()
        programme.nameZh = "虚构妇女之家项目"
        programme.nameEn = "Invented Women's Homes"
        programme.isInvented = true
        programme.pinnedToday = demo.isPinned ? demo.today : nil
        try writer.insert(programme, by: act)
        for province in registry.provinces { try writer.insert(province, by: act) }
        setting = DemoStaff.setting(demo, registry, supervisor: supervisor)
        var managers: [String: DemoUser] = [:]
        var sites: [DemoHome] = []
        for site in registry.sites {
            let home = try writer.insert(site.home, by: act)
            var beds = try DemoStaff.beds(of: site, homeId: home.id, writer, act)
            if site.home.homeCode == registry.sites.first(where: demo.isFull)?.home.homeCode {
                beds.append(try DemoStaff.addMattress(beds, demo, writer, admin))
            }
            let isBusy = home.homeCode == DemoProgramme.busyHome
            let code = home.homeCode.filter { $0 != "-" }.lowercased()
            let name = InventedNames.woman(&random)
            var staff = [try makers.user(isBusy ? "lin" : code, name, .caseworker, home: home.id)]
            if isBusy { staff.append(try makers.user("wu", "吴桂芳", .caseworker, home: home.id)) }
            let manager: DemoUser
            if isBusy {
                manager = try makers.user("zhao", "赵主任", .homeManager, home: home.id)
            } else if let known = managers[home.provinceCode] {
                manager = known
                try makers.assign(known.id, to: home.id)
            } else {
                manager = try makers.user(
                    "manager-\(home.homeCode.prefix(2).lowercased())",
                    InventedNames.woman(&random), .homeManager, home: home.id)
                managers[home.provinceCode] = manager
            }
            sites.append(DemoHome(home: home, beds: beds, staff: staff, manager: manager))
        }
        self.sites = sites
    }

    private static func setting(
        _ demo: DemoProgramme, _ registry: DemoRegistry, supervisor: DemoUser
    ) -> DemoSetting {
        func counties(_ isWanted: (AreaRole) -> Bool) -> [String] {
            let provinces = registry.provinces.filter { isWanted($0.areaRole) }.map(\.provinceCode)
            return registry.sites.map(\.home).filter { provinces.contains($0.provinceCode) }
                .map(\.countyCode)
        }
        return DemoSetting(
            today: demo.today, sendingCounties: counties { $0 != .receiving },
            receivingCounties: counties { $0 != .sending }, supervisor: supervisor,
            firstDay: demo.firstDay, isSparse: demo.isSparse)
    }

    private static func beds(
        of site: DemoRegistry.Site, homeId: String, _ writer: DemoWriter, _ act: DemoAction
    ) throws -> [Bed] {
        var rooms: [String: String] = [:]
        var beds: [Bed] = []
        for (name, bed) in site.beds {
            if rooms[name] == nil {
                var room = Room()
                room.homeId = homeId
                room.name = name
                room.transitory = rooms.isEmpty && site.beds.count > 12
                rooms[name] = try writer.insert(room, by: act).id
            }
            var bed = bed
            bed.roomId = rooms[name] ?? ""
            beds.append(try writer.insert(bed, by: act))
        }
        return beds
    }

    /// The first full home laid out a mattress last week.
    private static func addMattress(
        _ beds: [Bed], _ demo: DemoProgramme, _ writer: DemoWriter, _ admin: DemoUser
    ) throws -> Bed {
        var bed = Bed()
        bed.roomId = beds.first?.roomId ?? ""
        bed.bedNumber = overflowBed
        bed.bedType = .mattress
        bed.availability = .overflow
        bed.inventoryStartDate = demo.today.adding(days: -7)
        let moment = Instant(bed.inventoryStartDate, hour: 20)
        return try writer.insert(
            bed, by: writer.action(.editRegistry, at: moment, by: admin))
    }

    /// Makes users and says where they work.
    private struct UserMaker {
        let writer: DemoWriter
        let action: DemoAction

        @discardableResult
        func user(
            _ name: String, _ shown: String, _ role: Role, id: String = "", home: String? = nil
        ) throws -> DemoUser {
            var row = User()
            row.stamp.id = id
            row.userName = name
            row.displayName = shown
            row.role = role
            row.codeOfConductAcceptedOn = action.at.localDate()
            let saved = try writer.insert(row, by: action)
            if let home { try assign(saved.id, to: home) }
            return DemoUser(id: saved.id, role: role)
        }

        func assign(_ userId: String, to homeId: String) throws {
            var row = UserHome()
            row.userId = userId
            row.homeId = homeId
            try writer.insert(row, by: action)
        }
    }
}
