import Foundation
import GRDB
import Glibc
import Vault

/// Whose password opened the door, before she says in which home she works.
public struct Account: Equatable, Sendable {
    /// The user.
    public let user: User
    /// The homes she works in, by code.
    public let homes: [UserHomeSummary]
    /// Whether she has to choose a password of her own first: this one somebody else has seen.
    public var mustChoosePassword: Bool { user.passwordState == .temporary }

    init(user: User, homes: [UserHomeSummary]) {
        self.user = user
        self.homes = homes
    }

    /// The account of a programme's first user, for whom the door stands open.
    public init(_ firstUser: User) { self.init(user: firstUser, homes: []) }
}

extension HomesStore {
    /// The locked door of the programme in a folder.
    ///
    /// - Throws: `noProgramme`, `damaged` for an empty file, `keys(.noKeyFile)`.
    public static func door(of folder: String) throws(StoreError) -> HomesStore {
        let path = folder + "/" + fileName
        FirstFile(path: path).finish()
        // Not Foundation's attributes: it asks the system, and perhaps a server, for the owner's name.
        var status = stat()
        guard stat(path, &status) == 0 else { throw .noProgramme }
        // Ours are never empty: this one has lost what was in it, and is not begun anew.
        if status.st_size == 0 { throw .damaged }
        let store = HomesStore(path: path)
        guard store.keyFile.exists else { throw .keys(.noKeyFile) }
        return store
    }

    /// Opens the door with a name and a password. It takes the same time and says the same whether
    /// there is no such user, she may sign in no longer, or the password is wrong.
    ///
    /// - Throws: `refused(.wrongPassword)`; `waitBeforeTrying` and `refused(.triedTooOften)` after
    ///   wrong ones; `oldKeys` when an old key file was put back; `keys` with what is wrong with
    ///   the file or its keys; as `open`.
    public func unlock(userName: String, password: String) throws(StoreError) -> Account {
        let name = HomesStore.typed(userName)
        let keys = try keysTried(name, password)
        try open(with: keys)
        do throws(StoreError) {
            let account = try account(of: keys)
            answer(onlyTo: account.user.id)
            return account
        } catch {
            lock()
            throw error
        }
    }

    /// Signs in whoever opened the door and writes it to the journal, with what was tried in vain
    /// before.
    ///
    /// - Parameter homeId: In which home; needed only by those who work in several.
    /// - Throws: `noSuchRecord` for a home that is not hers; `notAllowed` when she works in several
    ///   homes and names none, or in none at all; `refused(.mustChoosePassword)`.
    public func signIn(
        _ account: Account, homeId: String? = nil, at moment: Instant
    ) throws(StoreError) -> Signed {
        if account.mustChoosePassword { throw .refused(.mustChoosePassword) }
        let signed = try signIn(account.user, homeId: homeId, at: moment)
        try handOnSecondKey(signed)
        return signed
    }

    /// Proves that a user has just typed her password, for what needs more than an open screen.
    ///
    /// - Throws: as `unlock`, for the password.
    public func prove(
        userName: String, password: String, at moment: Instant
    ) throws(StoreError) -> PasswordProof {
        let keys = try keysTried(HomesStore.typed(userName), password)
        let user = try account(of: keys).user
        if user.passwordState == .temporary { throw .refused(.mustChoosePassword) }
        return PasswordProof(userId: user.id, at: moment, keys: keys)
    }

    // MARK: Pieces

    /// A user name as it goes with a password.
    static func typed(_ userName: String) -> String { EntryText.halfWidth(userName) }

    /// The keys of a name and a password, if they are right and not tried too often.
    func keysTried(_ name: String, _ password: String) throws(StoreError) -> VaultKeys {
        let ticket = try tries.begin(name)
        let keys: VaultKeys
        do throws(VaultError) {
            keys = try keyFile.unlock(Credentials(name: name, password: password))
        } catch .wrongNameOrPassword {
            throw .refused(.wrongPassword)
        } catch {
            try tries.cameToNothing(ticket)
            throw StoreError(error)
        }
        try tries.succeeded(ticket)
        return keys
    }

    /// Whose slot it is.
    ///
    /// - Throws: `refused(.wrongPassword)` when it is nobody's any more; `oldKeys`.
    private func account(of keys: VaultKeys) throws(StoreError) -> Account {
        let slot = keys.slot?.text ?? ""
        let found = try read { db -> User? in
            let known = try db.keyGeneration()
            if UInt64(known) > keys.generation { throw StoreError.oldKeys }
            return try db.fetchValid(User.self, "keySlot = ? AND disabledOn IS NULL", [slot]).first
        }
        guard let user = found else { throw .refused(.wrongPassword) }
        return try account(of: user)
    }

    /// A user with her homes.
    func account(of user: User) throws(StoreError) -> Account {
        let homes = try read { try $0.homesOfUsers(user.id) }
        return Account(user: user, homes: homes[user.id] ?? [])
    }

    /// Writes what was tried in vain since the last sign-in to the journal, and says what that was.
    func writeTries(_ op: inout Operation) throws -> [TryCounter.Unwritten] {
        let names = try String.fetchAll(op.db, sql: "SELECT userName FROM user")
        let unwritten = try tries.unwritten(among: names)
        for tried in unwritten {
            let id = try tried.name.map {
                try String.fetchOne(
                    op.db, sql: "SELECT id FROM user WHERE userName = ?", arguments: [$0])
            }
            try op.journal(
                .failedLogin, User.table, id ?? nil, field: "password", new: String(tried.failures))
        }
        return unwritten
    }
}

extension Database {
    /// How often the key file had been changed when this file last heard of it.
    func keyGeneration() throws -> Int {
        try Int.fetchOne(self, sql: "SELECT generation FROM keyState") ?? 0
    }

    func setKeyGeneration(_ generation: UInt64) throws {
        try execute(
            sql: "UPDATE keyState SET generation = ? WHERE id = 1", arguments: [Int64(generation)])
    }

    /// Begins what a new file knows of its keys.
    func begin(_ generation: UInt64, _ seal: SecondSeal) throws {
        try execute(
            sql: "INSERT INTO keyState (id, generation, secondPublicKey) VALUES (1, ?, ?)",
            arguments: [Int64(generation), seal.publicBytes])
    }

    /// The public half of the pair by which everybody writes what only some may read.
    func secondPublicKey() throws -> Data? {
        try Data.fetchOne(self, sql: "SELECT secondPublicKey FROM keyState")
    }
}

extension SlotID {
    /// As the user table keeps it: two digits a byte.
    var text: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Reads it back; `nil` when it is none.
    init?(text: String) {
        let digits = Array(text)
        guard digits.count % 2 == 0 else { return nil }
        self.init(
            stride(from: 0, to: digits.count, by: 2).compactMap { index in
                UInt8(String(digits[index...index + 1]), radix: 16)
            })
    }
}
