import GRDB
import Vault

/// A password that was made for a user, to be handed to her: she chooses her own at the first
/// sign-in.
public struct IssuedPassword: Sendable {
    /// The user.
    public let user: User
    /// Ten words.
    public let passphrase: Passphrase
}

extension HomesStore {
    /// Whether a user may choose a password: 15 characters or more, none that everybody tries, and
    /// nothing made of her own name. No rules of composition.
    ///
    /// - Returns: What is wrong; empty when she may.
    public static func passwordFaults(_ password: String, of user: User) -> [Phrase] {
        PasswordRule.faults(
            of: password,
            names: [user.userName, user.displayName].filter { !$0.isEmpty }
        ).map { fault in
            switch fault {
            case .tooShort(let count):
                Phrase(
                    "\(count) characters; at least \(PasswordRule.leastLength) are needed.",
                    "现有\(count)个字符，至少需\(PasswordRule.leastLength)个。")
            case .tooLong(let count):
                Phrase(
                    "\(count) characters; \(PasswordRule.greatestLength) fit.",
                    "现有\(count)个字符，最多\(PasswordRule.greatestLength)个。")
            case .common:
                Phrase("Too easy to guess. Take words of your own.", "太容易被猜到，请用自选的词。")
            }
        }
    }

    /// - Throws: `refused(.passwordTooWeak)`.
    static func checkPassword(_ password: String, of user: User) throws(StoreError) {
        if !passwordFaults(password, of: user).isEmpty { throw .refused(.passwordTooWeak) }
    }

    /// Gives a user a new password that nobody chose, for the first time or because she has
    /// forgotten hers; who was locked out for trying too often may try again. For administrators.
    /// She chooses her own at the next sign-in, so the administrator never knows it.
    ///
    /// - Throws: `refused(.roleMayNot)`, `noSuchRecord` for an unknown or disabled user,
    ///   `refused(.noFreeSlot)`; `keys`, `busy`, `diskFull`.
    public func issuePassword(
        to userId: String, by signature: Signature
    ) throws(StoreError) -> IssuedPassword {
        let keys = try keysOfDoor()
        let user = try read(.manageUsers, at: nil, by: signature) { db in
            let user = try db.existing(User.self, userId)
            guard user.disabledOn == nil else { throw StoreError.noSuchRecord }
            return user
        }
        let passphrase = Passphrase(in: .list(for: user.language))
        let saved = try orPuttingKeysBack { () throws(StoreError) in
            let slot = try newSlot(of: user, passphrase, using: keys)
            return try perform(.issuePassword, signature) { op in
                try op.db.require(.manageUsers, at: nil, signature)
                var user = try op.db.existing(User.self, userId)
                user.keySlot = slot.text
                user.passwordState = .temporary
                try op.noteKeys(try self.keyFile.generation(using: keys))
                return try op.update(user, about: nil)
            }
        }
        try tries.forgive(user.userName)
        return IssuedPassword(user: saved, passphrase: passphrase)
    }

    /// Changes the password of whoever opened the door.
    ///
    /// - Throws: `refused(.passwordTooWeak)`, `refused(.wrongPassword)` when the old one is wrong,
    ///   `refused(.passwordTaken)`, `waitBeforeTrying`.
    public func changePassword(
        of user: User, from old: String, to new: String, at moment: Instant
    ) throws(StoreError) -> Account {
        try HomesStore.checkPassword(new, of: user)
        let name = HomesStore.typed(user.userName)
        let keys = try keysTried(name, old)
        let signature = try signature(of: user, at: moment)
        let saved = try orPuttingKeysBack { () throws(StoreError) in
            try StoreError.ofVault { () throws(VaultError) in
                try keyFile.changePassword(
                    from: Credentials(name: name, password: old),
                    to: Credentials(name: name, password: new), using: keys)
            }
            return try perform(.changePassword, signature) { op in
                var user = try op.db.existing(User.self, user.id)
                user.passwordState = .own
                try op.noteKeys(try self.keyFile.generation(using: keys))
                return try op.update(user, about: nil)
            }
        }
        return try account(of: saved)
    }

