import Testing

@testable import HomesCore

extension PolicyStage {
    /// An operation, the action it asks for, and how it is called.
    struct Line: Sendable {
        let name: String
        let action: StaffAction
        let about: About
        let run: @Sendable (PolicyStage, Subject, Signature) throws -> Void

        init(
            _ name: String, _ action: StaffAction, _ about: About,
            _ run: @escaping @Sendable (PolicyStage, Subject, Signature) throws -> Void
        ) {
            self.name = name
            self.action = action
            self.about = about
            self.run = run
        }
    }

    /// Actions asked inside an operation that asks another first, or of the second person: the
    /// suites of cases, placements, employers, users and seals drive them.
    static let askedInside: Set<StaffAction> = [
        .confirmSetAside, .confirmVetting, .confirmUnseal, .confirmGrant, .setAsideChecks,
        .seeNames, .unsealRecord,
        .confirmCopy,
        .confirmPurge,
    ]

    /// Operations that are not driven here, and why.
    static let elsewhere: [String: String] = [
        "unsealPerson": "SealsTests: needs a second person's password",
        "unmergePersons": "MergingTests: needs a merge",
        "purgePerson": "PurgingTests: needs a closed file, two passwords and seven years",
        "reviewBreakGlass": "BreakGlassTests: needs a broken glass",
        "takeWatchAlerts": "what her own save has raised, and nobody else's",
        "lookedInto": "the suite of browsing alarms: needs an alarm",
        "noteSearch": "only writes to the journal; does nothing without a home",
        "newRecoveryShares": "the suite of recovery: needs a second person's password",
        "lockOut": "takes the keys away from everybody on this computer; any user may",
        "setUp": "makes the first user", "make": "makes the first file; reports are driven",
        "signIn": "nobody is signed in yet", "signOut": "ends her own session",
        "unlock": "asks for a password", "prove": "asks for a password", "lock": "closes the file",
        "recover": "asks for two shares", "changePassword": "asks for the old password",
        "isStillSignedIn": "about the signer herself", "dataVersion": "a number",
        "draft": "her own text", "drafts": "her own text", "saveDraft": "her own text",
        "discardDraft": "her own text",
        "programme": "the programme's name", "provinces": "the registry",
        "homes": "the registry", "home": "the registry", "homeSummaries": "the registry",
        "rooms": "the registry", "users": "the list of staff", "firstUser": "the list of staff",
        "occupancy": "counts of beds", "homeOccupancy": "counts of beds",
        "utilisation": "counts of beds", "proveJournals": "hashes, for whoever holds the file",
    ]

    /// Every other public operation of the store.
    static let operations: [Line] =
        reading + writing + working + sharing + lists + programme + prints + arrivals
        + casework + files + watching

    private static let reading: [Line] = [
        Line("residentPage", .openRecord, .woman) { stage, her, who in
            _ = try stage.store.residentPage(her.person.id, by: who)
        },
        Line("history", .openRecord, .woman) { stage, her, who in
            _ = try stage.store.history(personId: her.person.id, by: who)
        },
        Line("topicCoverage", .openRecord, .woman) { stage, her, who in
            _ = try stage.store.topicCoverage(personId: her.person.id, by: who)
        },
        Line("readers", .openRecord, .woman) { stage, her, who in
            _ = try stage.store.readers(of: her.person.id, by: who)
        },
        Line("session", .openRecord, .woman) { stage, her, who in
            _ = try stage.store.session(try her.session.orSkip().id, by: who)
        },
        Line("followUp", .doFollowUp, .woman) { stage, her, who in
            _ = try stage.store.followUp(
                try her.planned.orSkip().id, on: stage.today, by: who)
        },
        Line("childrenInHerBed", .exit, .woman) { stage, her, who in
            _ = try stage.store.childrenInHerBed(stayId: try her.stay.orSkip().id, by: who)
        },
        Line("breakGlass", .breakGlass, .woman) { stage, her, who in
            do {
                try stage.store.breakGlass(
                    personCode: her.person.personCode, reason: "The hospital asks for her papers",
                    proof: PasswordProof(userId: who.userId, at: who.at), by: who)
            } catch StoreError.notAllowed {
                // Open to her anyway: no glass to break.
                throw StoreError.refused(.roleMayNot)
            }
        },
    ]

