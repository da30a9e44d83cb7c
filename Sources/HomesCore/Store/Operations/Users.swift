import GRDB
import Vault

/// A user as lists show her.
public struct UserSummary: Equatable, Sendable {
    /// The user's record id.
    public let id: String
    /// What she types to sign in.
    public let userName: String
    /// Her name as shown.
    public let displayName: String
    /// Her role.
    public let role: Role
    /// The language she reads.
    public let language: Language
    /// The homes she works in, by code.
    public let homes: [UserHomeSummary]
    /// Whether she may sign in no longer.
    public let isDisabled: Bool
    /// Whether she has a password, and whose choice it was.
    public let passwordState: PasswordState

    /// The codes of her homes, in order.
    public var homeCodes: [String] { homes.map(\.homeCode) }
}

/// A home of a user, for the choice at sign-in.
public struct UserHomeSummary: Equatable, Sendable {
    /// The home's record id.
    public let homeId: String
    /// `AH-014`.
    public let homeCode: String
    /// The home's name.
    public let name: Phrase
}

/// Who has signed in, where, and the signature for what she does.
public struct Signed: Equatable, Sendable {
    /// The user.
    public let user: User
    /// The home she works in; `nil` for the programme's staff.
    public let home: Home?
    /// Her signature at the moment of signing in; later ones differ in `at` alone.
    public let signature: Signature
}

