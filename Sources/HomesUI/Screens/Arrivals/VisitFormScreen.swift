import HomesCore

/// Somebody who comes by for a while: a woman the home knows, or so many of an age band, and what
/// they used.
public struct VisitFormScreen: FormScreen {
    public var form = Form()

    public static let formName = "visit"
    public var draftTitle: String { "" }
    public var title: Phrase { Phrase("Visit", "来访") }

    /// A new visit of today.
    public init(_ world: World) {
        var record = Visit()
        record.date = world.today
        Self.door.add(to: &form, world)
        let who = Phrase("Who came by", "何人来访")
        form.add(
            "visit.known", Phrase("Known here as", "本家编号"),
            .choice(KnownWomen.choices(world, here: true)), section: who,
            help: Phrase(
                "Her code or initials; empty for those who give no name. F2 lists",
                "编号或姓名缩写；不留姓名者不填。F2 列表"),
            world.language)
        form.add(record, as: "visit", section: who, ["ageBand", "tally", "date"], world.language)
        let used = Phrase("What was used", "所用服务")
        for service in DropInService.allCases {
            form.add(
                Self.id(service), service.label,
                .choice(YesNo.choices.filter { ["1", "0"].contains($0.code) }), section: used,
                help: Phrase("1 yes, 2 no", "1是 2否"), value: YesNo.no.stored, world.language)
        }
        form.add(record, as: "visit", section: used, ["note"], world.language)
        form.add(
            record, as: "visit", section: Phrase("Somebody from outside", "外来人员"),
            ["outsiderName", "outsiderPhone"], world.language)
        passOver()
        form.focus(on: "visit.known")
    }

    private static func id(_ service: DropInService) -> String { "service." + service.rawValue }

    public static let bindings: [Binding<VisitFormScreen>] = formBindings

    /// A woman who is known is one, and her age is in her file.
    private mutating func passOver() {
        let isKnown = form.textValue("visit.known") != nil
        let reason = isKnown ? Phrase("she is known", "已有编号") : nil
        form.skip("visit.ageBand", because: reason)
        form.skip("visit.tally", because: reason)
        form.skip("visit.outsiderName", because: reason)
        form.skip("visit.outsiderPhone", because: reason)
        form.require("visit.ageBand", !isKnown)
    }

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    public mutating func type(_ key: Key, _ world: World) -> Step { typeAtDoor(key, world) }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        receiveAtDoor(answer, world)
    }

    public mutating func save(_ world: World) -> Step {
        var record = Visit()
        form.fill(&record, from: "visit")
        record.personId = form.textValue("visit.known")
        let visit = record
        let services = DropInService.allCases.filter {
            form.textValue(Self.id($0)) == YesNo.yes.rawValue
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.recordVisit(visit, services: services, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            let used =
                services.isEmpty
                ? Phrase("nothing noted", "未记录服务") : Phrase.listed(services.map(\.label))
            return .answerSaying(
                .saved(table: Visit.table, id: saved.id),
                .done(
                    Phrase("Visit saved: ", "来访已登记：") + used
                        + Phrase(". F8 undoes.", "。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}

extension VisitFormScreen: DoorForm {
    static var door: DoorKind { .cameBy }
}
