import HomesCore

/// Takes things in for safe keeping, all on one receipt. Papers only at her own wish.
public struct BelongingFormScreen: FormScreen {
    public var form = Form()
    private let personId: String
    private let personCode: String
    private let stay: Stay

    public static let formName = "belongings"
    /// Whose stay, and which.
    public var recordId: String { personId + "/" + stay.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Hands in", "寄存登记") }

    /// A new receipt for a stay of a page.
    public init(_ stay: Stay, _ page: ResidentPage, _ world: World) {
        self.stay = stay
        personId = page.person.id
        personCode = page.person.personCode
        var item = Belonging()
        item.handedInOn = world.today
        let section = Phrase("What she hands in, on one receipt", "寄存物品，同一张收据")
        HandedIn.add(to: &form, section: section, world)
        form.add(item, as: "belonging", section: section, ["handedInOn"], world.language)
    }

    public static let bindings: [Binding<BelongingFormScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) { HandedIn.left(id, &form) }

    public mutating func save(_ world: World) -> Step {
        let day = form.dateValue("belonging.handedInOn") ?? world.today
        let items = HandedIn.items(form).map { item in
            var item = item
            item.handedInOn = day
            return item
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.takeBelongings(items, ofStay: stay.id, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            let receipt = saved.first?.receiptNumber ?? ""
            return .answerSaying(
                .saved(table: Belonging.table, id: saved.first?.id ?? ""),
                .done(
                    Phrase(
                        "\(saved.count) on receipt \(receipt). F8 undoes.",
                        "收据\(receipt)，共\(saved.count)项。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}

/// The rows in which things are handed in, at the door and later: one row for each kind, several
/// items in it.
enum HandedIn {
    private static func id(_ kind: BelongingKind) -> String { "handedIn." + kind.rawValue }
    private static let wish = "handedIn.atHerWish"

    static func add(to form: inout Form, section: Phrase, _ world: World) {
        for kind in [BelongingKind.thing, .money, .document] {
            form.add(
                id(kind), label(kind), .text(limit: 200), section: section,
                help: Phrase("Several with commas: 2 bags, phone", "多项用逗号隔开：2 个包，手机"),
                world.language)
        }
        form.add(
            wish, Phrase("At her own wish", "本人自愿"),
            .choice(YesNo.choices.filter { ["1", "0"].contains($0.code) }), section: section,
            help: Belonging.field("atHerWish")?.help, world.language)
        passOver(&form)
    }

    private static func label(_ kind: BelongingKind) -> Phrase {
        switch kind {
        case .thing: Phrase("Things", "物品")
        case .money: Phrase("Money", "现金")
        case .document: Phrase("Papers", "证件文件")
        }
    }

    /// Whether it is at her wish is asked for papers, and then must be answered.
    static func passOver(_ form: inout Form) {
        let hasPapers = form.textValue(id(.document)) != nil
        form.skip(wish, because: hasPapers ? nil : Phrase("no papers handed in", "未寄存证件"))
        form.require(wish, hasPapers)
    }

    /// After papers comes the question whether she wants to leave them here.
    static func left(_ field: String, _ form: inout Form) {
        guard form[id(.document)]?.skipped == nil else { return }
        passOver(&form)
        guard field == id(.document), form.value(wish) == .null, form[wish]?.skipped == nil,
            let asked = form.rows.firstIndex(where: { $0.id == wish }), form.focus > asked
        else { return }
        form.focus(on: wish)
    }

    /// What was typed.
    static func items(_ form: Form) -> [Belonging] {
        [BelongingKind.thing, .money, .document].flatMap { kind -> [Belonging] in
            guard let row = form[id(kind)], row.skipped == nil, row.fault == nil,
                let line = form.textValue(id(kind))
            else { return [] }
            return Belonging.items(in: line, kind: kind).map { item in
                var item = item
                if kind == .document {
                    item.atHerWish = form.textValue(wish) == YesNo.yes.rawValue ? .yes : .no
                }
                return item
            }
        }
    }

    /// Passes over everything, and says why.
    static func skip(_ form: inout Form, because reason: Phrase?) {
        for kind in BelongingKind.allCases { form.skip(id(kind), because: reason) }
        if reason != nil { form.skip(wish, because: reason) } else { passOver(&form) }
    }

    /// Leaves papers out of which nobody has said that she wants to leave them here.
    ///
    /// - Returns: The field as it was.
    static func leaveOutPapers(_ form: inout Form, _ language: Language) -> [FormRow] {
        let row = form[id(.document)]
        form.set(id(.document), .null, language)
        return row.map { [$0] } ?? []
    }
}

/// Corrects an item, or says when and to whom it was given back.
public struct BelongingEditScreen: RecordEditScreen {
    public var form = Form()
    var record: Belonging
    let personId: String
    private let personCode: String

    public static let formName = "belonging"
    /// Whose item, and which.
    public var recordId: String { personId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Handed in", "寄存物品") }

    /// The form over an item of a resident's page.
    public init(_ belonging: Belonging, _ page: ResidentPage, _ world: World) {
        record = belonging
        personId = page.person.id
        personCode = page.person.personCode
        form.add(
            belonging, as: "record",
            section: Phrase("Receipt ", "收据 ") + Phrase(verbatim: belonging.receiptNumber),
            ["item", "count", "kind", "atHerWish", "handedInOn", "givenBackOn", "givenBackTo"],
            world.language)
        passOver()
    }

    public static let bindings: [Binding<BelongingEditScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    private mutating func passOver() {
        form.skip(
            "record.givenBackTo",
            because: form.value("record.givenBackOn") == .null
                ? Phrase("not given back yet", "尚未归还") : nil)
    }

    static func find(_ id: String, in page: ResidentPage) -> Belonging? {
        page.belongings.first { $0.id == id }
    }

    func write(_ record: Belonging, _ world: World) throws(StoreError) -> Belonging {
        try world.store.editBelonging(record, by: world.signature)
    }
}
