import GRDB

extension HomesStore {
    /// Keeps a note as its author's draft, a new one or a changed one. Nobody else sees it before
    /// it is signed.
    ///
    /// - Throws: `noSuchRecord`, also for somebody else's draft; `changedMeanwhile`; `refused`:
    ///   `roleMayNot`, `dateInFuture`, `noteIsSigned`, `noteNotSigned` when it would amend a draft
    ///   or another woman's note, `invalidValue` without a text.
    @discardableResult
    public func writeNote(_ note: Note, by signature: Signature) throws(StoreError) -> Note {
        try perform(.writeNote, signature) { op in try op.keep(note, isSigned: false) }
    }

    /// Signs a note, with the text given: from now on everybody who may open the record reads it,
    /// and nobody changes or voids it. Only its author signs it.
    ///
    /// - Throws: as `writeNote`.
    @discardableResult
    public func signNote(_ note: Note, by signature: Signature) throws(StoreError) -> Note {
        let name: OperationName = note.amendsId == nil ? .signNote : .amendNote
        return try perform(name, signature) { op in try op.keep(note, isSigned: true) }
    }

    /// Throws an author's own draft of a note away: it is void, and undo takes that back.
    ///
    /// - Throws: `noSuchRecord`, also for somebody else's draft; `refused`: `roleMayNot`,
    ///   `noteIsSigned`.
    public func discardNote(_ id: String, by signature: Signature) throws(StoreError) {
        try perform(.voidRecord, signature) { op in
            let note = try op.ownDraft(id)
            try op.void(note, about: note.personId, reason: "draft")
        }
    }
}

extension Operation {
    /// A draft of the signer's own.
    fileprivate func ownDraft(_ id: String) throws -> Note {
        let note = try db.part(Note.self, id, of: \.personId, signature, for: .writeRecord)
        guard !note.isSigned else { throw StoreError.refused(.noteIsSigned) }
        guard note.stamp.createdBy == signature.userId else { throw StoreError.noSuchRecord }
        return note
    }

    fileprivate mutating func keep(_ note: Note, isSigned: Bool) throws -> Note {
        let old = note.id.isEmpty ? nil : try ownDraft(note.id)
        let person = try db.own(
            Person.self, old?.personId ?? note.personId, signature, for: .writeRecord)
        guard note.date <= today else { throw StoreError.refused(.dateInFuture) }
        guard note.text.nilWhenBlank != nil else { throw StoreError.refused(.invalidValue) }
        var record = note.normalised
        record.personId = person.id
        record.amendsId = old == nil ? note.amendsId : old?.amendsId
        record.signedAt = isSigned ? signature.at : nil
        record.signedBy = isSigned ? signature.userId : nil
        return old == nil
            ? try insert(record, about: person.id) : try update(record, about: person.id)
    }
}
