/// Who is expected, out, turned away, came by; what is kept.
extension DemoHomeMaker {
    /// The bed of every hold to come is kept for somebody.
    func writeReservation(heldBy period: BedStatusPeriod) throws {
        guard period.status == .held, period.fromNight >= setting.today else { return }
        var row = Reservation()
        row.homeId = home.id
        row.codeWord = random.pick(["红伞", "布包", "灯笼", "蓝围巾"]) ?? "红伞"
        row.forNight = period.fromNight
        row.bedId = period.bedId
        row.holdId = period.id
        row.madeBy = random.pick(["车站值班处", "县妇联", "另一妇女之家"])
        let last = period.toNight ?? period.fromNight.adding(days: 1)
        row.expiresAt = Instant(last, hour: 12)
        try writer.insert(
            row, by: action(.reserveBed, min(today, period.fromNight.dayNumber), hour: 17))
    }

    /// Some of those who are here are out, one of them late; some have handed things in.
    func writeAbsencesAndBelongings(_ calendar: StayCalendar) throws {
        let open = calendar.stays.indices.filter { calendar.stays[$0].to == StayCalendar.openEnd }
        for (place, index) in open.enumerated() {
            guard let stay = written[index], let person = persons[stay.person], !person.isChild
            else { continue }
            let from = calendar.stays[index].from
            if place % 9 == 4, from < today - 2 {
                try writeAbsence(stay.id, person, from: today - (place % 2 == 0 ? 2 : 0))
            }
            if place % 5 == 1 { try writeBelongings(stay.id, person, on: from) }
        }
    }

    private func writeAbsence(_ stayId: String, _ person: DemoPerson, from day: Int) throws {
        var row = Absence()
        row.stayId = stayId
        row.fromDay = date(day)
        row.reason = day == today ? .work : .leave
        row.expectedBack = date(day == today ? today : day + 1)
        try writer.insert(row, by: action(.recordAbsence, day, hour: 9), about: person.id)
    }

    private func writeBelongings(_ stayId: String, _ person: DemoPerson, on day: Int) throws {
        let taking = action(.takeBelongings, day, hour: 17)
        for (item, kind) in [("行李袋", BelongingKind.thing), ("现金200元", .money)] {
            var row = Belonging()
            row.stayId = stayId
            row.item = item
            row.kind = kind
            row.handedInOn = date(day)
            row.receiptNumber = person.code + "-R1"
            try writer.insert(row, by: taking, about: person.id)
        }
    }

    /// A few were turned away and some came by in the last weeks.
    func writeDoor(visits: Int) throws {
        for _ in 0..<random.number(0, 2) {
            let day = today - random.number(1, 12)
            var row = TurnAway()
            row.homeId = home.id
            row.date = date(day)
            row.ageBand = random.pick([.from16To17, .from18To24, .from25]) ?? .from25
            row.reason = home.serviceMode == .dropIn ? .noBedsHere : .full
            row.referredTo = random.pick(["救助管理站", "邻县妇女之家"])
            try writer.insert(row, by: action(.recordTurnAway, day, hour: 18))
        }
        for _ in 0..<visits {
            let day = today - random.number(0, 13)
            var row = Visit()
            row.homeId = home.id
            row.date = date(day)
            row.ageBand = random.pick([.from16To17, .from18To24, .from25]) ?? .from25
            row.tally = random.number(1, 4)
            let recording = action(.recordVisit, day, hour: 15)
            let visit = try writer.insert(row, by: recording)
            for service in [DropInService.information, .jobInformation, .meal]
            where random.chance(60) {
                var used = VisitService()
                used.visitId = visit.id
                used.service = service
                try writer.insert(used, by: recording)
            }
        }
    }
}
