import HomesCore

/// A full home: more women than the small programme has, for screens that show a whole home at once.
extension JourneyProgramme {
    private static let surnames = Array("孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧")
    private static let given = ["秀兰", "玉梅", "凤英", "桂花", "丽娟", "海燕", "红霞", "雪琴"]

    /// Admits women into a room of its own until so many are in AH-014. Gives the codes of the new
    /// ones.
    @discardableResult
    public mutating func fill(to count: Int) throws -> [String] {
        let lin = signature("lin", on: "2007-06-14", hour: 21)
        let admin = signature("admin", hour: 8)
        var room = Room()
        room.homeId = homes["AH-014"]?.id ?? ""
        room.name = "9"
        let saved = try store.addRoom(room, by: admin)
        let here = try store.residentList(
            homeId: room.homeId, filter: .here, names: false, by: lin
        ).count
        var codes: [String] = []
        for number in 0..<max(0, count - here) {
            var bed = Bed()
            bed.roomId = saved.id
            bed.bedNumber = String(number + 1)
            bed.inventoryStartDate = JourneyProgramme.day("2005-03-01")
            var intake = Intake(bedId: try store.addBed(bed, by: admin).id)
            let name =
                String(Self.surnames[number % Self.surnames.count])
                + Self.given[number % Self.given.count]
            intake.person.nameZh = .said(name)
            intake.person.prs_Birthdate = .said("198\(number % 9)-05-1\(number % 10)")
            intake.person.hukouCounty = .said("341221")
            intake.stay.entryDate = JourneyProgramme.day("2007-06-14")
            let made = try store.admit(intake, by: lin)
            people[made.person.personCode] = made.person.id
            stays[made.person.personCode] = made.stay?.id
            codes.append(made.person.personCode)
        }
        return codes
    }
}
