import GRDB

/// One kind of record in the copy of her file that a woman gets.
struct OwnFilePart: Sendable {
    /// The table.
    let table: String
    /// The head on the paper.
    let title: Phrase
    /// The records that are hers on a day, as facts; each record is one group.
    let read: @Sendable (Database, _ personId: String, _ day: CivilDate) throws -> [[SheetFact]]

    /// - Parameters:
    ///   - condition: Which records are hers; `?1` is her id.
    ///   - without: Fields that are not hers: other people's, or the program's.
    ///   - kept: Fields that nobody types and that she may read all the same.
    ///   - inOneLine: Whether a record is one line: what it is about, and what it says.
    init<R: Record>(
        _ type: R.Type, _ condition: String, title: Phrase? = nil, without: Set<String> = [],
        kept: [String] = [], order: String = "createdAt, id", inOneLine: Bool = false
    ) {
        table = R.table
        self.title = title ?? R.noun
        read = { db, personId, _ in
            let groups = try db.fetchValid(type, condition, [personId], order: order)
                .map { $0.facts(without: without, kept: kept) }.filter { !$0.isEmpty }
            guard inOneLine else { return groups }
            let lines = groups.map { facts in
                facts.count == 1
                    ? SheetFact(Phrase(verbatim: "-"), facts[0].value)
                    : SheetFact(facts[0].value, facts.dropFirst().inOneLine)
            }
            return lines.isEmpty ? [] : [lines]
        }
    }

    private init(
        _ table: String, _ title: Phrase,
        _ read: @escaping @Sendable (Database, String, CivilDate) throws -> [[SheetFact]]
    ) {
        self.table = table
        self.title = title
        self.read = read
    }

    /// Her contacts: what is safe before each number.
    static let contacts = OwnFilePart(Contact.table, Contact.noun) { db, personId, day in
        try db.contactLines(personId: personId, on: day)
            .map { $0.facts(named: true, isHers: true) }
    }

    /// Her plans: as her contacts. Code phrases stand on no paper but her card, where she wants it.
    static let plans = OwnFilePart(MigrationPlan.table, MigrationPlan.noun) { db, personId, day in
        try db.fetchValid(MigrationPlan.self, "personId = ?1", [personId]).map { plan in
            let phones = ["destinationMayCall", "destinationPhone", "knowsMayCall", "knowsPhone"]
            func phone(_ name: String, _ flag: YesNo) -> [SheetFact] {
                guard let number = plan.facts([name]).first else { return [] }
                let isSafe = SafeContact.isSafe(flag, checkedOn: plan.phonesCheckedOn, on: day)
                return [
                    SheetFact(
                        Phrase("Safe contact", "安全联系"),
                        isSafe ? Phrase("call, if she agrees", "可打电话") : ContactLine.unsafe),
                    number,
                ]
            }
            return plan.facts(without: Set(phones + ["codePhrase"]))
                + phone("destinationPhone", plan.destinationMayCall)
                + phone("knowsPhone", plan.knowsMayCall)
        }
    }
}

extension HomesStore {
    /// Everything recorded about a woman that is hers. The journal has the look before anything is
    /// read.
    func ownFile(
        of personId: String, by signature: Signature
    ) throws(StoreError) -> (personCode: String, parts: [(title: Phrase, groups: [[SheetFact]])]) {
        try perform(.showPerson, signature) { op in
            _ = try op.db.own(Person.self, personId, signature, for: .copyFile)
            try op.journal(.show, Person.table, personId, about: personId)
        }
        return try read(by: signature) { db in
            let person = try db.own(Person.self, personId, signature, for: .copyFile)
            let parts = try OwnFile.parts.map { part in
                (title: part.title, groups: try part.read(db, personId, signature.today))
            }
            return (person.personCode, parts.filter { !$0.groups.isEmpty })
        }
    }
}

/// What is in the copy of her file, and what is not. A record kind that is in neither list fails a
/// test: a new table is decided about, never forgotten.
enum OwnFile {
    private static let hers = "personId = ?1"
    private static let ofHerCases =
        "caseId IN (SELECT id FROM \"case\" WHERE personId = ?1 AND voidedAt IS NULL)"
    private static let ofHerStays =
        "stayId IN (SELECT id FROM stay WHERE personId = ?1 AND voidedAt IS NULL)"
    private static let ofHerSessions =
        "IN (SELECT sessionId FROM attendance WHERE personId = ?1 AND voidedAt IS NULL)"
    private static let ofHerPlacements =
        "IN (SELECT id FROM placement WHERE personId = ?1 AND voidedAt IS NULL)"

