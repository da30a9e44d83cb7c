import HomesCore

/// What happens without a key: drafts, the cover, signing off.
extension Shell {
    public func millisecondsUntilTick(at machine: Instant) -> Int? {
        let now = moment(machine)
        return nextMoment.map { max(0, $0.milliseconds - now.milliseconds) }
    }

    private var nextMoment: Instant? {
        var moments: [Instant] = []
        if let draftDueAt { moments.append(draftDueAt) }
        if let until = world.namesShownUntil { moments.append(until) }
        if let until = top.shownUntil, until > world.now { moments.append(until) }
        if world.session != nil {
            moments.append(lookedAt.adding(seconds: Shell.lookEvery))
            let idle = lastKeyAt.adding(
                seconds: isCovered ? Shell.signOffAfter : Shell.coverAfter)
            moments.append(max(idle, signOffNotBefore ?? idle))
        }
        return moments.min()
    }

    public mutating func tick(at machine: Instant) {
        let now = moment(machine)
        world.now = now
        if let due = draftDueAt, due <= now { saveDraft(isHurried: true) }
        if let until = world.namesShownUntil, until <= now {
            world.namesShownUntil = nil
            refreshTop()
        }
        guard world.session != nil else { return }
        if lookedAt.adding(seconds: Shell.lookEvery) <= now {
            lookedAt = now
            if let version = world.store.dataVersion(), version != seenVersion {
                seenVersion = version
                if isAccountGone { return signOffElsewhere() }
            }
        }
        if lastKeyAt.adding(seconds: Shell.signOffAfter) <= now {
            // Text that the file cannot take stays behind the cover, and so does its user.
            guard saveDraft() else {
                isCovered = true
                signOffNotBefore = now.adding(seconds: Shell.draftAgainAfter)
                return
            }
            signOff()
            message = .plain(
                Phrase(
                    "Signed off after 15 minutes without a key. Drafts are kept.",
                    "15分钟无操作，已退出登录。草稿已保留。"))
        } else if lastKeyAt.adding(seconds: Shell.coverAfter) <= now {
            cover()
        }
    }

    public mutating func resumed(at machine: Instant) {
        world.now = moment(machine)
        cover()
        request = .repaint
    }

    public mutating func hangUp(at machine: Instant) {
        world.now = moment(machine)
        saveDraft()
    }

    mutating func cover() {
        saveDraft()
        world.namesShownUntil = nil
        coverText = ""
        coverMessage = nil
        isCovered = true
    }

    /// The password of whoever is signed in shows the work again, where it was left. Somebody else
    /// signs her off with F10; what she typed is a draft.
    mutating func uncover(with key: Key) {
        coverMessage = nil
        switch key {
        case .control("l"): request = .repaint
        case .control("z"): request = .suspend
        case .enter, .function(12): takeCoverAway()
        case .escape, .control("c"): coverText = ""
        case .backspace: coverText = String(coverText.dropLast())
        case .character(let character): coverText.append(character)
        case .paste(let text): coverText += text.filter { $0 != "\n" }
        case .function(10):
            if saveDraft() { signOff() } else { coverMessage = Shell.notKept }
        default: break
        }
    }

    private static let notKept = Phrase(
        "What was typed is only on that screen: nobody is signed off.", "所填内容尚未保存，不能退出登录。")

    private mutating func takeCoverAway() {
        let password = coverText
        coverText = ""
        guard let session = world.session else {
            isCovered = false
            refreshTop()
            return
        }
        // Enter alone is no try: somebody leaned on the key.
        guard !password.isEmpty else { return }
        let world = self.world
        switch world.attempt({ () throws(StoreError) in
            try world.store.prove(
                userName: session.userName, password: password, at: world.now)
        }) {
        case .success(let proof) where proof.userId == session.userId:
            isCovered = false
            refreshTop()
        case .success: coverMessage = Refusal.wrongPassword.label
        case .failure(let error):
            coverMessage = error == .refused(.wrongPassword) ? Shell.notHers : error.phrase
        }
    }

    private static let notHers = Phrase("That is not it. Type it again.", "不正确，请重新输入。")

    // MARK: Drafts

    /// Notes whether something was typed that the file does not have.
    mutating func noteDraft() {
        guard world.session != nil else { return }
        let draft = top.unsaved(world)
        guard let draft else {
            savedDraft = nil
            draftDueAt = nil
            return
        }
        if draft.fields == savedDraft?.fields {
            draftDueAt = nil
        } else if let savedDraft, savedDraft.focus != draft.focus {
            saveDraft(isHurried: true)
        } else if draftDueAt == nil {
            // From the first key that is not in the file yet: who types on without a pause loses
            // no more than who stops.
            draftDueAt = Instant(milliseconds: world.now.milliseconds + Shell.draftAfter)
        }
    }

    /// Fills a form that has just opened with what the user typed into it before and did not save.
    mutating func takeUpDraft() {
        guard world.session != nil, let key = top.draftKey else { return }
        let world = self.world
        let kept = world.attempt { () throws(StoreError) in
            try world.store.draft(
                userId: world.signature.userId, form: key.form, recordId: key.recordId)
        }
        guard case .success(let draft?) = kept else { return }
        top.resume(draft, world)
        savedDraft = draft
        let when = world.moment(draft.savedAt)
        message = .plain(
            Phrase("Your draft of \(when) is filled in. ^X discards it.", "已填入您\(when)的草稿。按 ^X 放弃。")
        )
    }

    /// Puts what was typed into the file.
    ///
    /// - Parameter isHurried: Whether it happens between two keys, which do not wait for another
    ///   process; whoever leaves a form waits.
    /// - Returns: Whether the file has it now, or there is nothing to keep. When not, the text is on
    ///   the screen alone, and the screen must stay.
    @discardableResult
    mutating func saveDraft(isHurried: Bool = false) -> Bool {
        draftDueAt = nil
        guard world.session != nil, let draft = top.unsaved(world),
            draft.fields != savedDraft?.fields
        else { return true }
        let world = self.world
        switch world.attempt({ () throws(StoreError) in
            try world.store.saveDraft(draft, isHurried: isHurried, by: world.signature)
        }) {
        case .success:
            savedDraft = draft
            return true
        case .failure(let error):
            draftDueAt = world.now.adding(seconds: error == .busy ? 1 : Shell.draftAgainAfter)
            message = .warning(
                Phrase(
                    "What you typed is only on this screen; ^X would discard it. ",
                    "所填内容仅在屏幕上；按 ^X 会放弃。") + error.phrase)
            return false
        }
    }
}
