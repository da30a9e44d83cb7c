import HomesCore

/// What an intake begins with: a reservation, a mother who is here, a draft of either.
extension IntakeScreen {
    /// Where an intake comes from, which is also what its draft belongs to.
    enum Origin: Equatable, Sendable {
        /// Somebody at the door.
        case door
        /// Somebody who was expected.
        case reservation(Reservation)
        /// The child of a woman who is here.
        case child(of: Mother)
    }

    /// A woman who is here with a child.
    struct Mother: Equatable, Sendable {
        let personId: String
        let personCode: String
        let stay: Stay
        /// How she came: so did her child.
        let referral: ReferralSource
    }

    /// The intake of somebody who was expected: her bed is chosen, and the reservation answered
    /// when it is saved.
    static func open(for reservationId: String, _ world: World) -> Step {
        switch expected(reservationId, world) {
        case .success(let screen): .push(screen)
        case .failure(let error): .refused(error)
        }
    }

    private static func expected(
        _ reservationId: String, _ world: World
    ) -> Result<IntakeScreen, StoreError> {
        world.attempt { () throws(StoreError) -> IntakeScreen in
            let reservation = try world.store.reservation(reservationId, by: world.signature)
            var page: ResidentPage?
            if let personId = reservation.personId {
                page = try world.store.residentPage(personId, by: world.signature)
            }
            return IntakeScreen(world, again: page, from: .reservation(reservation))
        }
    }

    /// The intake of a child of a woman who is here: the same household, in her bed until another
    /// is chosen.
    init(_ world: World, childOf page: ResidentPage) {
        guard let stay = page.openStay?.stay else {
            self.init(world)
            return
        }
        self.init(
            world, again: nil,
            from: .child(
                of: Mother(
                    personId: page.person.id, personCode: page.person.personCode, stay: stay,
                    referral: page.openCase?.referralSource ?? .notCollected)))
    }

    /// The intake that a draft belongs to; `nil` when what it began with is not there any more.
    static func resumed(_ id: String, _ world: World) -> (any Screen)? {
        if id.isEmpty { return IntakeScreen(world) }
        if id.hasPrefix(reservationPrefix) {
            return try? expected(String(id.dropFirst(reservationPrefix.count)), world).get()
        }
        if id.hasPrefix(childPrefix) {
            let page = DraftForms.page(String(id.dropFirst(childPrefix.count)), world)
            return page.map { IntakeScreen(world, childOf: $0) }
        }
        return DraftForms.page(id, world).map { IntakeScreen(world, again: $0) }
    }

    private static let reservationPrefix = "reservation:"
    private static let childPrefix = "child:"

    public var recordId: String {
        switch origin {
        case .reservation(let reservation): Self.reservationPrefix + reservation.id
        case .child(let mother): Self.childPrefix + mother.personId
        case .door: known?.person.id ?? ""
        }
    }

    public var draftTitle: String {
        if let known { return known.person.personCode }
        return switch origin {
        case .reservation(let reservation): reservation.codeWord ?? ""
        case .child(let mother): mother.personCode
        case .door: ""
        }
    }

    public var title: Phrase {
        if let known {
            return Phrase("Intake of ", "再次入住：") + Phrase(verbatim: known.person.personCode)
        }
        return switch origin {
        case .reservation(let reservation):
            Phrase("Intake of ", "入住登记：") + Phrase(verbatim: reservation.codeWord ?? "")
        case .child(let mother):
            Phrase("Child of ", "随行子女：") + Phrase(verbatim: mother.personCode)
        case .door: Phrase("Intake", "入住登记")
        }
    }

    /// Fills what follows from where it comes from.
    mutating func presetOrigin(_ world: World) {
        switch origin {
        case .door: return
        case .reservation(let reservation):
            guard let bedId = reservation.bedId, mode != .dropIn else { return }
            form.preset("stay.bed", .text(bedId), world.language)
            proposedBed = nil
        case .child(let mother):
            form.preset(
                "stay.relationshipToHoH", HouseholdRelationship.child.stored, world.language)
            form.preset("stay.mother", .text(mother.stay.id), world.language)
            form.preset("case.referralSource", mother.referral.stored, world.language)
            form.preset(
                "stay.priorLivingSituation", mother.stay.priorLivingSituation.stored,
                world.language)
            form.preset(
                "stay.lengthOfStayThere", mother.stay.lengthOfStayThere.stored, world.language)
            form.skip("stay.mother", because: nil)
            proposeMothersBed(world)
        }
    }
}
