import GRDB

extension HomesStore {
    /// Takes things in for safe keeping, all on one receipt.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `papersAtHerWish` for a paper that she
    ///   does not leave here of her own will, `nothingHandedIn`, `dateInFuture`.
    @discardableResult
    public func takeBelongings(
        _ items: [Belonging], ofStay stayId: String, by signature: Signature
    ) throws(StoreError) -> [Belonging] {
        try perform(.takeBelongings, signature) { op in
            let stay = try op.db.own(Stay.self, stayId, signature, for: .recordAbsence)
            guard !items.isEmpty else { throw StoreError.refused(.nothingHandedIn) }
            return try op.take(items, of: stay)
        }
    }

    /// Gives things back.
    ///
    /// - Parameter to: Whom; `nil` is herself.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`, `alreadyGivenBack`,
    ///   `invalidValue` for a day before it was handed in.
    public func returnBelongings(
        _ ids: [String], ofStay stayId: String, on day: CivilDate, to: String? = nil,
        by signature: Signature
    ) throws(StoreError) {
        try perform(.returnBelongings, signature) { op in
            let stay = try op.db.own(Stay.self, stayId, signature, for: .recordAbsence)
            try op.giveBack(ids, of: stay, on: day, to: to)
        }
    }

    /// Corrects an item. The receipt it stands on stays.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; as `takeBelongings`.
    @discardableResult
    public func editBelonging(
        _ belonging: Belonging, by signature: Signature
    ) throws(StoreError) -> Belonging {
        try perform(.editRecord, signature) { op in
            let (old, stay) = try op.db.part(
                Belonging.self, belonging.id, of: \.stayId, in: Stay.self, signature,
                for: .recordAbsence)
            var record = belonging.normalised
            record.stayId = old.stayId
            record.receiptNumber = old.receiptNumber
            if record.givenBackOn == nil { record.givenBackTo = nil }
            try op.check(record)
            return try op.update(record, about: stay.personId)
        }
    }
}

extension Operation {
    /// Writes items down on a new receipt.
    mutating func take(_ items: [Belonging], of stay: Stay) throws -> [Belonging] {
        let receipt = try db.nextReceiptNumber(personId: stay.personId)
        var saved: [Belonging] = []
        for item in items {
            var record = item.normalised
            record.stayId = stay.id
            record.receiptNumber = receipt
            record.handedInOn = record.handedInOn.orElse(today)
            record.givenBackOn = nil
            record.givenBackTo = nil
            try check(record)
            saved.append(try insert(record, about: stay.personId))
        }
        return saved
    }

    /// Gives items of a stay back.
    mutating func giveBack(
        _ ids: [String], of stay: Stay, on day: CivilDate, to: String?
    ) throws {
        for id in ids {
            var record = try db.existing(Belonging.self, id)
            guard record.stayId == stay.id else { throw StoreError.noSuchRecord }
            guard record.isKept else { throw StoreError.refused(.alreadyGivenBack) }
            record.givenBackOn = day
            record.givenBackTo = to?.nfc
            try check(record)
            try update(record, about: stay.personId)
        }
    }

    fileprivate func check(_ record: Belonging) throws {
        guard record.kind != .document || record.atHerWish == .yes else {
            throw StoreError.refused(.papersAtHerWish)
        }
        guard record.handedInOn <= today, record.givenBackOn.map({ $0 <= today }) ?? true else {
            throw StoreError.refused(.dateInFuture)
        }
    }
}

extension Database {
    /// What the home still keeps of a stay.
    func keptBelongings(ofStay id: String) throws -> [Belonging] {
        try fetchValid(
            Belonging.self, "stayId = ? AND givenBackOn IS NULL", [id], order: "handedInOn, id")
    }

    /// `AH014-0231-R1`: her code and the next number, those of voided items left out for good.
    fileprivate func nextReceiptNumber(personId: String) throws -> String {
        let code = try fetch(Person.self, id: personId)?.personCode ?? ""
        let count = try Int.fetchOne(
            cachedStatement(
                sql: """
                    SELECT count(DISTINCT g.receiptNumber) FROM belonging g
                      JOIN stay s ON s.id = g.stayId WHERE s.personId = ?
                    """), arguments: [personId])
        return "\(code)-R\((count ?? 0) + 1)"
    }
}
