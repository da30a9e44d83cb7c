import GRDB

extension HomesStore {
    /// Raises a flag: it stands first on her page until somebody resolves it.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `invalidValue` without a message.
    @discardableResult
    public func raiseFlag(_ flag: PersonFlag, by signature: Signature) throws(StoreError)
        -> PersonFlag
    {
        try perform(.raiseFlag, signature) { op in
            let person = try op.db.own(
                Person.self, flag.personId, signature, for: .writeRecord)
            guard let message = flag.message.nilWhenBlank else {
                throw StoreError.refused(.invalidValue)
            }
            var record = PersonFlag()
            record.personId = person.id
            record.message = message.nfc
            record.raisedOn = op.today
            record.raisedBy = signature.userId
            return try op.insert(record, about: person.id)
        }
    }

    /// Resolves a flag, with how.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `reasonMissing`, `flagResolved`.
    @discardableResult
    public func resolveFlag(
        _ id: String, resolution: String, by signature: Signature
    ) throws(StoreError) -> PersonFlag {
        try perform(.resolveFlag, signature) { op in
            var record = try op.db.part(
                PersonFlag.self, id, of: \.personId, signature, for: .writeRecord)
            guard record.isOpen else { throw StoreError.refused(.flagResolved) }
            guard let resolution = resolution.nilWhenBlank else {
                throw StoreError.refused(.reasonMissing)
            }
            record.resolvedOn = max(op.today, record.raisedOn)
            record.resolvedBy = signature.userId
            record.resolution = resolution.nfc
            return try op.update(record, about: record.personId)
        }
    }
}
