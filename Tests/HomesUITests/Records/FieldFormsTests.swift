import HomesCore
import TestSupport
import Testing

@testable import HomesUI

/// Every field that people type is in a form, for every record kind: with `FieldTableTests` (property,
/// column, journal, paper, CSV) the whole way of a row of a field table.
@Suite struct FieldFormsTests {
    /// A record kind's rows in a form: under which name the form has them.
    private struct Place {
        let table: String
        let prefix: String
        let form: Form

        init<R: HomesCore.Record>(_ type: R.Type, _ prefix: String, _ form: Form?) {
            table = R.table
            self.prefix = prefix
            self.form = form ?? Form()
        }

        /// The fields of the record that are in the form.
        var fields: Set<String> {
            Set(
                form.rows.map(\.id).filter { $0.hasPrefix(prefix + ".") }
                    .map { String($0.dropFirst(prefix.count + 1)) })
        }
    }

    /// Fields that no form has as a row of its own, and what asks them instead.
    private static let asked: [String: [String: String]] = [
        "province": all(
            "with the registry's import", "provinceCode", "nameZh", "nameEn", "areaRole",
            "programmeFrom", "programmeTo"),
        "minimumWage": all(
            "homes import wages", "provinceCode", "zone", "validFrom", "monthlyYuan", "hourlyFen"),
        "home": ["provinceCode": "follows from the county"],
        "bed": ["inventoryEndDate": "x on the registry's bed, with its date"],
        "bedStatusPeriod": ["status": "the key that opens the form: h, x"],
        "consent": all("w, the withdrawal's own form", "withdrawnOn", "withdrawnHow"),
        "stay": ["state": "follows from the dates"],
        "bedAssignment": all("the bed board's keys", "fromNight", "toNight", "reason"),
        "riskItem": all("thirty rows of the risk form", "level", "code", "answer", "note"),
        "counsellingSession": ["materialsGiven": "one row a material since the second schema"],
        "sessionTopic": ["topic": "ticked in the session form"],
        "sessionMaterial": ["material": "ticked in the session form"],
        "attendance": all("the roster", "ageBand", "tally", "preScore", "postScore"),
        "checklistAnswer": all("digits on the checklist", "item", "answer"),
        "employer": all(
            "the approval's form, by two", "approvedStatus", "approvedReason", "approvedOn"),
        "placement": all(
            "the end's form, and the refusal's", "endDate", "endReason", "overrideReason"
        )
        .merging(
            all("written by the program at the start", "overrideOn", "employerStatusAtStart")
        ) { first, _ in first },
        "offerCheck": all(
            "written by the program at the start", "ruleCode", "verdict", "article",
            "effectiveFrom", "evidence", "checkedOn"),
        "followUpIndicator": all("eleven rows of the call", "indicator", "answer", "evidence"),
        "glassBreak": all("its own forms", "reason", "reviewFinding", "reviewNote"),
        "reservation": all("keys on the list of arrivals", "outcome", "outcomeOn"),
        "visitService": ["service": "ticked in the visit form"],
        "absence": ["ended": "the key that ends it"],
        "indicator": ["indicator": "the line it is opened from"],
        "flag": ["raisedOn": "the day of the entry"]
            .merging(all("its own form", "resolvedOn", "resolution")) { first, _ in first },
        "incident": all("questions in a fixed order, and the key that closes", "gbvType", "status")
            .merging(all("the form of its end", "closedReason")) { first, _ in first },
        "incidentPerson": all("three rows of the incident form", "part", "description"),
        "transfer": all("the answer of the other home", "status", "answerReason")
            .merging(all("follows from her birth date", "ageBand")) { first, _ in first },
        "closureRequest": all("the manager's answer", "status", "answerReason"),
        "retentionHold": all(
            "h on the list of files to destroy", "heldOn", "reason", "liftedOn", "liftedReason"),
        "tombstone": all(
            "written by the program at a purge", "closedOn", "dueOn", "purgedOn", "reason"),
        "tombstoneCount": all(
            "written by the program at a purge", "destroyed", "emptied"),
        "watchedPerson": ["liftedReason": "L on the page of somebody watched"],
        "sighting": all(
            "written by the program when he is seen", "seenOn", "place", "likeness"
        )
        .merging(all("c on the sighting", "whatWasDone")) { first, _ in first },
    ]

    private static func all(_ reason: String, _ fields: String...) -> [String: String] {
        Dictionary(uniqueKeysWithValues: fields.map { ($0, reason) })
    }

    @Test func `every field that people type is in a form, or it is said what asks it`() throws {
        let journey = try Journey(programme: try CaseworkFixture.programme())
        let places = try places(journey)
        let (found, missing) = look(in: places)
        print("\(found) typed fields are in a form, the others are asked by a key or a list")
        #expect(missing.isEmpty)
        // A form that is taken away is missed.
        #expect(!look(in: places.filter { $0.table != Transfer.table }).missing.isEmpty)
    }