    /// In the order of the paper.
    static let parts: [OwnFilePart] = [
        OwnFilePart(
            Person.self, "id = ?1", title: Phrase("Who you are", "基本信息"), kept: ["personCode"]),
        .contacts,
        OwnFilePart(Consent.self, hers, order: "date, id"),
        OwnFilePart(
            Case.self, hers, kept: ["caseCode"], order: "registrationDate, id"),
        OwnFilePart(Stay.self, hers, order: "entryDate, id"),
        OwnFilePart(
            BedAssignment.self, ofHerStays, title: Phrase("Nights in a bed", "床位安排"),
            order: "fromNight, id", inOneLine: true),
        OwnFilePart(Absence.self, ofHerStays, order: "fromDay, id"),
        OwnFilePart(Belonging.self, ofHerStays, kept: ["receiptNumber"], order: "handedInOn, id"),
        OwnFilePart(Reservation.self, hers, order: "forNight, id"),
        OwnFilePart(
            Visit.self, hers, without: ["ageBand", "tally", "outsiderName", "outsiderPhone"],
            order: "date, id"),
        OwnFilePart(
            VisitService.self,
            "visitId IN (SELECT id FROM visit WHERE personId = ?1 AND voidedAt IS NULL)",
            inOneLine: true),
        OwnFilePart(RiskAssessment.self, ofHerCases, order: "assessedOn, id"),
        OwnFilePart(
            RiskItem.self,
            "riskAssessmentId IN (SELECT id FROM riskAssessment WHERE \(ofHerCases))",
            without: ["level"], inOneLine: true),
        OwnFilePart(Indicator.self, ofHerCases, order: "assessedOn, id"),
        OwnFilePart(PlanGoal.self, ofHerCases, order: "agreedOn, id"),
        OwnFilePart(
            PlanAction.self, "goalId IN (SELECT id FROM planGoal WHERE \(ofHerCases))",
            without: ["doerName"]),
        OwnFilePart(PersonFlag.self, hers, order: "raisedOn, id"),
        OwnFilePart(RetentionHold.self, hers, order: "heldOn, id"),
        // A draft is nobody's word yet.
        OwnFilePart(Note.self, "personId = ?1 AND signedAt IS NOT NULL", order: "date, id"),
        OwnFilePart(Referral.self, hers, order: "sharedOn, id"),
        // What happened may be about another who was there; her own part in it is hers.
        OwnFilePart(
            Incident.self,
            "id IN (SELECT incidentId FROM incidentPerson WHERE personId = ?1 AND voidedAt IS NULL)",
            without: ["whatHappened", "action", "closedReason"], order: "date, id"),
        OwnFilePart(
            IncidentPerson.self, hers, title: Phrase("Your part in it", "您与事件的关系"),
            without: ["description"]),
        OwnFilePart(Transfer.self, hers, order: "proposedOn, id"),
        OwnFilePart(ClosureRequest.self, hers, order: "askedOn, id"),
        // What is noted on a group may be about another who was there; an interpreter is another.
        OwnFilePart(
            CounsellingSession.self, "id \(ofHerSessions) AND kind = 'INDIVIDUAL'",
            without: ["interpreter"], order: "date, id"),
        OwnFilePart(
            CounsellingSession.self, "id \(ofHerSessions) AND kind <> 'INDIVIDUAL'",
            title: Phrase("Sessions with others", "小组与家庭辅导"), without: ["interpreter", "note"],
            order: "date, id"),
        OwnFilePart(
            SessionTopic.self, "sessionId \(ofHerSessions)", order: "topic, id", inOneLine: true),
        OwnFilePart(SessionMaterial.self, "sessionId \(ofHerSessions)", inOneLine: true),
        OwnFilePart(
            Attendance.self, hers, title: Phrase("Your scores", "测评分数"),
            without: ["ageBand", "tally"]),
        OwnFilePart(ChecklistAnswer.self, ofHerCases, inOneLine: true),
        .plans,
        OwnFilePart(Placement.self, hers, order: "startDate, id"),
        OwnFilePart(PlacementChange.self, hers, order: "changedOn, id"),
        OwnFilePart(
            JobOffer.self,
            "id IN (SELECT offerId FROM placement WHERE personId = ?1 AND voidedAt IS NULL)"),
        OwnFilePart(
            Employer.self,
            """
            id IN (SELECT o.employerId FROM jobOffer o JOIN placement p ON p.offerId = o.id
              WHERE p.personId = ?1 AND p.voidedAt IS NULL)
            """,
            without: ["legalRepresentative", "phone"]),
        OwnFilePart(
            OfferCheck.self, "placementId \(ofHerPlacements)",
            without: ["effectiveFrom"], order: "ruleCode, id", inOneLine: true),
        OwnFilePart(FollowUp.self, hers, kept: ["dueOn"], order: "dueOn, id"),
        OwnFilePart(
            FollowUpIndicator.self,
            "followUpId IN (SELECT id FROM followUp WHERE personId = ?1 AND voidedAt IS NULL)",
            inOneLine: true),
    ]

    /// Record kinds that are not in it, and why not.
    static let leftOut: [String: String] = [
        "programme": "about nobody", "province": "about nobody", "minimumWage": "about nobody",
        "home": "about nobody", "room": "about nobody", "bed": "about nobody",
        "bedStatusPeriod": "about nobody", "turnAway": "about nobody",
        "employerName": "the registry's", "employerContact": "other people's",
        "employerVisit": "the registry's",
        "watchedPerson": "about others, from whom women are kept safe",
        "sighting": "about others, from whom women are kept safe",
        "user": "the staff's own", "userHome": "the staff's own",
        "tombstone": "of files that are no more", "tombstoneCount": "of files that are no more",
        "glassBreak": "stands, with who and why, on the sheet of who has seen her file",
    ]
}
