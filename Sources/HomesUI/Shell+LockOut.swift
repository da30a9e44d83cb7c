import HomesCore

/// The quick lock-out: somebody is at the door, or a password was forced out of a worker. Nobody
/// opens the records then until two recovery shares come together.
extension Shell {
    static let lockOutQuestion = "lockOut"

    /// ^K: asks first, wherever one is.
    func askLockOut() -> Step {
        if let open = top as? ConfirmScreen, open.question == Shell.lockOutQuestion {
            return .ignored
        }
        guard world.session != nil else { return .ignored }
        return .push(
            ConfirmScreen(
                question: Shell.lockOutQuestion, title: Phrase("Lock everybody out", "紧急锁定"),
                lines: [
                    Phrase("Now: everybody signs in with her password.", "现在：大家凭各自密码登录。"),
                    Phrase(
                        "Then: nobody signs in, here or elsewhere; who is signed in is signed off "
                            + "within two seconds. The records stay. Two of the three recovery "
                            + "shares restore access (`homes recover`).",
                        "之后：任何地方都无法登录，已登录者两秒内退出。记录仍在。三份恢复份额中的两份可恢复访问。"),
                ], word: Phrase("lock out", "锁定")))
    }

    /// Takes everybody's access away and signs off.
    func lockOut() -> Step {
        let world = self.world
        switch world.attempt({ () throws(StoreError) in
            try world.store.lockOut(by: world.signature)
        }) {
        case .success: return .signOff
        case .failure(let error): return .refused(error)
        }
    }
}
