import GRDB

/// A user as the sign-in list shows her.
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
    /// Adds a user and her homes. For administrators.
    ///
    /// - Throws: `refused(.roleMayNot)`, `refused(.userNameTaken)`, `refused(.invalidValue)`;
    ///   `noSuchRecord` for an unknown home; `notAllowed` for home staff without a home.
    @discardableResult
    public func addUser(
        _ user: User, homeIds: [String], by signature: Signature
    ) throws(StoreError) -> User {
        let user = try user.checked()
        return try perform(.addUser, signature) { op in
            try op.db.require(.manageUsers, at: nil, signature)
            let isTaken = try Bool.fetchOne(
                op.db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE userName = ? COLLATE NOCASE)",
                arguments: [user.userName])
            if isTaken == true { throw StoreError.refused(.userNameTaken) }
            if user.role.worksInAHome, homeIds.isEmpty {
                throw StoreError.notAllowed(UserWords.needsHome)
            }
            let saved = try op.insert(user, about: nil)
            try op.setHomes(of: saved.id, to: homeIds)
            return saved
        }
    }

    /// Says in which homes a user works from now on. For administrators.
    ///
    /// - Throws: `refused(.roleMayNot)`; `noSuchRecord` for an unknown user or home.
    public func setHomes(
        of userId: String, to homeIds: [String], by signature: Signature
    ) throws(StoreError) {
        try perform(.addUser, signature) { op in
            try op.db.require(.manageUsers, at: nil, signature)
            _ = try op.db.existing(User.self, userId)
            try op.setHomes(of: userId, to: homeIds)
        }
    }

    /// Lets a user sign in no longer, from today on. For administrators.
    ///
    /// - Throws: `refused(.roleMayNot)`, `noSuchRecord`.
    public func disableUser(_ userId: String, by signature: Signature) throws(StoreError) {
        try perform(.addUser, signature) { op in
            try op.db.require(.manageUsers, at: nil, signature)
            var user = try op.db.existing(User.self, userId)
            user.disabledOn = signature.today
            try op.update(user, about: nil)
        }
    }

    /// Everybody who may sign in, by name: the sign-in list.
    public func users() throws(StoreError) -> [UserSummary] {
        try read { db in
            var homes: [String: [UserHomeSummary]] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT u.userId, h.id, h.homeCode, h.nameEn, h.nameZh
                    FROM userHome u JOIN home h ON h.id = u.homeId
                    WHERE u.voidedAt IS NULL AND h.voidedAt IS NULL
                    ORDER BY h.homeCode, h.id
                    """)
            while let row = try rows.next() {
                homes[row[0], default: []].append(
                    UserHomeSummary(
                        homeId: row[1], homeCode: row[2], name: Phrase(row[3], row[4])))
            }
            return try db.fetchValid(User.self, order: "userName COLLATE NOCASE, id").map { user in
                UserSummary(
                    id: user.id, userName: user.userName, displayName: user.displayName,
                    role: user.role, language: user.language, homes: homes[user.id] ?? [],
                    isDisabled: user.disabledOn != nil)
            }
        }
    }

    /// Signs a user in and writes it to the journal.
    ///
    /// - Parameter homeId: In which home; needed only by those who work in several.
    /// - Throws: `noSuchRecord` for an unknown or disabled user and for a home that is not hers;
    ///   `notAllowed` when she works in several homes and names none, or in none at all.
    public func signIn(
        userName: String, homeId: String? = nil, at moment: Instant
    ) throws(StoreError) -> Signed {
        let offset = try programme().utcOffsetMinutes
        let name = EntryText.halfWidth(userName)
        let found = try read { db in
            try db.fetchValid(
                User.self, "userName = ? COLLATE NOCASE AND disabledOn IS NULL", [name]
            ).first
        }
        guard let user = found else { throw .noSuchRecord }
        var signature = Signature(
            userId: user.id, role: user.role, at: moment, offsetMinutes: offset)
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
        return try perform(.signIn, signature) { op in
            try op.journal(.login, User.table, user.id)
            return Signed(user: user, home: home, signature: op.signature)
        }
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

extension Operation {
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