extension HomesStore {
    /// Adds a user and her homes; she has no password yet. For administrators, with a second
    /// person once there is one who may confirm.
    ///
    /// - Parameter second: The password of another administrator, a home manager or a supervisor.
    /// - Throws: `refused`: `roleMayNot`, `userNameTaken`, `invalidValue`, `needsTwoPersons`;
    ///   `noSuchRecord` for an unknown home; `notAllowed` for home staff without a home.
    @discardableResult
    public func addUser(
        _ user: User, homeIds: [String], second: PasswordProof? = nil, by signature: Signature
    ) throws(StoreError) -> User {
        var user = try user.checked()
        user.keySlot = nil
        user.passwordState = .none
        let added = user
        return try perform(.addUser, signature) { op in
            try op.db.require(.manageUsers, at: nil, signature)
            let isTaken = try Bool.fetchOne(
                op.db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE userName = ? COLLATE NOCASE)",
                arguments: [added.userName])
            if isTaken == true { throw StoreError.refused(.userNameTaken) }
            if let signed = added.codeOfConductAcceptedOn, signed > op.today {
                throw StoreError.refused(.dateInFuture)
            }
            if added.role.worksInAHome, homeIds.isEmpty {
                throw StoreError.notAllowed(UserWords.needsHome)
            }
            try op.confirmGrant(by: second)
            let saved = try op.insert(added, about: nil)
            try op.setHomes(of: saved.id, to: homeIds)
            return saved
        }
    }

    /// Gives a user another role, and says in which homes she works from now on. For
    /// administrators, with a second person.
    ///
    /// - Throws: `refused`: `roleMayNot`, `needsTwoPersons`, `lastSecondPerson`; `noSuchRecord`
    ///   for an unknown user or home; `notAllowed` for home staff without a home.
    public func setRole(
        of userId: String, to role: Role, homeIds: [String], second: PasswordProof? = nil,
        by signature: Signature
    ) throws(StoreError) {
        let user = try perform(.changeRole, signature) { op in
            try op.db.require(.manageUsers, at: nil, signature)
            var user = try op.db.existing(User.self, userId)
            if role.worksInAHome, homeIds.isEmpty {
                throw StoreError.notAllowed(UserWords.needsHome)
            }
            try op.confirmGrant(by: second)
            user.role = role
            user = try op.update(user, about: nil)
            try op.setHomes(of: userId, to: homeIds)
            try op.db.requireSecondPersons()
            return user
        }
        guard !role.readsSecondSeal, let keys, let slot = user.keySlot.flatMap(SlotID.init(text:))
        else { return }
        try StoreError.ofVault { () throws(VaultError) in
            try keyFile.setSecondKey(false, of: slot, using: keys)
        }
    }

    /// Says in which homes a user works from now on. For administrators, with a second person.
    ///
    /// - Throws: as `setRole`.
    public func setHomes(
        of userId: String, to homeIds: [String], second: PasswordProof? = nil,
        by signature: Signature
    ) throws(StoreError) {
        try perform(.changeRole, signature) { op in
            try op.db.require(.manageUsers, at: nil, signature)
            _ = try op.db.existing(User.self, userId)
            try op.confirmGrant(by: second)
            try op.setHomes(of: userId, to: homeIds)
        }
    }

    /// Lets a user sign in no longer, from today on: her key slot is taken away. For
    /// administrators.
    ///
    /// - Throws: `refused`: `roleMayNot`, `lastSecondPerson`; `noSuchRecord`.
    public func disableUser(_ userId: String, by signature: Signature) throws(StoreError) {
        let user = try perform(.disableUser, signature) { op in
            try op.db.require(.manageUsers, at: nil, signature)
            var user = try op.db.existing(User.self, userId)
            let before = user
            user.disabledOn = signature.today
            user.keySlot = nil
            user.passwordState = .none
            try op.update(user, about: nil)
            try op.db.requireSecondPersons()
            return before
        }
        try removeSlot(of: user)
    }

    /// Every user, by name.
    public func users() throws(StoreError) -> [UserSummary] {
        try read { db in
            let homes = try db.homesOfUsers()
            return try db.fetchValid(User.self, order: "userName COLLATE NOCASE, id").map { user in
                UserSummary(
                    id: user.id, userName: user.userName, displayName: user.displayName,
                    role: user.role, language: user.language, homes: homes[user.id] ?? [],
                    isDisabled: user.disabledOn != nil, passwordState: user.passwordState)
            }
        }
    }

    /// Signs a user in by name alone, for tests of everything that comes after.
    package func signIn(
        userName: String, homeId: String? = nil, at moment: Instant
    ) throws(StoreError) -> Signed {
        let name = EntryText.halfWidth(userName)
        let found = try read { db in
            try db.fetchValid(
                User.self, "userName = ? COLLATE NOCASE AND disabledOn IS NULL", [name]
            ).first
        }
        guard let user = found else { throw .noSuchRecord }
        return try signIn(user, homeId: homeId, at: moment)
    }

    /// Signs a user in and writes it to the journal.
    func signIn(
        _ user: User, homeId: String?, at moment: Instant
    ) throws(StoreError) -> Signed {
        var signature = try signature(of: user, at: moment)
        let home: Home?
        do {
            home = try homeToWorkIn(user, homeId: homeId)
        } catch {
            if error == .noSuchRecord {
                try perform(.signIn, signature) { op in
                    try op.journal(.failedLogin, User.table, user.id)
                }
            }
            throw error
        }
        signature.homeId = home?.id
        signature.homeCode = home?.homeCode
        let isCounting = isOpenedByUser
        let (signed, tried) = try perform(.signIn, signature) { op in
            let tried = isCounting ? try self.writeTries(&op) : []
            try op.journal(.login, User.table, user.id)
            return (Signed(user: user, home: home, signature: op.signature), tried)
        }
        if !tried.isEmpty { try tries.written(tried) }
        return signed
    }

    /// The signature of a user before she has said in which home she works.
    func signature(of user: User, at moment: Instant) throws(StoreError) -> Signature {
        Signature(
            userId: user.id, role: user.role, at: moment,
            offsetMinutes: try programme().utcOffsetMinutes)
    }

    /// Writes to the journal that a user has left the program.
    public func signOut(by signature: Signature) throws(StoreError) {
        try perform(.signOut, signature) { op in
            try op.journal(.logout, User.table, signature.userId)
        }
    }

    private func homeToWorkIn(_ user: User, homeId: String?) throws(StoreError) -> Home? {
        guard user.role.worksInAHome else { return nil }
        let homes = try read { db in
            try db.fetchValid(
                Home.self,
                """
                id IN (SELECT homeId FROM userHome WHERE userId = ? AND voidedAt IS NULL)
                """, [user.id], order: "homeCode, id")
        }
        if let homeId {
            guard let home = homes.first(where: { $0.id == homeId }) else { throw .noSuchRecord }
            return home
        }
        if homes.count == 1 { return homes[0] }
        if homes.isEmpty {
            // Whoever sets a programme up has no home before the registry is there.
            if user.stamp.createdBy == user.id { return nil }
            throw .notAllowed(UserWords.needsHome)
        }
        throw .notAllowed(UserWords.whichHome)
    }
}

