import GRDB

extension HomesStore {
    /// Voids a record, with what is only a part of it: a stay with its bed assignments, a session
    /// with its topics and attendance. It stays, with the reason, and counts nowhere; undo takes it
    /// back. A part is not voided alone, and neither is what has an end of its own.
    ///
    /// - Throws: `noSuchRecord` for a record of another home, or of a kind that is not voided;
    ///   `refused(.roleMayNot)`; `refused(.stillInUse)` under a stay; `notAllowed` without a
    ///   reason, while other records depend on it, or for an employer that is barred.
    public func void(
        table: String, id: String, reason: String, by signature: Signature
    ) throws(StoreError) {
        let reason = EntryText.halfWidth(reason)
        if reason.isEmpty { throw .notAllowed(VoidWords.needsReason) }
        try perform(.voidRecord, signature) { op in
            guard voidable.contains(table), let kind = RecordKinds.kind(table: table) else {
                throw StoreError.noSuchRecord
            }
            try op.db.requireVoider(of: table, id, signature)
            if table == Employer.table, try op.db.fetch(Employer.self, id: id)?.isBarred == true {
                throw StoreError.notAllowed(VoidWords.staysBarred)
            }
            if table == FollowUp.table,
                try op.db.fetch(FollowUp.self, id: id)?.migrationPlanId != nil
            {
                throw StoreError.notAllowed(VoidWords.isCheckIn)
            }
            let personId = try op.db.personId(of: table, id)
            try op.voidWithParts(kind, id, reason: reason)
            // A check-in that another call stood in for is due again without it.
            if let personId, table != Person.table { try op.syncCheckIns(ofPerson: personId) }
        }
    }
}

/// What voiding may answer.
private enum VoidWords {
    static let needsReason = Phrase("Say why: a record is voided with a reason.", "请说明作废原因。")
    static let dependsOnIt = Phrase(
        "Other records depend on this one. Void those first.", "有其他记录依赖此记录。请先作废那些记录。")
    static let isCheckIn = Phrase(
        "A check-in belongs to her plan. Take its day out of the plan instead.",
        "报平安属于外出计划。请在计划中去掉这一天。")
    static let staysBarred = Phrase(
        "A suspended or blacklisted employer stays on the list. Two persons lift that first.",
        "已暂停或列入黑名单的用人单位须保留。请先由两人解除。")
}

/// What staff may void: whole records. Their parts go with them, and a user, a programme or a hold
/// on a bed ends in its own way.
private let voidable: Set<String> = [
    Person.table, Contact.table, Consent.table, Case.table, Stay.table, RiskAssessment.table,
    CounsellingSession.table, Employer.table, JobOffer.table, Placement.table, FollowUp.table,
    Province.table, MinimumWage.table, Home.table, Room.table, Bed.table, MigrationPlan.table,
    Reservation.table, TurnAway.table, Visit.table, Absence.table, Belonging.table,
    Indicator.table, PlanGoal.table, PlanAction.table, PersonFlag.table,
    Referral.table, Incident.table, EmployerName.table, EmployerContact.table,
    EmployerVisit.table, PlacementChange.table,
]

/// What is only a part of a record and is voided with it.
private let parts: [String: [String]] = [
    Stay.table: [BedAssignment.table, FollowUp.table, Absence.table, Belonging.table],
    Visit.table: [VisitService.table],
    RiskAssessment.table: [RiskItem.table],
    CounsellingSession.table: [SessionTopic.table, SessionMaterial.table, Attendance.table],
    MigrationPlan.table: [FollowUp.table],
    Placement.table: [OfferCheck.table, FollowUp.table, PlacementChange.table],
    Employer.table: [EmployerName.table, EmployerContact.table, EmployerVisit.table],
    FollowUp.table: [FollowUpIndicator.table],
    Person.table: [Contact.table, Consent.table, Reservation.table, PersonFlag.table],
    PlanGoal.table: [PlanAction.table],
    Case.table: [ClosureRequest.table],
    Incident.table: [IncidentPerson.table],
]

/// Who is expected, was turned away or came by: of the home as such.
private let doorRecords: Set<String> = [Reservation.table, TurnAway.table, Visit.table]

