import HomesCore

/// Who signs what a command does and looks at.
enum Signer {
    /// The signature of a user by name, or of the programme's first user.
    ///
    /// - Throws: a sentence when there is no such user, or she may not sign in any more.
    static func signature(_ userName: String?, in store: HomesStore) throws -> Signature {
        let users = try store.users().filter { !$0.isDisabled }
        let wanted = userName.map { SearchFold.fold($0) }
        // Ids sort by time: the first user is the one with the least.
        let found =
            wanted.map { name in users.first { SearchFold.fold($0.userName) == name } }
            ?? users.min { $0.id < $1.id }
        guard let user = found else {
            throw CommandFailure(
                .refused,
                Phrase(
                    "There is no such user. The sign-in screen lists them; choose one with --user.",
                    "没有这个用户。登录界面列有全部用户；请用 --user 指定。"))
        }
        let programme = try store.programme()
        let now = SystemClock.now()
        let shift = OpenProgram.shift(programme, now)
        let home = user.homes.count == 1 ? user.homes.first : nil
        return Signature(
            userId: user.id, role: user.role, homeId: home?.homeId, homeCode: home?.homeCode,
            at: Instant(milliseconds: now.milliseconds + shift),
            offsetMinutes: programme.utcOffsetMinutes)
    }
}
