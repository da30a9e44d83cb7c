import GRDB

extension HomesStore {
    /// Changes what the programme is called, how a date is read in it, and how long it keeps what it
    /// has closed. Its clock and whether its people are invented stay. For administrators.
    ///
    /// - Throws: `refused(.roleMayNot)`, `changedMeanwhile`; `refused(.invalidValue)` for years
    ///   outside the range that the law leaves.
    @discardableResult
    public func editProgramme(
        _ programme: Programme, by signature: Signature
    ) throws(StoreError) -> Programme {
        try perform(.editRegistry, signature) { op in
            try op.db.require(.editRegistry, at: nil, signature)
            guard RetentionTerms.fileRange.contains(programme.fileYears),
                RetentionTerms.ledgerRange.contains(programme.ledgerYears)
            else { throw StoreError.refused(.invalidValue) }
            var record = try op.db.existing(Programme.self, programme.id)
            record.stamp = programme.stamp
            record.nameZh = programme.nameZh
            record.nameEn = programme.nameEn
            record.dateOrder = programme.dateOrder
            record.fileYears = programme.fileYears
            record.ledgerYears = programme.ledgerYears
            return try op.update(record, about: nil)
        }
    }

    /// Adds a home to the registry. For administrators.
    ///
    /// - Throws: `refused(.roleMayNot)`; `refused(.duplicateValue)` for a code in use;
    ///   `refused(.invalidValue)` for a code or county that cannot be.
    @discardableResult
    public func addHome(_ home: Home, by signature: Signature) throws(StoreError) -> Home {
        try perform(.editRegistry, signature) { op in
            try op.db.require(.editRegistry, at: nil, signature)
            return try op.insert(home, about: nil)
        }
    }

    /// Changes a home of the registry. For administrators.
    ///
    /// - Throws: `refused(.roleMayNot)`, `changedMeanwhile`; `refused(.stayOutsideOperation)` when
    ///   stays lie outside the new dates; `refused(.dropInHasNoBeds)`.
    @discardableResult
    public func editHome(_ home: Home, by signature: Signature) throws(StoreError) -> Home {
        try perform(.editRegistry, signature) { op in
            try op.db.require(.editRegistry, at: nil, signature)
            _ = try op.db.existing(Home.self, home.id)
            return try op.update(home, about: nil)
        }
    }

    /// Adds a room to a home. For administrators and the home's manager.
    ///
    /// - Throws: `refused(.roleMayNot)`, `noSuchRecord`, `refused(.duplicateValue)`.
    @discardableResult
    public func addRoom(_ room: Room, by signature: Signature) throws(StoreError) -> Room {
        try perform(.editRegistry, signature) { op in
            try op.db.require(.editRooms, at: room.homeId, signature)
            _ = try op.db.existing(Home.self, room.homeId)
            return try op.insert(room, about: nil)
        }
    }

    /// Adds a bed to a room. For administrators and the home's manager.
    ///
    /// - Throws: `refused(.roleMayNot)`, `noSuchRecord`, `refused(.duplicateValue)`,
    ///   `refused(.dropInHasNoBeds)`.
    @discardableResult
    public func addBed(_ bed: Bed, by signature: Signature) throws(StoreError) -> Bed {
        try perform(.editRegistry, signature) { op in
            let room = try op.db.existing(Room.self, bed.roomId)
            try op.db.require(.editRooms, at: room.homeId, signature)
            return try op.insert(bed, about: nil)
        }
    }

    /// Takes a bed out of the inventory for good, from a night on (HUD 2.07). For administrators
    /// and the home's manager.
    ///
    /// - Throws: `refused(.roleMayNot)`, `noSuchRecord`; `refused(.bedNotEmpty)` when somebody
    ///   sleeps in it then; `refused(.invalidValue)` before it was there.
    @discardableResult
    public func endInventory(
        ofBed bedId: String, from night: CivilDate, by signature: Signature
    ) throws(StoreError) -> Bed {
        try perform(.editRegistry, signature) { op in
            var bed = try op.db.existing(Bed.self, bedId)
            let room = try op.db.existing(Room.self, bed.roomId)
            try op.db.require(.editRooms, at: room.homeId, signature)
            bed.inventoryEndDate = night
            return try op.update(bed, about: nil)
        }
    }
}
