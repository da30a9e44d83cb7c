import GRDB
import Vault

extension HomesStore {
    /// Quick lock-out: takes every user's access away, now. The records stay; two of the three
    /// recovery shares restore access. Whoever has signed in anywhere is signed off; on a full disk
    /// open screens elsewhere stay until their cover asks for a password that opens nothing.
    ///
    /// - Throws: `locked`, `keys`, `busy`, `diskFull`.
    public func lockOut(by signature: Signature) throws(StoreError) {
        let keys = try keysOfDoor()
        // The slots first: they are what opens the file. The journal is told if it can be.
        try StoreError.ofVault { () throws(VaultError) in try keyFile.lockOut(using: keys) }
        let generation = try? keyFile.generation(using: keys)
        defer { lock() }
        // Full disk or not, from here on nobody signs in: what cannot be written is not said to
        // have failed.
        try? perform(.lockOut, signature) { op in
            for var user in try op.db.fetchValid(User.self, "keySlot IS NOT NULL") {
                user.keySlot = nil
                user.passwordState = .none
                try op.update(user, about: nil)
            }
            if let generation { try op.noteKeys(generation) }
        }
    }

    /// Opens the door with two recovery shares and gives an administrator a new password: after a
    /// lock-out, or when nobody knows a password any more.
    ///
    /// - Parameter userName: Which administrator; without it the first.
    /// - Returns: Her new password, for the next sign-in only; the door is locked again.
    /// - Throws: `refused(.tooFewShares)`, `refused(.wrongShares)`, `noSuchRecord` when there is no
    ///   such administrator; as `open`.
    public func recover(
        with shares: [ShareWords], userName: String? = nil, at moment: Instant
    ) throws(StoreError) -> IssuedPassword {
        let keys = try StoreError.ofVault { () throws(VaultError) in
            try keyFile.recover(shares.map(\.share))
        }
        try open(with: keys)
        defer { lock() }
        let found = try read { db in
            try db.fetchValid(
                User.self,
                """
                role IN (\(db.roles(for: .manageUsers))) AND disabledOn IS NULL
                  AND (?1 IS NULL OR userName = ?1)
                """,
                [userName.map(HomesStore.typed)], order: "createdAt, id"
            ).first
        }
        guard let user = found else { throw .noSuchRecord }
        let signature = try signature(of: user, at: moment)
        try perform(.recover, signature) { op in
            try op.journal(.unlock, User.table, user.id)
        }
        let issued = try issuePassword(to: user.id, by: signature)
        // Whoever is to hand the second key on has to have it.
        if let slot = issued.user.keySlot.flatMap(SlotID.init(text:)) {
            try StoreError.ofVault { () throws(VaultError) in
                try keyFile.setSecondKey(true, of: slot, using: keys)
            }
        }
        return issued
    }

    /// Makes three new recovery shares; the old ones are worthless from then on. For
    /// administrators, with the password of somebody who carries the second key beside theirs.
    ///
    /// - Throws: `refused`: `roleMayNot`, `needsTwoPersons`, `needsSecondKey`.
    public func newRecoveryShares(
        second: PasswordProof, by signature: Signature
    ) throws(StoreError) -> [RecoveryShare] {
        try perform(.newShares, signature) { op in
            try op.db.require(.manageUsers, at: nil, signature)
            try op.confirm(by: second, .confirmGrant)
            guard let keys = second.keys else { throw StoreError.refused(.needsSecondKey) }
            let shares = try self.keyFile.newRecoveryShares(using: keys)
            try op.journal(.create, "recoveryShare")
            try op.noteKeys(try self.keyFile.generation(using: keys))
            return shares
        }
    }
}