extension Database {
    /// The homes of users, by user, each in the order of its code.
    ///
    /// - Parameter userId: Whose; `nil` for everybody's.
    func homesOfUsers(_ userId: String? = nil) throws -> [String: [UserHomeSummary]] {
        var homes: [String: [UserHomeSummary]] = [:]
        let rows = try Row.fetchCursor(
            self,
            sql: """
                SELECT u.userId, h.id, h.homeCode, h.nameEn, h.nameZh
                FROM userHome u JOIN home h ON h.id = u.homeId
                WHERE u.voidedAt IS NULL AND h.voidedAt IS NULL AND (?1 IS NULL OR u.userId = ?1)
                ORDER BY h.homeCode, h.id
                """, arguments: [userId])
        while let row = try rows.next() {
            homes[row[0], default: []].append(
                UserHomeSummary(homeId: row[1], homeCode: row[2], name: Phrase(row[3], row[4])))
        }
        return homes
    }

    /// The roles that may do something to some record, as a list of SQL.
    func roles(for action: StaffAction) -> String {
        Role.allCases.filter { Policy.mayEver($0, action) }.map { "'\($0.rawValue)'" }
            .joined(separator: ", ")
    }

    /// - Throws: `refused(.lastSecondPerson)` when fewer than two are left of those who may
    ///   confirm, or no administrator.
    fileprivate func requireSecondPersons() throws {
        let isLeft = try Bool.fetchOne(
            self,
            sql: """
                SELECT count(*) >= 2 AND sum(role IN (\(roles(for: .manageUsers)))) >= 1 FROM user
                WHERE role IN (\(roles(for: .confirmGrant)))
                  AND disabledOn IS NULL AND voidedAt IS NULL
                """)
        guard isLeft == true else { throw StoreError.refused(.lastSecondPerson) }
    }
}

extension Operation {
    /// Two persons grant a role. The first who sets a programme up is alone until there is one
    /// other user, ever, who may confirm.
    fileprivate mutating func confirmGrant(by second: PasswordProof?) throws {
        let isAlone = try Bool.fetchOne(
            db,
            sql: """
                SELECT NOT EXISTS (SELECT 1 FROM user
                  WHERE id <> ? AND role IN (\(db.roles(for: .confirmGrant))))
                """, arguments: [signature.userId])
        if isAlone == true { return }
        try confirm(by: second, .confirmGrant)
    }

    /// Makes a user's homes exactly these.
    fileprivate mutating func setHomes(of userId: String, to homeIds: [String]) throws {
        let old = try db.fetchAll(UserHome.self, "userId = ?", [userId])
        for row in old where !row.stamp.isVoided && !homeIds.contains(row.homeId) {
            try void(row, about: nil, reason: "moved")
        }
        var done: Set<String> = []
        for homeId in homeIds where done.insert(homeId).inserted {
            _ = try db.existing(Home.self, homeId)
            if let row = old.first(where: { $0.homeId == homeId }) {
                if row.stamp.isVoided { try restore(row, about: nil, reason: "moved") }
                continue
            }
            var row = UserHome()
            row.userId = userId
            row.homeId = homeId
            try insert(row, about: nil)
        }
    }
}

/// What signing in may answer.
private enum UserWords {
    static let needsHome = Phrase(
        "Home staff need a home. Ask the administrator to name it.", "工作人员须有所属之家。请管理员指定。")
    static let whichHome = Phrase("Choose the home you work in today.", "请选择今天所在的妇女之家。")
}
