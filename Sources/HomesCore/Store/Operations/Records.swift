import GRDB

extension HomesStore {
    /// Saves a changed person. Her home and her code stay; her search key is made anew.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused(.roleMayNot)`.
    @discardableResult
    public func editPerson(
        _ person: Person, by signature: Signature
    ) throws(StoreError) -> Person {
        try perform(.editRecord, signature) { operation in
            let old = try operation.db.own(
                Person.self, person.id, signature, for: .writeRecord)
            var record = person.normalised
            record.homeId = old.homeId
            record.personCode = old.personCode
            record.sealedAt = old.sealedAt
            record.sealedBy = old.sealedBy
            record.sealReason = old.sealReason
            record.mergedInto = old.mergedInto
            record.purgedAt = old.purgedAt
            // The pinyin of the name before does not stay beside a corrected name.
            if record.nameZh != old.nameZh, record.namePinyin == old.namePinyin {
                record.namePinyin = nil
            }
            try operation.complete(&record)
            return try operation.update(record, about: record.id)
        }
    }

    /// Saves a changed case. It is neither closed nor opened again here: that has a request and an
    /// answer of its own. Of a closed one the home manager corrects reason and day.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`,
    ///   `closureNeedsApproval`, `reasonMissing`, `dateInFuture`.
    @discardableResult
    public func editCase(_ file: Case, by signature: Signature) throws(StoreError) -> Case {
        try perform(.editRecord, signature) { operation in
            let old = try operation.db.own(Case.self, file.id, signature, for: .writeRecord)
            var record = file.normalised
            record.caseCode = old.caseCode
            record.personId = old.personId
            record.homeId = old.homeId
            guard record.cas_Status.isClosed == old.cas_Status.isClosed else {
                throw StoreError.refused(.closureNeedsApproval)
            }
            record.closureApprovedBy = old.closureApprovedBy
            if record.cas_Status.isClosed {
                if record.closure != old.closure {
                    _ = try operation.db.own(Case.self, file.id, signature, for: .closeCase)
                }
                guard record.cas_ReasonForCaseClosure != nil else {
                    throw StoreError.refused(.reasonMissing)
                }
                let closedOn = record.dateClosure ?? operation.today
                guard closedOn <= operation.today else {
                    throw StoreError.refused(.dateInFuture)
                }
                record.dateClosure = closedOn
            } else {
                record.cas_ReasonForCaseClosure = nil
                record.dateClosure = nil
            }
            return try operation.update(record, about: record.personId)
        }
    }

    /// Saves what else is recorded about a stay. Entry, bed and exit have their own operations and
    /// stay as they are.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused(.roleMayNot)`.
    @discardableResult
    public func editStay(_ stay: Stay, by signature: Signature) throws(StoreError) -> Stay {
        try perform(.editRecord, signature) { operation in
            let old = try operation.db.own(Stay.self, stay.id, signature, for: .writeRecord)
            let stay = stay.normalised
            var record = old
            record.stamp = stay.stamp
            record.relationshipToHoH = stay.relationshipToHoH
            record.priorLivingSituation = stay.priorLivingSituation
            record.lengthOfStayThere = stay.lengthOfStayThere
            record.needs = stay.needs
            record.belongings = stay.belongings
            record.houseRulesExplainedOn = stay.houseRulesExplainedOn
            record.houseRulesLanguage = stay.houseRulesLanguage
            record.plannedExitDate = stay.plannedExitDate
            record.aftercare = stay.aftercare
            return try operation.update(record, about: record.personId)
        }
    }
}

extension Case {
    /// What the manager approved.
    fileprivate var closure: [String?] {
        [cas_Status.rawValue, cas_ReasonForCaseClosure?.rawValue, dateClosure?.iso]
    }
}

extension CaseStatus {
    /// Whether the work has ended.
    public var isClosed: Bool { self == .closed || self == .closedReferred }
}
