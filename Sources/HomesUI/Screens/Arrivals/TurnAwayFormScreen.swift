import HomesCore

/// Somebody who was not taken in: how old, why, where she was sent. No file is opened.
public struct TurnAwayFormScreen: FormScreen {
    public var form = Form()

    public static let formName = "turnAway"
    public var draftTitle: String { "" }
    public var title: Phrase { Phrase("Turned away", "未能接收") }

    /// A new record of today.
    public init(_ world: World) {
        var record = TurnAway()
        record.date = world.today
        Self.door.add(to: &form, world)
        form.add(
            record, as: "turnAway",
            section: Phrase("Without a file: unmet demand", "不建档：未满足的需求"),
            ["ageBand", "reason", "referredTo", "tally", "date"], world.language)
        // Nobody is 25 because nobody looked.
        form.preset("turnAway.ageBand", .null, world.language)
        form.focus(on: "turnAway.ageBand")
    }

    public static let bindings: [Binding<TurnAwayFormScreen>] = formBindings

    public mutating func type(_ key: Key, _ world: World) -> Step { typeAtDoor(key, world) }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        receiveAtDoor(answer, world)
    }

    public mutating func save(_ world: World) -> Step {
        var record = TurnAway()
        form.fill(&record, from: "turnAway")
        let turnAway = record
        switch world.attempt({ () throws(StoreError) in
            try world.store.recordTurnAway(turnAway, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: TurnAway.table, id: saved.id),
                .done(
                    Phrase("Turned away: ", "未能接收：") + saved.ageBand.label
                        + Phrase(", ", "，") + saved.reason.label
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}

extension TurnAwayFormScreen: DoorForm {
    static var door: DoorKind { .turnedAway }
}
