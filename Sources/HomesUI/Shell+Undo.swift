import HomesCore

/// F8 and `u` outside of forms.
extension Shell {
    /// Undoes what the last key has just done; asks before anything older, which nobody has in
    /// mind who touches `u` by mistake.
    mutating func undo() -> Step {
        guard world.session != nil else { return .ignored }
        let world = self.world
        let offered = world.attempt { () throws(StoreError) -> UndoOffer in
            guard let offer = try world.store.lastUndoable(by: world.signature) else {
                throw .refused(.nothingToUndo)
            }
            return offer
        }
        switch offered {
        case .success(let offer)
        where offer.at == lastDoneAt && world.now <= offer.at.adding(seconds: Shell.undoneAtOnceFor):
            return undo(offer)
        case .success(let offer): return .push(UndoScreen(offer, world))
        case .failure(let error): return .refused(error)
        }
    }

    private mutating func undo(_ offer: UndoOffer) -> Step {
        lastDoneAt = nil
        let step = offer.undo(world)
        if case .say(let message) = step, message.tone == .good, let draft = lastSaved,
            draft.savedAt == offer.at
        {
            return bringBack(draft, saying: message.text)
        }
        refreshTop()
        return step
    }

    /// What was typed for the record that is void now is a draft again; the page of a woman who is
    /// not admitted any more makes way for her intake.
    private mutating func bringBack(_ draft: Draft, saying undone: Phrase) -> Step {
        lastSaved = nil
        let world = self.world
        let isKept = world.attempt { () throws(StoreError) in
            try world.store.saveDraft(draft, by: world.signature)
        }
        guard case .success = isKept else {
            refreshTop()
            return .say(.done(undone))
        }
        let message = Message.done(
            undone + Phrase(". What you typed is a draft again.", "。所填内容已恢复为草稿。"))
        if draft.form == IntakeScreen.formName, top is ResidentScreen,
            let form = DraftForms.screen(
                for: DraftKey(form: draft.form, recordId: draft.recordId), world)
        {
            return .replaceSaying(form, message)
        }
        refreshTop()
        return .say(message)
    }
}
