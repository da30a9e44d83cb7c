import GRDB

extension HomesStore {
    /// Everything recorded about a person. The journal has the look before anything is read.
    ///
    /// - Throws: `noSuchRecord` for nobody, a voided record and another home's alike;
    ///   `refused(.roleMayNot)`, asked first.
    public func residentPage(
        _ personId: String, by signature: Signature
    ) throws(StoreError) -> ResidentPage {
        try perform(.showPerson, signature) { operation in
            _ = try operation.db.own(Person.self, personId, signature, for: .openRecord)
            try operation.journal(.show, Person.table, personId, about: personId)
        }
        return try read(by: signature) { db in
            let person = try db.own(Person.self, personId, signature, for: .openRecord)
            return try db.residentPage(of: person, by: signature)
        }
    }
}

extension Database {
    fileprivate func residentPage(
        of person: Person, by signature: Signature
    ) throws -> ResidentPage {
        let today = signature.today
        let cases = try fetchValid(
            Case.self, "personId = ?", [person.id], order: "registrationDate DESC, id DESC")
        let birthdate = person.birthdate
        let coverage = try topicCoverage(personId: person.id)
        let checklist =
            try cases.first.map { try self.checklist(caseId: $0.id).mapValues(\.answer) } ?? [:]
        let stays = try fetchValid(
            Stay.self, "personId = ?", [person.id], order: "entryDate DESC, id DESC")
        let placements = try fetchValid(
            Placement.self, "personId = ?", [person.id], order: "startDate DESC, id DESC")
        let followUps = try fetchValid(
            FollowUp.self, "personId = ?", [person.id], order: "dueOn, id")
        let consents = try fetchValid(
            Consent.self, "personId = ?", [person.id], order: "date DESC, id DESC")
        let sessions = try sessionLines(personId: person.id)
        let current = cases.first { !$0.cas_Status.isClosed } ?? cases.first
        let casePlan = try current.map { try planLines(caseId: $0.id) } ?? []
        return ResidentPage(
            person: person, age: birthdate.flatMap { AgeRules.next($0, on: today) },
            contacts: try contactLines(personId: person.id, on: today), cases: cases,
            stays: try stays.map { try stayLine($0, on: today) },
            risks: try cases.flatMap { try riskLines(caseId: $0.id) },
            indicators: try current.map { try indicatorLines(of: $0) } ?? [], casePlan: casePlan,
            workflow: try current.map {
                try workflow(of: $0, plan: casePlan, sessions: sessions, placements: placements)
            },
            flags: try flags(personId: person.id),
            notes: try noteLines(personId: person.id, for: signature),
            consents: consents.map { ConsentLine(consent: $0, state: $0.state(on: today)) },
            sessions: sessions, coverage: coverage,
            checklist: checklist,
            readiness: Readiness(
                topics: Set(coverage.keys), checklist: checklist,
                ageInYears: birthdate?.years(on: today)),
            plan: try cases.first.flatMap { try currentPlan(caseId: $0.id) },
            placements: try placements.map { try placementLine($0) },
            followUps: try followUps.map { try followUpLine($0, on: today) },
            absences: try ofStays(Absence.self, person.id, order: "fromDay DESC, id DESC"),
            belongings: try ofStays(Belonging.self, person.id, order: "handedInOn, id"),
            sharing: try sharing(of: person, by: signature), staff: try staffNames(),
            glassUntil: try glassNeeded(for: person, signature),
            retention: try retention(of: person))
    }

    /// Until when the glass holds that the signer needs; `nil` when she needs none.
    private func glassNeeded(for person: Person, _ signature: Signature) throws -> Instant? {
        let relation = signature.relation(
            to: person.homeId, try assignment(of: person.id, to: signature.userId))
        if Policy.grant(signature.role, .openRecord, relation) == .yes { return nil }
        return try glassUntil(of: person.id, signature)
    }