    private static let writing: [Line] = [
        Line("editPerson", .writeRecord, .woman) { stage, her, who in
            try stage.store.editPerson(her.person, by: who)
        },
        Line("editCase", .writeRecord, .woman) { stage, her, who in
            try stage.store.editCase(try her.file.orSkip(), by: who)
        },
        Line("editStay", .writeRecord, .woman) { stage, her, who in
            try stage.store.editStay(try her.stay.orSkip(), by: who)
        },
        Line("addContact", .writeRecord, .woman) { stage, her, who in
            var contact = Contact()
            contact.personId = her.person.id
            try stage.store.addContact(contact, by: who)
        },
        Line("editContact", .writeRecord, .woman) { stage, her, who in
            try stage.store.editContact(her.contact, by: who)
        },
        Line("answerChecklist", .writeRecord, .woman) { stage, her, who in
            try stage.store.answerChecklist(
                caseId: try her.file.orSkip().id, answers: [:], by: who)
        },
        Line("planMigration", .writeRecord, .woman) { stage, her, who in
            var plan = MigrationPlan()
            plan.caseId = try her.file.orSkip().id
            try stage.store.planMigration(plan, by: who)
        },
        Line("assessRisk", .assessRisk, .woman) { stage, her, who in
            var risk = RiskAssessment()
            risk.caseId = try her.file.orSkip().id
            risk.assessedOn = stage.today
            try stage.store.assessRisk(risk, items: [], by: who)
        },
        Line("recordConsent", .recordConsent, .woman) { stage, her, who in
            var consent = Consent()
            consent.personId = her.person.id
            consent.date = stage.today
            try stage.store.recordConsent(consent, by: who)
        },
        Line("withdrawConsent", .recordConsent, .woman) { stage, her, who in
            try stage.store.withdrawConsent(her.consent.id, on: stage.today, how: "", by: who)
        },
        Line("void", .voidRecord, .woman) { stage, her, who in
            try stage.store.void(
                table: Contact.table, id: her.contact.id, reason: "typed twice", by: who)
        },
        Line("sealPerson", .sealRecord, .woman) { stage, her, who in
            try stage.store.sealPerson(her.person.id, reason: "threat", by: who)
        },
    ]

    private static let working: [Line] = [
        Line("admitAgain", .admit, .woman) { stage, her, who in
            try stage.store.admitAgain(her.person.id, Intake(), by: who)
        },
        Line("exit", .exit, .woman) { stage, her, who in
            try stage.store.exit(
                stayId: try her.stay.orSkip().id, Departure(date: stage.today), by: who)
        },
        Line("correctExit", .exit, .woman) { stage, her, who in
            try stage.store.correctExit(
                stayId: try her.stay.orSkip().id, Departure(date: stage.today), by: who)
        },
        Line("moveBed", .moveBed, .woman) { stage, her, who in
            try stage.store.moveBed(
                stayId: try her.stay.orSkip().id, to: try her.bed.orSkip().id, from: stage.today,
                by: who)
        },
        Line("swapBeds", .moveBed, .woman) { stage, her, who in
            let id = try her.stay.orSkip().id
            try stage.store.swapBeds(stayA: id, stayB: id, from: stage.today, by: who)
        },
        Line("recordSession", .recordSession, .woman) { stage, her, who in
            var session = CounsellingSession()
            session.homeId = her.person.homeId
            session.date = stage.today
            session.counsellorId = stage.house.worker.userId
            var attendance = Attendance()
            attendance.personId = her.person.id
            try stage.store.recordSession(
                session, topics: [.deciding], attendances: [attendance], by: who)
        },
        Line("interpreterConcerns", .recordSession, .woman) { stage, her, who in
            _ = try stage.store.interpreterConcerns(
                InterpreterCheck.Interpreter(name: "周正"), personIds: [her.person.id], by: who)
        },
        Line("checkOffer", .placeHer, .woman) { stage, her, who in
            _ = try stage.store.checkOffer(stage.offer.id, personId: her.person.id, by: who)
        },
        Line("offersFor", .placeHer, .woman) { stage, her, who in
            _ = try stage.store.offersFor(personId: her.person.id, by: who)
        },
        Line("startPlacement", .placeHer, .woman) { stage, her, who in
            var placement = Placement()
            placement.personId = her.person.id
            placement.offerId = stage.offer.id
            placement.startDate = stage.today
            try stage.store.startPlacement(placement, by: who)
        },
        Line("endPlacement", .placeHer, .woman) { stage, her, who in
            try stage.store.endPlacement(
                try her.placement.orSkip().id, on: stage.today, reason: .unknown, by: who)
        },
        Line("editPlacement", .placeHer, .woman) { stage, her, who in
            try stage.store.editPlacement(try her.placement.orSkip(), by: who)
        },
        Line("changePlacement", .placeHer, .woman) { stage, her, who in
            var change = PlacementChange()
            change.placementId = try her.placement.orSkip().id
            change.changedOn = stage.today
            change.hoursPerDay = 10
            try stage.store.changePlacement(change, by: who)
        },
        Line("doFollowUp", .doFollowUp, .woman) { stage, her, who in
            try stage.store.doFollowUp(try her.planned.orSkip(), by: who)
        },
        Line("correctFollowUp", .doFollowUp, .woman) { stage, her, who in
            try stage.store.correctFollowUp(try her.done.orSkip(), by: who)
        },
        Line("putOffFollowUp", .doFollowUp, .woman) { stage, her, who in
            try stage.store.putOffFollowUp(
                try her.planned.orSkip().id, until: stage.today, by: who)
        },
        Line("closeAlert", .closeAlert, .woman) { stage, her, who in
            try stage.store.closeAlert(
                followUpId: try her.planned.orSkip().id, reason: "seen to", by: who)
        },
    ]
}
