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
    ///   - homeId: The home a manager must be of; `nil` for any.
    /// - Throws: `refused(.needsTwoPersons)` for nobody, for the signer herself, for a password
    ///   that was typed too long ago, and for anybody who may not.
    mutating func confirm(
        by second: PasswordProof?, _ action: StaffAction, homeId: String? = nil,
        about personId: String? = nil
    ) throws {
        guard let second, second.userId != signature.userId, second.holds(at: signature.at),
            let user = try db.fetch(User.self, id: second.userId), !user.stamp.isVoided,
            user.disabledOn == nil,
            Policy.roles(for: action).contains(user.role),
            try user.role != .homeManager || homeId == nil
                || !db.fetchValid(
                    UserHome.self, "userId = ? AND homeId = ?", [user.id, homeId]
                ).isEmpty
        else { throw StoreError.refused(.needsTwoPersons) }
        try journal(.confirm, User.table, second.userId, about: personId)
    }
}
