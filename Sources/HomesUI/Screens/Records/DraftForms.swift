import HomesCore

/// Which form a draft belongs to: a line for every form that keeps drafts, so that Today can open
/// it again. The shell then fills in the draft.
enum DraftForms {
    /// Makes a form for a draft's record id; `nil` when the record is not there any more.
    typealias Maker = @Sendable (_ recordId: String, _ world: World) -> (any Screen)?

    /// The screen of a draft.
    static func screen(for key: DraftKey, _ world: World) -> (any Screen)? {
        makers[key.form]?(key.recordId, world)
    }

    /// Why a draft has no screen to open.
    static func whyNot(_ key: DraftKey) -> Phrase {
        makers[key.form] == nil
            ? Phrase(
                "Open the form where you began it; the draft is filled in there.",
                "请从原处打开该表单，草稿会自动填入。")
            : Phrase("The record of this draft is not there any more.", "此草稿所属的记录已不存在。")
    }

    private static let makers: [String: Maker] =
        residents.merging(work) { first, _ in first }.merging(arrivals) { first, _ in first }
        .merging(casework) { first, _ in first }
        .merging(sharing) { first, _ in first }
        .merging(watched) { first, _ in first }

    private static let arrivals: [String: Maker] = [
        IntakeScreen.formName: { id, world in IntakeScreen.resumed(id, world) },
        ReservationFormScreen.formName: { _, world in ReservationFormScreen(world) },
        TurnAwayFormScreen.formName: { _, world in TurnAwayFormScreen(world) },
        VisitFormScreen.formName: { _, world in VisitFormScreen(world) },
        AbsenceScreen.formName: { id, world in
            page(id, world).flatMap { page in
                stay(id, page).map { AbsenceScreen($0, page, world) }
            }
        },
        AbsenceEditScreen.formName: { id, world in
            page(id, world).flatMap { page in
                AbsenceEditScreen.find(part(id), in: page).map {
                    AbsenceEditScreen($0, page, world)
                }
            }
        },
        BelongingFormScreen.formName: { id, world in
            page(id, world).flatMap { page in
                stay(id, page).map { BelongingFormScreen($0, page, world) }
            }
        },
        BelongingEditScreen.formName: { id, world in
            page(id, world).flatMap { page in
                BelongingEditScreen.find(part(id), in: page).map {
                    BelongingEditScreen($0, page, world)
                }
            }
        },
    ]

    private static let sharing: [String: Maker] = [
        ReferralScreen.formName: { id, world in page(id, world).map { ReferralScreen($0, world) } },
        ReferralAnswerScreen.formName: { id, world in
            page(id, world).flatMap { page in
                ReferralAnswerScreen.find(part(id), in: page).map {
                    ReferralAnswerScreen($0, page, world)
                }
            }
        },
        TransferFormScreen.formName: { id, world in
            page(id, world).map { TransferFormScreen($0, world) }
        },
        ClosureScreen.formName: { id, world in
            page(id, world).flatMap { page in
                page.cases.first { $0.id == part(id) }.map { ClosureScreen($0, page, world) }
            }
        },
        IncidentFormScreen.formName: { id, world in
            if id.isEmpty { return IncidentFormScreen(world) }
            return page(id, world).map { IncidentFormScreen(world, about: $0) }
        },
        IncidentEditScreen.formName: { id, world in
            let incident = world.attempt { () throws(StoreError) in
                try world.store.incident(id, by: world.signature)
            }
            return (try? incident.get()).map { IncidentEditScreen($0, world) }
        },
    ]

    private static let work: [String: Maker] = [
        SessionFormScreen.formName: { id, world in
            if id.isEmpty { return SessionFormScreen(world) }
            if let kind = SessionKind(rawValue: id) { return SessionFormScreen(world, kind: kind) }
            return SessionFormScreen(world, personId: id)
        },
        FollowUpScreen.formName: { id, world in FollowUpScreen(world, followUpId: id) },
        PlacementFormScreen.formName: { id, world in
            page(id, world).map { _ in PlacementFormScreen(world, personId: id) }
        },
        PlacementEditScreen.formName: { id, world in
            page(id, world).flatMap { page in
                PlacementEditScreen.find(part(id), in: page).map {
                    PlacementEditScreen($0, page, world)
                }
            }
        },
        EmployerFormScreen.formName: { id, world in
            if id.isEmpty { return EmployerFormScreen(world) }
            let employer = world.attempt { () throws(StoreError) in
                try world.store.employer(id, by: world.signature)
            }
            return (try? employer.get()).map { EmployerFormScreen(world, changing: $0) }
        },
        OfferFormScreen.formName: { id, world in
            if id.isEmpty { return OfferFormScreen(world) }
            let offer = world.attempt { () throws(StoreError) in
                try world.store.offer(id, by: world.signature)
            }
            return (try? offer.get()).map { OfferFormScreen(world, changing: $0) }
        },
    ]

    private static let watched: [String: Maker] = [
        RecordFormScreen<WatchedPerson>.formName: { id, world in
            if id.isEmpty { return WatchForms.new(world) }
            let page = world.attempt { () throws(StoreError) in
                try world.store.watchedPerson(id, by: world.signature)
            }
            return (try? page.get()).map { WatchForms.editing($0.person, world) }
        }
    ]

    private static let residents: [String: Maker] = [
        EditPersonScreen.formName: { id, world in
            page(id, world).map { EditPersonScreen($0, world) }
        },
        EditStayScreen.formName: { id, world in
            page(id, world).flatMap { page in
                stay(id, page).map { EditStayScreen($0, page, world) }
            }
        },
        EditCaseScreen.formName: { id, world in
            page(id, world).flatMap { page in
                page.cases.first { $0.id == part(id) }.map { EditCaseScreen($0, page, world) }
            }
        },
        ContactScreen.formName: { id, world in
            page(id, world).flatMap { page in
                if part(id).isEmpty { return ContactScreen(nil, page, world) }
                return page.contacts.first { $0.contact.id == part(id) }.map {
                    ContactScreen($0.contact, page, world)
                }
            }
        },
        MigrationPlanFormScreen.formName: { id, world in
            page(id, world).flatMap { MigrationPlanFormScreen($0, world) }
        },
        RiskScreen.formName: { id, world in page(id, world).flatMap { RiskScreen($0, world) } },
        ConsentScreen.formName: { id, world in page(id, world).map { ConsentScreen($0, world) } },
        ConsentWithdrawalScreen.formName: { id, world in
            page(id, world).flatMap { page in
                page.consents.first { $0.consent.id == part(id) }.map {
                    ConsentWithdrawalScreen($0.consent, page, world)
                }
            }
        },
        ExitScreen.formName: { id, world in
            page(id, world).flatMap { page in stay(id, page).map { ExitScreen($0, page, world) } }
        },
    ]

    /// The page of the person whose id stands before the stroke.
    static func page(_ recordId: String, _ world: World) -> ResidentPage? {
        let personId = String(recordId.prefix { $0 != "/" })
        let page = world.attempt { () throws(StoreError) in
            try world.store.residentPage(personId, by: world.signature)
        }
        return try? page.get()
    }

    /// What stands after the stroke.
    static func part(_ recordId: String) -> String {
        String(recordId.drop { $0 != "/" }.dropFirst())
    }

    private static func stay(_ recordId: String, _ page: ResidentPage) -> Stay? {
        page.stays.first { $0.stay.id == part(recordId) }?.stay
    }
}
