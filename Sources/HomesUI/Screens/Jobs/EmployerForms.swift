import HomesCore

/// The forms of what is written down about an employer, from the records' field tables.
enum EmployerForms {
    /// A visit.
    static func visit(to employer: Employer, _ world: World) -> any Screen {
        var visit = EmployerVisit()
        visit.employerId = employer.id
        visit.visitedOn = world.today
        return RecordFormScreen(
            visit, code: "", key: employer.id,
            fields: [
                (
                    Phrase(verbatim: employer.org_Name),
                    [
                        "visitedOn", "announced", "sawWorkplace", "sawDormitory", "spokeAlone",
                        "workersHoldPapers", "workersComeAndGo", "sawUnder16",
                    ]
                ),
                (Phrase("What it came to", "结论"), ["finding", "note"]),
            ], world.language,
            write: { world, visit throws(StoreError) in
                try world.store.recordEmployerVisit(visit, by: world.signature)
            })
    }

    /// Another name.
    static func name(of employer: Employer, _ world: World) -> any Screen {
        var name = EmployerName()
        name.employerId = employer.id
        name.knownSince = world.today
        return RecordFormScreen(
            name, code: "", key: employer.id,
            fields: [(Phrase(verbatim: employer.org_Name), ["name", "kind", "knownSince"])],
            world.language,
            write: { world, name throws(StoreError) in
                try world.store.addEmployerName(name, by: world.signature)
            })
    }

    /// Whom to ask for.
    static func contact(at employer: Employer, _ world: World) -> any Screen {
        var contact = EmployerContact()
        contact.employerId = employer.id
        return RecordFormScreen(
            contact, code: "", key: employer.id,
            fields: [(Phrase(verbatim: employer.org_Name), ["name", "position", "phone"])],
            world.language,
            write: { world, contact throws(StoreError) in
                try world.store.addEmployerContact(contact, by: world.signature)
            })
    }

    /// What changed in a job.
    static func change(of line: PlacementLine, _ code: String, _ world: World) -> any Screen {
        var change = PlacementChange()
        change.placementId = line.placement.id
        change.personId = line.placement.personId
        change.changedOn = world.today
        change.wageBasis = line.offer.wageBasis
        return RecordFormScreen(
            change, code: code, key: line.placement.id,
            fields: [
                (
                    line.offer.headline(line.employer.org_Name),
                    ["changedOn", "wageYuan", "wageBasis", "hoursPerDay", "what", "toldBy"]
                )
            ], world.language,
            write: { world, change throws(StoreError) in
                try world.store.changePlacement(change, by: world.signature)
            })
    }
}

/// Entries of the registry that may be the firm that is being registered.
struct EmployerAlikeScreen: Screen {
    static let question = "anotherFirm"

    var list = ListView<AlikeEmployer>(id: { $0.id })

    init(_ rows: [AlikeEmployer]) { list.show(rows) }

    var title: Phrase { Phrase("Same firm?", "是否同一单位？") }
    var hint: Phrase? {
        Phrase(
            "Not saved yet. Enter looks at the entry; n: it is another firm, save it.",
            "尚未保存。回车查看；确为另一单位按 n 保存。")
    }
    var isPlace: Bool { false }

    static let bindings: [Binding<EmployerAlikeScreen>] = [
        Binding(.enter, help: Phrase("look at it", "查看")) { screen, _ in
            screen.list.selected.map { .push(EmployerScreen(employerId: $0.id)) } ?? .stay
        },
        Binding(.character("n"), help: Phrase("another firm: save", "另一单位，保存")) { _, _ in
            .answer(.confirmed(question: EmployerAlikeScreen.question))
        },
    ]

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            EmployerColumns.alike, in: area, on: &canvas, world,
            empty: Phrase("Nothing is like it.", "没有相似的单位。"))
    }
}
