import HomesCore

/// What somebody does who comes to the door: the first field of four forms, each of which becomes
/// another one when it is answered otherwise.
enum DoorKind: String, CaseIterable {
    case comesIn = "IN"
    case isExpected = "EXPECTED"
    case turnedAway = "TURNED_AWAY"
    case cameBy = "CAME_BY"

    var label: Phrase {
        switch self {
        case .comesIn: Phrase("comes in", "入住")
        case .isExpected: Phrase("is expected", "预约")
        case .turnedAway: Phrase("cannot be taken in", "未能接收")
        case .cameBy: Phrase("comes by for a while", "短时来访")
        }
    }

    /// Its form.
    func screen(_ world: World) -> any Screen {
        switch self {
        case .comesIn: IntakeScreen(world)
        case .isExpected: ReservationFormScreen(world)
        case .turnedAway: TurnAwayFormScreen(world)
        case .cameBy: VisitFormScreen(world)
        }
    }

    static let rowId = "door.kind"

    /// Adds the field.
    func add(to form: inout Form, _ world: World) {
        form.add(
            DoorKind.rowId, Phrase("She", "来人"),
            .choice(
                DoorKind.allCases.map { Choice(code: $0.rawValue, label: $0.label) }),
            section: Phrase("At the door", "来人情况"),
            help: Phrase(
                "1 comes in, 2 is expected, 3 cannot be taken in, 4 comes by",
                "1 入住，2 预约，3 未能接收，4 短时来访"),
            value: .text(rawValue), world.language)
    }
}

/// One of the four forms of the door.
protocol DoorForm: FormScreen {
    static var door: DoorKind { get }
}

extension DoorForm {
    /// The other form, once the first field says so and was left.
    mutating func otherForm(_ world: World) -> Step? {
        guard let row = form[DoorKind.rowId], row.fault == nil,
            form.focused?.id != DoorKind.rowId,
            let kind = form.textValue(DoorKind.rowId).flatMap(DoorKind.init(rawValue:)),
            kind != Self.door
        else { return nil }
        // What was typed here besides stays a draft of this form.
        form.set(DoorKind.rowId, .text(Self.door.rawValue), world.language)
        return .replace(kind.screen(world))
    }

    mutating func typeAtDoor(_ key: Key, _ world: World) -> Step {
        let step = typeInForm(key, world)
        return otherForm(world) ?? step
    }

    mutating func receiveAtDoor(_ answer: Answer, _ world: World) -> Step {
        if case .confirmed(Self.discardQuestion) = answer { return discard(world) }
        let step = receiveInForm(answer, world)
        return otherForm(world) ?? step
    }
}

/// The women a home knows, to choose one of by code or initials.
enum KnownWomen {
    /// Those who are not here now, or all.
    static func choices(_ world: World, here: Bool) -> [Choice] {
        guard let home = world.session?.home else { return [] }
        let rows = world.attempt { () throws(StoreError) in
            try world.store.residentList(homeId: home.id, filter: .all, by: world.signature)
        }
        return ((try? rows.get()) ?? []).filter { here || $0.status != .here }.map { row in
            let words = [row.personCode, row.initials].compactMap(\.self)
            return Choice(
                code: row.personId, label: Phrase(verbatim: words.joined(separator: " ")))
        }
    }
}
