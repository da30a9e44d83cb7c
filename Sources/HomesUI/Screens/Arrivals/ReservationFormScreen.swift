import HomesCore

/// Somebody who is expected: who, or a code word; for which night, in which bed, kept until when.
public struct ReservationFormScreen: FormScreen {
    public var form = Form()
    private var board: BedBoard?

    public static let formName = "reservation"
    public var draftTitle: String { "" }
    public var title: Phrase { Phrase("Expected", "预约") }

    /// A new reservation for tonight.
    public init(_ world: World) {
        var record = Reservation()
        record.forNight = world.today
        Self.door.add(to: &form, world)
        let who = Phrase("Who is expected", "预约何人")
        form.add(
            "reservation.known", Phrase("Known here as", "本家编号"),
            .choice(KnownWomen.choices(world, here: false)), section: who,
            help: Phrase(
                "Her code or initials; empty for somebody new. F2 lists", "编号或姓名缩写；新来者不填。F2 列表"),
            world.language)
        form.add(record, as: "reservation", section: who, ["codeWord", "madeBy"], world.language)
        let when = Phrase("When, and in which bed", "何时、哪张床")
        form.add(record, as: "reservation", section: when, ["forNight"], world.language)
        form.add(
            "reservation.bed", Phrase("Bed", "床位"), .choice([]), section: when,
            help: Phrase("None: leave it empty. F2 opens the bed board", "不预留请留空；F2 打开床位图"),
            world.language)
        form.add(
            "until.day", Phrase("Kept until", "保留至"), .date, section: when, required: true,
            value: .text(world.today.adding(days: 1).iso), world.language)
        form.add(
            "until.hour", Phrase("at (hour)", "几点"), .integer(0...23), section: when,
            required: true, value: .integer(12), world.language)
        form.add(record, as: "reservation", section: when, ["note"], world.language)
        loadBeds(world)
        passOver()
        form.focus(on: "reservation.known")
    }

    public static let bindings: [Binding<ReservationFormScreen>] = formBindings

    // MARK: Beds

    private func night(_ world: World) -> CivilDate {
        max(world.today, form.dateValue("reservation.forNight") ?? world.today)
    }

    /// The beds that are free on the night.
    private mutating func loadBeds(_ world: World) {
        guard let home = world.session?.home, home.serviceMode != .dropIn else {
            form.skip(
                "reservation.bed", because: Phrase("a drop-in home has no beds", "日间之家没有床位"))
            return
        }
        let night = night(world)
        let board = world.attempt { () throws(StoreError) in
            try world.store.bedBoard(homeId: home.id, night: night, by: world.signature)
        }
        guard case .success(let board) = board else { return }
        self.board = board
        let free = Set(board.placed.filter { $0.bed.state == .free }.map(\.bed.bed.id))
        form.setChoices(
            "reservation.bed", board.bedChoices(mother: nil).filter { free.contains($0.code) },
            world.language)
    }

    public func openLookup(_ world: World) -> Step {
        guard let id = form.focused?.id, id == "reservation.bed" else {
            return openFieldLookup(world)
        }
        return .push(BedBoardScreen(picking: id, night: night(world)))
    }

    private mutating func passOver() {
        let isKnown = form.textValue("reservation.known") != nil
        form.skip(
            "reservation.codeWord", because: isKnown ? Phrase("she is known", "已有编号") : nil)
    }

    // MARK: Keys

    public mutating func refresh(_ world: World) { loadBeds(world) }

    public mutating func fieldLeft(_ id: String, _ world: World) {
        passOver()
        guard id == "reservation.forNight" else { return }
        loadBeds(world)
        if let row = form["until.day"], row.value == row.stored {
            form.preset("until.day", .text(night(world).adding(days: 1).iso), world.language)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step { typeAtDoor(key, world) }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        receiveAtDoor(answer, world)
    }

    // MARK: Saving

    public mutating func save(_ world: World) -> Step {
        var record = Reservation()
        form.fill(&record, from: "reservation")
        record.personId = form.textValue("reservation.known")
        if record.personId != nil { record.codeWord = nil }
        record.bedId = form.textValue("reservation.bed")
        if let day = form.dateValue("until.day"), case .integer(let hour) = form.value("until.hour")
        {
            record.expiresAt = Instant(day, hour: hour, offsetMinutes: world.offsetMinutes)
        }
        let reservation = record
        switch world.attempt({ () throws(StoreError) in
            try world.store.reserve(reservation, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Reservation.table, id: saved.id), .done(said(saved, world)))
        case .failure(let error): return refuse(error, world)
        }
    }

    private func said(_ saved: Reservation, _ world: World) -> Phrase {
        let when =
            saved.forNight == world.today
            ? Phrase("tonight", "今晚") : Phrase(verbatim: saved.forNight.iso)
        var text = Phrase("Expected ", "已预约：") + when
        if let place = board?.placed.first(where: { $0.bed.bed.id == saved.bedId }) {
            text =
                text
                + Phrase(
                    ", bed \(place.room.name)/\(place.bed.bed.bedNumber) is held",
                    "，预留\(place.room.name)/\(place.bed.bed.bedNumber)床")
        } else {
            text = text + Phrase(", no bed is held", "，未预留床位")
        }
        return text + Phrase(". F8 undoes.", "。按 F8 撤销。")
    }
}

extension ReservationFormScreen: DoorForm {
    static var door: DoorKind { .isExpected }
}