/// Records of employers, which are everybody's.
private let employment: Set<String> = [
    Employer.table, JobOffer.table, EmployerName.table, EmployerContact.table,
    EmployerVisit.table,
]

/// Records of the registry, which administrators look after.
private let registry: Set<String> = [
    Province.table, MinimumWage.table, Home.table, Room.table, Bed.table,
]

extension Operation {
    fileprivate mutating func voidWithParts(
        _ kind: RecordKinds.Kind, _ id: String, reason: String
    ) throws {
        for part in parts[kind.table] ?? [] {
            guard let partKind = RecordKinds.kind(table: part) else { continue }
            for column in partKind.references(to: kind.table) {
                let ids = try String.fetchAll(
                    db,
                    sql: """
                        SELECT id FROM "\(part)" WHERE "\(column)" = ? AND voidedAt IS NULL
                        ORDER BY id
                        """, arguments: [id])
                for id in ids { try voidWithParts(partKind, id, reason: reason) }
            }
        }
        if try db.isReferredTo(kind.table, id) {
            throw StoreError.notAllowed(VoidWords.dependsOnIt)
        }
        if kind.table == Reservation.table, let open = try db.fetch(Reservation.self, id: id),
            open.outcome == nil
        {
            try letBedGo(of: open, from: today)
        }
        try voidRecord(kind.type, id, reason: reason)
    }

    private mutating func voidRecord<R: Record>(
        _ type: R.Type, _ id: String, reason: String
    ) throws {
        guard let record = try db.fetch(type, id: id) else { throw StoreError.noSuchRecord }
        try void(record, about: try db.personId(of: R.table, id), reason: reason)
    }
}

extension Database {
    /// Lets pass who may void it: as part of the registry, as an employer or offer, or as what is
    /// recorded about a woman of the home.
    fileprivate func requireVoider(
        of table: String, _ id: String, _ signature: Signature
    ) throws {
        if registry.contains(table) { return try require(.editRegistry, at: nil, signature) }
        if employment.contains(table) {
            return try require(.writeEmployers, at: nil, signature)
        }
        if doorRecords.contains(table) {
            return try require(
                .manageArrivals, at: try homeId(of: table, id) ?? "", signature)
        }
        if table == CounsellingSession.table {
            _ = try own(CounsellingSession.self, id, signature, for: .voidRecord)
        } else if table == Incident.table {
            _ = try reachableIncident(id, signature, for: .recordIncident)
        } else {
            let personId = try personId(of: table, id)
            let person = try own(Person.self, personId ?? "", signature, for: .voidRecord)
            // What another home wrote down before she came is counted there.
            if let homeId = try homeId(of: table, id), homeId != person.homeId {
                throw StoreError.refused(.recordedElsewhere)
            }
        }
    }

    /// The home a record belongs to, over the records it refers to; `nil` when it has none.
    func homeId(of table: String, _ id: String) throws -> String? {
        try value("homeId", of: table, id)
    }

    /// The person a record is about, over the records it refers to; `nil` when there is none.
    func personId(of table: String, _ id: String) throws -> String? {
        if table == Person.table { return id }
        return try value("personId", of: table, id)
    }

    private func value(_ column: String, of table: String, _ id: String) throws -> String? {
        guard let kind = RecordKinds.kind(table: table) else { return nil }
        if kind.columns.contains(column) {
            return try String.fetchOne(
                self, sql: "SELECT \"\(column)\" FROM \"\(table)\" WHERE id = ?", arguments: [id])
        }
        for reference in kind.references where parents.contains(reference.table) {
            let parent = try String.fetchOne(
                self, sql: "SELECT \"\(reference.column)\" FROM \"\(table)\" WHERE id = ?",
                arguments: [id])
            if let parent, let found = try value(column, of: reference.table, parent) {
                return found
            }
        }
        return nil
    }
}

/// The records whose parts have neither home nor person of their own.
private let parents: Set<String> = [
    Person.table, Case.table, Stay.table, Room.table, Bed.table, RiskAssessment.table,
    CounsellingSession.table, Placement.table, FollowUp.table, Visit.table,
    PlanGoal.table, Incident.table,
]