    // MARK: Slots

    /// Changes the key file and then the sealed file, or neither: when the second cannot be written,
    /// the password that was shown or chosen must not hold all the same.
    private func orPuttingKeysBack<Value>(
        _ change: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let before = try StoreError.ofVault { () throws(VaultError) in try keyFile.kept() }
        do throws(StoreError) {
            return try change()
        } catch {
            try? keyFile.putBack(before)
            throw error
        }
    }

    /// - Throws: `locked` where no password opened the door.
    func keysOfDoor() throws(StoreError) -> VaultKeys {
        guard let keys else { throw .locked }
        return keys
    }

    /// The slot of a user under a new password; it carries the second key when her role reads what
    /// that seals and whoever gives it has it.
    private func newSlot(
        of user: User, _ passphrase: Passphrase, using keys: VaultKeys
    ) throws(StoreError) -> SlotID {
        let credentials = Credentials(
            name: HomesStore.typed(user.userName), password: passphrase.text)
        let carries = user.role.readsSecondSeal && keys.secondKey != nil
        return try StoreError.ofVault { () throws(VaultError) in
            if let old = user.keySlot.flatMap(SlotID.init(text:)) {
                do throws(VaultError) {
                    return try keyFile.resetSlot(
                        old, to: credentials, carriesSecondKey: carries ? true : nil, using: keys)
                } catch .noSlot {
                    // It was taken away by a lock-out, or its change was cut short.
                }
            }
            return try keyFile.addSlot(credentials, carriesSecondKey: carries, using: keys)
        }
    }

    /// Takes a user's slot away.
    func removeSlot(of user: User) throws(StoreError) {
        guard let keys, let slot = user.keySlot.flatMap(SlotID.init(text:)) else { return }
        try StoreError.ofVault { () throws(VaultError) in
            do throws(VaultError) {
                try keyFile.removeSlot(slot, using: keys)
            } catch .noSlot {
                // It is gone already.
            }
        }
    }

    /// Who carries the second key gives it to the slots of those whose role reads what it seals,
    /// and takes it from those who only handed it on; slots that no user has are taken away.
    func handOnSecondKey(_ signed: Signed) throws(StoreError) {
        guard let keys else { return }
        let users = try read { db in try db.fetchValid(User.self, "keySlot IS NOT NULL") }
        let byslot = Dictionary(
            users.compactMap { user in user.keySlot.map { ($0, user) } },
            uniquingKeysWith: { first, _ in first })
        let isCarrier = signed.user.role.readsSecondSeal && keys.secondKey != nil
        try StoreError.ofVault { () throws(VaultError) in
            for slot in try keyFile.slots(using: keys) {
                guard let user = byslot[slot.id.text] else {
                    if Policy.mayEver(signed.user.role, .manageUsers) {
                        try keyFile.removeSlot(slot.id, using: keys)
                    }
                    continue
                }
                let isEntitled = user.role.readsSecondSeal
                if isCarrier, slot.carriesSecondKey != isEntitled {
                    try keyFile.setSecondKey(isEntitled, of: slot.id, using: keys)
                }
            }
        }
        let generation = try StoreError.ofVault { () throws(VaultError) in
            try keyFile.generation(using: keys)
        }
        let known = try read { try $0.keyGeneration() }
        guard UInt64(known) != generation else { return }
        try perform(.signIn, signed.signature) { op in try op.noteKeys(generation) }
    }
}

extension Operation {
    /// Keeps how often the key file has been changed, so that an old one is noticed.
    func noteKeys(_ generation: UInt64) throws { try db.setKeyGeneration(generation) }
}

extension Role {
    /// Whether the role reads what the second key seals: where a woman went, and sealed notes.
    /// Those who open records without breaking a glass.
    var readsSecondSeal: Bool { Policy.mayEver(self, .openRecord) }
}

extension WordList {
    /// The words of a language.
    static func list(for language: Language) -> WordList {
        switch language {
        case .english: .english
        case .chinese: .chinese
        }
    }
}
