import HomesCore

/// Going out and coming back, what is kept for her, the next of her children.
extension ResidentScreen {
    static let arrivalActions: [Binding<ResidentScreen>] = [
        action("o", Phrase("goes out, is back", "外出、返回"), footer: false, off: \.whyNotHere) {
            $0.goOutOrBack($1)
        },
        action("g", Phrase("handed in", "寄存物品"), footer: false, off: \.whyNoStay) {
            screen, _ in
            guard let stay = screen.stayToLeave else { return .stay }
            return .push(BelongingListScreen(personId: screen.personId, stayId: stay.id))
        },
        action("+", Phrase("admit her child", "登记她的孩子"), footer: false, off: \.whyNotHere) {
            screen, world in
            screen.page.map { .push(IntakeScreen(world, childOf: $0)) } ?? .stay
        },
    ]

    /// Out, or, when she is out, back: at once, and undone by one key.
    private mutating func goOutOrBack(_ world: World) -> Step {
        guard let page, let stay = page.openStay?.stay else { return .stay }
        guard let absence = page.openAbsence else {
            return .push(AbsenceScreen(stay, page, world))
        }
        let today = max(world.today, absence.fromDay)
        switch world.attempt({ () throws(StoreError) in
            try world.store.endAbsence(stayId: stay.id, on: today, by: world.signature)
        }) {
        case .success:
            refresh(world)
            return .say(
                .done(Phrase("\(code) is back. F8 undoes.", "\(code)已返回。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    /// Who is missing is an incident too, once: its form comes up by itself.
    func askAfterMissing(absence id: String, _ world: World) -> Step {
        guard let page, page.openAbsence?.id == id, page.openAbsence?.reason == .missing,
            !page.sharing.incidents.contains(where: {
                $0.incident.class == .missingResident && $0.incident.status == .open
            })
        else { return .stay }
        return .push(IncidentFormScreen(world, about: page, kind: .missingResident))
    }
}
