import GRDB
import Vault

/// That a user has just typed her password. Acts that one person alone, or whoever finds an open
/// screen, must not do take one: the store makes it, and nobody else can.
public struct PasswordProof: Equatable, Sendable {
    /// Whose password it was.
    public let userId: String
    /// When it was typed.
    public let at: Instant
    /// What her slot holds; `nil` in tests.
    let keys: VaultKeys?

    /// So long does it hold, in seconds.
    static let lifetime = 120

    /// For the store, and for tests.
    package init(userId: String, at: Instant) {
        self.init(userId: userId, at: at, keys: nil)
    }

    init(userId: String, at: Instant, keys: VaultKeys?) {
        self.userId = userId
        self.at = at
        self.keys = keys
    }

    /// Whether it was typed within the two minutes before a moment.
    func holds(at moment: Instant) -> Bool {
        let age = moment.milliseconds - at.milliseconds
        return age >= 0 && age <= PasswordProof.lifetime * 1_000
    }

    public static func == (left: PasswordProof, right: PasswordProof) -> Bool {
        left.userId == right.userId && left.at == right.at
    }
}

extension Operation {
    /// Lets an act of two persons pass and writes the second person to the journal.
    ///
    /// - Parameters:
    ///   - second: The second person's password, typed just now.
    ///   - action: What the second person does, as the policy table calls it.
    ///   - homeId: The home it is about; `nil` for the programme.
    ///   - personId: Whom it is about.
    /// - Throws: `refused(.needsTwoPersons)` for nobody, for the signer herself and for anybody who
    ///   may not; `refused(.passwordNeeded)` for a password that was typed too long ago.
    mutating func confirm(
        by second: PasswordProof?, _ action: StaffAction, at homeId: String? = nil,
        about personId: String? = nil
    ) throws {
        guard let second, second.userId != signature.userId,
            let user = try db.fetch(User.self, id: second.userId), !user.stamp.isVoided,
            user.disabledOn.map({ today < $0 }) ?? true,
            Policy.grant(user.role, action, try db.relation(of: user, to: homeId)) == .yes
        else { throw StoreError.refused(.needsTwoPersons) }
        guard second.holds(at: signature.at) else { throw StoreError.refused(.passwordNeeded) }
        try journal(.confirm, User.table, second.userId, about: personId, field: action.rawValue)
    }
}

extension Database {
    /// How what happens in a home stands to a user; `nil` is the programme.
    fileprivate func relation(of user: User, to homeId: String?) throws -> Relation {
        guard let homeId else { return Relation(.programme) }
        let worksThere = try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM userHome
                      WHERE userId = ? AND homeId = ? AND voidedAt IS NULL)
                    """), arguments: [user.id, homeId])
        return Relation(worksThere == true ? .ownHome : .otherHome)
    }
}
