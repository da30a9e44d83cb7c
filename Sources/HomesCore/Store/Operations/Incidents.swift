import GRDB

extension HomesStore {
    /// Writes down an incident of the signer's home, and who was in it.
    ///
    /// - Parameter people: Residents by record, outsiders by a description without a name.
    /// - Throws: `noSuchRecord` for another home, or a resident who is not of this one;
    ///   `refused`: `roleMayNot`, `dateInFuture`, `residentMissing` when somebody is missing and
    ///   nobody is named, `duplicateValue` for a resident named twice, `invalidValue`.
    @discardableResult
    public func recordIncident(
        _ incident: Incident, people: [IncidentPerson], by signature: Signature
    ) throws(StoreError) -> Incident {
        try perform(.recordIncident, signature) { operation in
            let homeId = incident.homeId.isEmpty ? signature.homeId ?? "" : incident.homeId
            try operation.db.require(.recordIncident, at: homeId, signature)
            var record = incident.normalised
            record.homeId = homeId
            record.reportedOn = record.reportedOn.orElse(operation.today)
            record.status = .open
            record.closedOn = nil
            record.closedReason = nil
            try operation.check(&record)
            let people = try operation.checked(people, in: record)
            let about = people.subject
            let saved = try operation.insert(record, about: about)
            for var person in people {
                person.incidentId = saved.id
                try operation.insert(person, about: person.personId ?? about)
            }
            return saved
        }
    }

    /// Goes on with an incident: what was done, to whom it was reported, that it is over. People who
    /// were forgotten are added; those named stay.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: as `recordIncident`,
    ///   `reasonMissing` for one that is closed without a reason.
    @discardableResult
    public func editIncident(
        _ incident: Incident, adding people: [IncidentPerson] = [], by signature: Signature
    ) throws(StoreError) -> Incident {
        try perform(.editIncident, signature) { operation in
            let old = try operation.db.reachableIncident(
                incident.id, signature, for: .recordIncident)
            var record = incident.normalised
            record.homeId = old.homeId
            record.closedOn = nil
            if record.status == .closed {
                guard record.closedReason?.isEmpty == false else {
                    throw StoreError.refused(.reasonMissing)
                }
                record.closedOn = old.closedOn ?? operation.today
            } else {
                record.closedReason = nil
            }
            try operation.check(&record)
            let known = try operation.db.people(of: old.id)
            let added = try operation.checked(people, in: record, beside: known)
            let about = (known + added).subject
            for var person in added {
                person.incidentId = old.id
                try operation.insert(person, about: person.personId ?? about)
            }
            return try operation.update(record, about: about)
        }
    }
}

extension [IncidentPerson] {
    /// Under whose key the journal keeps what is said: the first woman affected, or named at all.
    var subject: String? {
        first { $0.part == .affected && $0.personId != nil }?.personId
            ?? first { $0.personId != nil }?.personId
    }
}

extension Operation {
    /// The days, and the type of violence only where it can apply.
    fileprivate func check(_ incident: inout Incident) throws {
        guard incident.date <= today, incident.reportedOn <= today else {
            throw StoreError.refused(.dateInFuture)
        }
        guard incident.date <= incident.reportedOn else {
            throw StoreError.refused(.invalidValue)
        }
        if !incident.`class`.asksAboutViolence { incident.gbvType = nil }
        if let employerId = incident.employerId { _ = try db.existing(Employer.self, employerId) }
    }

    /// Residents of the home, each once; outsiders described.
    fileprivate func checked(
        _ people: [IncidentPerson], in incident: Incident, beside known: [IncidentPerson] = []
    ) throws -> [IncidentPerson] {
        let people = people.map(\.normalised)
        let named = (known + people).compactMap(\.personId)
        guard Set(named).count == named.count else { throw StoreError.refused(.duplicateValue) }
        guard !incident.`class`.needsResident || !named.isEmpty else {
            throw StoreError.refused(.residentMissing)
        }
        for case let personId? in people.map(\.personId) {
            let file = try db.file(of: personId)
            guard let file, file.homeId == incident.homeId, !file.isSealed else {
                throw StoreError.noSuchRecord
            }
        }
        return people.map { person in
            var person = person
            if person.personId != nil { person.description = nil }
            return person
        }
    }
}

extension Database {
    /// The people of an incident.
    func people(of incidentId: String) throws -> [IncidentPerson] {
        try fetchValid(IncidentPerson.self, "incidentId = ?", [incidentId])
    }

    /// An incident of the signer's home; one in which a sealed woman is named is as good as none.
    func reachableIncident(
        _ id: String, _ signature: Signature, for action: StaffAction
    ) throws -> Incident {
        let incident = try fetch(Incident.self, id: id)
        func denied(_ answer: StoreError) -> AccessDenied {
            AccessDenied(answer: answer, action: action, table: Incident.table, rowId: id)
        }
        guard Policy.mayEver(signature.role, action) else { throw denied(.refused(.roleMayNot)) }
        guard let incident, !incident.stamp.isVoided,
            Policy.grant(signature.role, action, signature.relation(to: incident.homeId)) == .yes,
            try !people(of: id).contains(where: { try $0.personId.map(isSealed) ?? false })
        else { throw denied(.noSuchRecord) }
        return incident
    }
}
