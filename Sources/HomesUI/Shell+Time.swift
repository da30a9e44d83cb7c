import HomesCore

/// What happens without a key: drafts, the cover, signing off.
extension Shell {
    public func millisecondsUntilTick(at now: Instant) -> Int? {
        nextMoment.map { max(0, $0.milliseconds - now.milliseconds) }
    }

    private var nextMoment: Instant? {
        var moments: [Instant] = []
        if let draftDueAt { moments.append(draftDueAt) }
        if let until = world.namesShownUntil { moments.append(until) }
        if world.session != nil {
            let idle = lastKeyAt.adding(
                seconds: isCovered ? Shell.signOffAfter : Shell.coverAfter)
            moments.append(max(idle, signOffNotBefore ?? idle))
        }
        return moments.min()
    }

    public mutating func tick(at now: Instant) {
        world.now = now
        if let due = draftDueAt, due <= now { saveDraft(isHurried: true) }
        if let until = world.namesShownUntil, until <= now {
            world.namesShownUntil = nil
            refreshTop()
        }
        guard world.session != nil else { return }
        if lastKeyAt.adding(seconds: Shell.signOffAfter) <= now {
            // Text that the file cannot take stays behind the cover, and so does its user.
            guard saveDraft() else {
                isCovered = true
                signOffNotBefore = now.adding(seconds: Shell.draftAgainAfter)
                return
            }
            signOff()
            isCovered = false
            message = .plain(
                Phrase(
                    "Signed off after 15 minutes without a key. Drafts are kept.",
                    "15分钟无操作，已退出登录。草稿已保留。"))
        } else if lastKeyAt.adding(seconds: Shell.coverAfter) <= now {
            cover()
        }
    }

    public mutating func resumed(at now: Instant) {
        world.now = now
        cover()
        request = .repaint
    }

    public mutating func hangUp(at now: Instant) {
        world.now = now
        saveDraft()
    }

    mutating func cover() {
        saveDraft()
        world.namesShownUntil = nil
        isCovered = true
    }

    /// Enter or F12 shows the work again; other keys are thrown away, so that what somebody types
    /// blindly does nothing.
    mutating func uncover(with key: Key) {
        switch key {
        case .enter, .function(12):
            isCovered = false
            refreshTop()
        case .control("l"): request = .repaint
        case .control("z"): request = .suspend
        default: break
        }
    }

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