    /// How many typed fields are in a form, and which are neither there nor asked elsewhere, or are
    /// said to be asked elsewhere and are there.
    private func look(in places: [Place]) -> (found: Int, missing: [String]) {
        var found = 0
        var missing: [String] = []
        for kind in RecordKinds.all {
            for name in typed(kind.type) {
                let isHere = places.contains { $0.table == kind.table && $0.fields.contains(name) }
                if isHere { found += 1 }
                if isHere == (Self.asked[kind.table]?[name] != nil) {
                    missing.append("\(kind.table).\(name)")
                }
            }
        }
        return (found, missing)
    }

    private func typed<R: HomesCore.Record>(_ type: R.Type) -> [String] {
        R.fields.filter(\.kind.isTyped).map(\.name)
    }

    private func places(_ journey: Journey) throws -> [Place] {
        let world = journey.world
        let page = try journey.store.residentPage(
            try #require(journey.programme.people[CaseworkFixture.code]), by: world.signature)
        let intake = IntakeScreen(world).form
        let stay = try #require(page.openStay?.stay)
        let placed = try journey.store.residentPage(
            try #require(journey.programme.people["AH014-0006"]), by: world.signature)
        let followUp = try #require(placed.followUps.first?.followUp)
        return [
            Place(Person.self, "person", intake), Place(Contact.self, "contact", intake),
            Place(Contact.self, "emergency", intake), Place(Case.self, "case", intake),
            Place(Stay.self, "stay", intake),
            Place(Person.self, "record", EditPersonScreen(page, world).form),
            Place(Contact.self, "record", ContactScreen(nil, page, world).form),
            Place(Case.self, "record", EditCaseScreen(Case(), page, world).form),
            Place(Stay.self, "record", EditStayScreen(Stay(), page, world).form),
            Place(Stay.self, "stay", ExitScreen(stay, page, world).form),
            Place(Consent.self, "consent", ConsentScreen(page, world).form),
            Place(Reservation.self, "reservation", ReservationFormScreen(world).form),
            Place(TurnAway.self, "turnAway", TurnAwayFormScreen(world).form),
            Place(Visit.self, "visit", VisitFormScreen(world).form),
            Place(Absence.self, "record", AbsenceEditScreen(Absence(), page, world).form),
            Place(Belonging.self, "record", BelongingEditScreen(Belonging(), page, world).form),
            Place(RiskAssessment.self, "risk", RiskScreen(page, world)?.form),
            Place(
                Indicator.self, "record",
                IndicatorFormScreen(.deception, page, nil, world)?.form),
            Place(PlanGoal.self, "record", PlanGoalScreen(PlanGoal(), page, world).form),
            Place(
                PlanAction.self, "record",
                PlanActionScreen(PlanAction(), of: PlanGoal(), page, world).form),
            Place(PersonFlag.self, "flag", FlagFormScreen(page, world).form),
            Place(Note.self, "note", NoteFormScreen(nil, page, world).form),
            Place(MigrationPlan.self, "record", MigrationPlanFormScreen(page, world)?.form),
            Place(CounsellingSession.self, "session", SessionFormScreen(world).form),
            Place(Referral.self, "referral", ReferralScreen(page, world).form),
            Place(
                Referral.self, "record", ReferralAnswerScreen(Referral(), page, world).form),
            Place(Incident.self, "incident", IncidentFormScreen(world).form),
            Place(Transfer.self, "transfer", TransferFormScreen(page, world).form),
            Place(ClosureRequest.self, "closure", ClosureScreen(Case(), page, world).form),
            Place(Employer.self, "employer", EmployerFormScreen(world).form),
            Place(Employer.self, "approval", EmployerApprovalScreen(world, Employer()).form),
            Place(JobOffer.self, "offer", OfferFormScreen(world).form),
            Place(
                Placement.self, "placement",
                PlacementFormScreen(world, personId: page.person.id).form),
            Place(Placement.self, "record", PlacementEditScreen(Placement(), page, world).form),
            Place(FollowUp.self, "followUp", FollowUpScreen(world, followUpId: followUp.id).form),
            Place(BedStatusPeriod.self, "period", bedPeriod(world)),
            Place(User.self, "user", UserFormScreen(world).form),
            registry(Programme.self, RegistryForms.programme(try journey.store.programme(), world)),
            registry(Home.self, RegistryForms.home(nil, world)),
            registry(Room.self, RegistryForms.room(of: Home(), world)),
            registry(Bed.self, RegistryForms.bed(in: Room(), of: Home(), world)),
            Place(Programme.self, "programme", SetUpScreen(world).form),
            registry(EmployerVisit.self, EmployerForms.visit(to: Employer(), world)),
            registry(EmployerName.self, EmployerForms.name(of: Employer(), world)),
            registry(EmployerContact.self, EmployerForms.contact(at: Employer(), world)),
            registry(
                PlacementChange.self,
                EmployerForms.change(of: try #require(placed.placements.first), "", world)),
            registry(WatchedPerson.self, WatchForms.new(world)),
        ]
    }

    private func registry<R: HomesCore.Record>(_ type: R.Type, _ screen: any Screen) -> Place {
        Place(type, R.table, (screen as? RecordFormScreen<R>)?.form)
    }

    private func bedPeriod(_ world: World) -> Form {
        BedPeriodScreen(status: .held, bed: Bed(), place: "1", from: world.today, world).form
    }
}