    private func stayLine(_ stay: Stay, on today: CivilDate) throws -> StayLine {
        let rows = try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT a.id, r.name, b.bedNumber, a.fromNight, a.toNight, a.reason,
                      a.withMother, a.bedId
                    FROM bedAssignment a JOIN bed b ON b.id = a.bedId JOIN room r ON r.id = b.roomId
                    WHERE a.stayId = ? AND a.voidedAt IS NULL ORDER BY a.fromNight, a.id
                    """), arguments: [stay.id])
        let beds = try rows.map { row in
            BedLine(
                assignmentId: row[0], bedId: row[7], room: row[1], bedNumber: row[2],
                from: try row.date(3), to: try row.optionalDate(4), reason: try row.code(5),
                isWithMother: row[6])
        }
        let mother = try stay.motherStayId.flatMap { id in
            try String.fetchOne(
                try cachedStatement(
                    sql: """
                        SELECT p.personCode FROM stay s JOIN person p ON p.id = s.personId
                        WHERE s.id = ? AND p.sealedAt IS NULL
                        """), arguments: [id])
        }
        let children = try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT p.id, p.personCode FROM stay s JOIN person p ON p.id = s.personId
                    WHERE s.motherStayId = ? AND s.voidedAt IS NULL AND p.sealedAt IS NULL
                    ORDER BY p.personCode
                    """), arguments: [stay.id]
        ).map { ChildLine(personId: $0[0], personCode: $0[1]) }
        return StayLine(
            stay: stay, beds: beds,
            nights: max(0, stay.entryDate.days(until: stay.exitDate ?? today)),
            motherCode: mother, children: children)
    }

    /// What belongs to any stay of hers.
    private func ofStays<R: Record>(
        _ type: R.Type, _ personId: String, order: String
    ) throws -> [R] {
        try fetchValid(
            type, "stayId IN (SELECT id FROM stay WHERE personId = ? AND voidedAt IS NULL)",
            [personId], order: order)
    }

    private func riskLines(caseId: String) throws -> [RiskLine] {
        try fetchValid(
            RiskAssessment.self, "caseId = ?", [caseId], order: "assessedOn DESC, id DESC"
        ).map { assessment in
            RiskLine(
                assessment: assessment,
                items: try fetchValid(RiskItem.self, "riskAssessmentId = ?", [assessment.id]))
        }
    }

    private func sessionLines(personId: String) throws -> [AttendedSession] {
        let attendances = try fetchValid(Attendance.self, "personId = ?", [personId])
        return try attendances.compactMap { attendance -> AttendedSession? in
            guard let session = try fetch(CounsellingSession.self, id: attendance.sessionId),
                !session.stamp.isVoided
            else { return nil }
            let topics = try fetchValid(SessionTopic.self, "sessionId = ?", [session.id])
            return AttendedSession(
                session: session, attendance: attendance,
                materials: try materials(of: session),
                topics: topics.map(\.topic).sorted { $0.number < $1.number })
        }.sorted { ($0.session.date, $0.session.id) > ($1.session.date, $1.session.id) }
    }

    /// A placement with its offer, employer, law checks and what changed.
    func placementLine(_ placement: Placement) throws -> PlacementLine {
        guard let offer = try fetch(JobOffer.self, id: placement.offerId),
            let employer = try fetch(Employer.self, id: offer.employerId)
        else { throw StoreError.damaged }
        let checks = try fetchValid(OfferCheck.self, "placementId = ?", [placement.id])
        let changes = try fetchValid(
            PlacementChange.self, "placementId = ?", [placement.id], order: "changedOn, id")
        return PlacementLine(
            placement: placement, offer: offer, employer: employer,
            checks: checks.sorted { $0.ruleNumber < $1.ruleNumber }, changes: changes,
            gaps: PromiseGap.found(offer: offer, placement: placement, changes: changes))
    }

    private func followUpLine(_ followUp: FollowUp, on today: CivilDate) throws -> FollowUpLine {
        FollowUpLine(
            followUp: followUp,
            indicators: try fetchValid(FollowUpIndicator.self, "followUpId = ?", [followUp.id]),
            state: followUp.state(on: today), escalation: followUp.escalation(on: today),
            signals: try signals(of: followUp))
    }

    /// The names shown of everybody who may have signed something, by user id.
    func staffNames() throws -> [String: String] {
        let rows = try Row.fetchAll(try cachedStatement(sql: "SELECT id, displayName FROM user"))
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
}

extension OfferCheck {
    /// 1 to 22: `L10` comes after `L9`.
    public var ruleNumber: Int { Int(ruleCode.dropFirst()) ?? 0 }
}
