import HomesCore

/// Who signs what a command does and looks at.
enum Signer {
    /// The signature of a user by name, or of the programme's first user.
    ///
    /// - Throws: a sentence when there is no such user, or she may not sign in any more.
    static func signature(_ userName: String?, in store: HomesStore) throws -> Signature {
        let users = try store.users().filter { !$0.isDisabled }
        let found: UserSummary?
        if let wanted = userName.map({ SearchFold.fold($0) }) {
            found = users.first { SearchFold.fold($0.userName) == wanted }
        } else {
            let first = try store.firstUser()
            found = users.first { $0.id == first }
            if found == nil {
                throw CommandFailure(
                    .refused,
                    Phrase(
                        "Whoever set the programme up may not sign any more. Say who signs: --user.",
                        "建立项目的用户已不能签名。请用 --user 指明由谁签名。"))
            }
        }
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
