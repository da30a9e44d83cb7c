import GRDB

extension HomesStore {
    /// Makes the programme of an empty file, its first user, who signs herself, and its provinces.
    ///
    /// - Returns: The first user as saved.
    /// - Throws: `refused(.duplicateValue)` when the file has a programme, `refused(.invalidValue)`
    ///   for a user name that is empty or has a space.
    @discardableResult
    package func setUp(
        programme: Programme, firstUser: User, provinces: [Province] = [], at moment: Instant
    ) throws(StoreError) -> User {
        var ids = IdentifierSource()
        var user = try firstUser.checked()
        user.stamp = Stamp()
        user.stamp.id = ids.next(at: moment)
        user.stamp.createdAt = moment
        user.stamp.createdBy = user.id
        user.stamp.updatedAt = moment
        user.stamp.updatedBy = user.id
        let saved = user
        let signature = Signature(
            userId: saved.id, role: saved.role, at: moment,
            offsetMinutes: programme.utcOffsetMinutes)
        return try perform(.setUp, signature) { op in
            guard try op.db.fetchValid(Programme.self).isEmpty else {
                throw StoreError.refused(.duplicateValue)
            }
            try op.db.insertRow(saved)
            try op.journal(.create, User.table, saved.id)
            try op.insert(programme, about: nil)
            for province in provinces { try op.insert(province, about: nil) }
            return saved
        }
    }

    /// Who set the programme up: the user who signed herself. Of several, the least id; `nil` in a
    /// file that has none.
    public func firstUser() throws(StoreError) -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: "SELECT id FROM user WHERE createdBy = id AND voidedAt IS NULL ORDER BY id")
        }
    }

    /// The programme of this file.
    ///
    /// - Throws: `noProgramme` when it was never set up.
    public func programme() throws(StoreError) -> Programme {
        try read { db in
            guard let programme = try db.fetchValid(Programme.self).first else {
                throw StoreError.noProgramme
            }
            return programme
        }
    }
}

extension User {
    /// The user with her names trimmed.
    ///
    /// - Throws: `refused(.invalidValue)` when the user name is empty or has a space.
    func checked() throws(StoreError) -> User {
        var user = self
        user.userName = EntryText.halfWidth(userName)
        user.displayName = EntryText.halfWidth(displayName)
        if user.displayName.isEmpty { user.displayName = user.userName }
        guard !user.userName.isEmpty, !user.userName.contains(where: \.isWhitespace) else {
            throw .refused(.invalidValue)
        }
        return user
    }
}
