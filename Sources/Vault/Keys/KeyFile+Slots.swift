import Crypto

extension KeyFile {
    /// A used slot, for a list.
    public struct Slot: Hashable, Sendable {
        /// Which one.
        public let id: SlotID
        /// Whether it carries the second key.
        public let carriesSecondKey: Bool
    }

    /// The users' slots, in no particular order.
    ///
    /// - Throws: as `unlock`.
    public func slots(using keys: VaultKeys) throws(VaultError) -> [Slot] {
        let (table, places) = try table(using: keys)
        return zip(table.slots, places).compactMap { slot, place in
            guard place.use == .user, let id = SlotID(slot.id) else { return nil }
            return Slot(id: id, carriesSecondKey: place.carriesSecondKey)
        }
    }

    /// Adds a slot for a user. Two users never have the same name, which is the program's to keep.
    ///
    /// - Throws: `noFreeSlot`, `slotTaken`, `noSecondKey` when the key to give on is not there,
    ///   `unusable`.
    public func addSlot(
        _ credentials: Credentials, carriesSecondKey: Bool = false, using keys: VaultKeys
    ) throws(VaultError) -> SlotID {
        if carriesSecondKey, keys.secondKey == nil { throw .noSecondKey }
        return try change(using: keys) { table, places throws(VaultError) in
            let secret = try SlotSecret(credentials, salt: table.salt, cost: table.cost)
            guard !table.slots.contains(where: { $0.isAt(secret.locator) }) else {
                throw .slotTaken
            }
            let free = places.indices.filter { places[$0].use == .free }
            guard let index = free.randomElement() else { throw .noFreeSlot }
            let slot = try KeyFile.slot(
                for: secret, second: carriesSecondKey ? keys.secondKey : nil, keys)
            table.slots[index] = slot
            places[index] = KeyTable.Place(use: .user, carriesSecondKey: carriesSecondKey)
            guard let id = SlotID(slot.id) else { throw .cryptography }
            return id
        }
    }

    /// Gives a user a new password without knowing the old one, for example one that was generated.
    ///
    /// - Parameter carriesSecondKey: whether the slot has the second key from now on; without it, as
    ///   before. Only whoever carries it can give it.
    /// - Throws: `noSlot`, `slotTaken`, `unusable`.
    /// - Returns: the slot's new identifier.
    public func resetSlot(
        _ id: SlotID, to credentials: Credentials, carriesSecondKey: Bool? = nil,
        using keys: VaultKeys
    ) throws(VaultError) -> SlotID {
        try change(using: keys) { table, places throws(VaultError) in
            let index = try KeyFile.place(of: id, table, places)
            let secret = try SlotSecret(credentials, salt: table.salt, cost: table.cost)
            guard !table.slots.contains(where: { $0.isAt(secret.locator) }) else {
                throw .slotTaken
            }
            let carries = carriesSecondKey ?? places[index].carriesSecondKey
            let second = carries ? keys.secondKey : nil
            table.slots[index] = try KeyFile.slot(for: secret, second: second, keys)
            places[index].carriesSecondKey = second != nil
            guard let id = SlotID(table.slots[index].id) else { throw .cryptography }
            return id
        }
    }

    /// Changes a user's own password; the slot stays the same and keeps what it carries.
    ///
    /// - Throws: `wrongNameOrPassword` when the old one is wrong, `slotTaken`, `unusable`.
    public func changePassword(
        from old: Credentials, to new: Credentials, using keys: VaultKeys
    ) throws(VaultError) {
        try change(using: keys) { table, _ throws(VaultError) in
            let before = try SlotSecret(old, salt: table.salt, cost: table.cost)
            let after = try SlotSecret(new, salt: table.salt, cost: table.cost)
            guard let index = table.slots.firstIndex(where: { $0.isAt(before.locator) }),
                let pair = table.slots[index].unwrap(before)
            else { throw .wrongNameOrPassword }
            guard !table.slots.contains(where: { $0.isAt(after.locator) }) else {
                throw .slotTaken
            }
            try table.slots[index].wrap(pair, under: after)
        }
    }

    /// Gives the second key to a slot or takes it away.
    ///
    /// - Throws: `noSlot`, `noSecondKey`, `unusable`.
    public func setSecondKey(
        _ carries: Bool, of id: SlotID, using keys: VaultKeys
    ) throws(VaultError) {
        try change(using: keys) { table, places throws(VaultError) in
            let index = try KeyFile.place(of: id, table, places)
            if carries {
                guard let secondKey = keys.secondKey else { throw .noSecondKey }
                try table.slots[index].seal(
                    dataKey: keys.dataKey, secondKey: secondKey, fileID: keys.fileID)
            } else {
                table.slots[index].dropSecondKey()
            }
            places[index].carriesSecondKey = carries
        }
    }

    /// Takes a user's access away. Whoever had the key in memory still knows it: `rotate` is what
    /// makes it worthless.
    ///
    /// - Throws: `noSlot`, `unusable`.
    public func removeSlot(_ id: SlotID, using keys: VaultKeys) throws(VaultError) {
        try change(using: keys) { table, places throws(VaultError) in
            let index = try KeyFile.place(of: id, table, places)
            table.slots[index] = KeySlot.filler()
            places[index] = KeyTable.Place(use: .free, carriesSecondKey: false)
        }
    }

    /// Takes every user's access away and leaves the recovery shares: the quick lock-out. The
    /// records stay; two shares restore everything.
    ///
    /// - Throws: `unusable`.
    public func lockOut(using keys: VaultKeys) throws(VaultError) {
        try change(using: keys) { table, places in
            for index in places.indices where places[index].use == .user {
                table.slots[index] = KeySlot.filler()
                places[index] = KeyTable.Place(use: .free, carriesSecondKey: false)
            }
        }
    }

    /// Makes three new recovery shares; the old ones are worthless from then on.
    ///
    /// - Throws: `noSecondKey` unless the second key is there, `unusable`.
    public func newRecoveryShares(using keys: VaultKeys) throws(VaultError) -> [RecoveryShare] {
        guard keys.secondKey != nil else { throw .noSecondKey }
        let recovery = RecoverySecret()
        try change(using: keys) { table, places throws(VaultError) in
            let index =
                places.firstIndex { $0.use == .recovery }
                ?? places.firstIndex { $0.use == .free }
            guard let index else { throw .noFreeSlot }
            let secret = SlotSecret(recovery: recovery.bytes, salt: table.salt)
            table.slots[index] = try KeyFile.slot(for: secret, second: keys.secondKey, keys)
            places[index] = KeyTable.Place(use: .recovery, carriesSecondKey: true)
        }
        return recovery.shares()
    }

    // MARK: pieces

    private static func slot(
        for secret: SlotSecret, second: SymmetricKey?, _ keys: VaultKeys
    ) throws(VaultError) -> KeySlot {
        var slot = try KeySlot(secret: secret)
        try slot.seal(dataKey: keys.dataKey, secondKey: second, fileID: keys.fileID)
        return slot
    }

    private static func place(
        of id: SlotID, _ table: KeyTable, _ places: [KeyTable.Place]
    ) throws(VaultError) -> Int {
        let index = table.slots.indices.first {
            places[$0].use == .user && table.slots[$0].id == id.bytes
        }
        guard let index else { throw .noSlot }
        return index
    }
}
