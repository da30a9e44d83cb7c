import GRDB

extension HomesStore {
    /// Adds a way to reach a person.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`.
    @discardableResult
    public func addContact(
        _ contact: Contact, by signature: Signature
    ) throws(StoreError) -> Contact {
        try perform(.editRecord, signature) { operation in
            _ = try operation.db.own(
                Person.self, contact.personId, signature, for: .writeRecord)
            try operation.check(contact)
            return try operation.insert(contact.normalised, about: contact.personId)
        }
    }

    /// Saves a changed contact. It stays the same person's.
    ///
    /// - Throws: `noSuchRecord`, `changedMeanwhile`; `refused`: `roleMayNot`, `dateInFuture`.
    @discardableResult
    public func editContact(
        _ contact: Contact, by signature: Signature
    ) throws(StoreError) -> Contact {
        try perform(.editRecord, signature) { operation in
            let old = try operation.db.part(
                Contact.self, contact.id, of: \.personId, signature, for: .writeRecord)
            var record = contact.normalised
            record.personId = old.personId
            try operation.check(record)
            return try operation.update(record, about: record.personId)
        }
    }
}

extension Operation {
    /// Nobody can have confirmed the flags tomorrow.
    fileprivate func check(_ contact: Contact) throws {
        guard contact.checkedOn.map({ $0 <= today }) ?? true else {
            throw StoreError.refused(.dateInFuture)
        }
    }
}
