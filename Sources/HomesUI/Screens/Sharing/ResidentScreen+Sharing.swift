import HomesCore

/// What leads from a resident's page to referrals, incidents, transfers and closures.
extension ResidentScreen {
    static let withdrawQuestion = "withdrawTransfer"
    static let reopenQuestion = "reopenCase"

    /// The case that C is about: the open one, else the latest.
    private var caseToClose: Case? { page?.openCase ?? page?.cases.first }

    /// Why C does nothing.
    var whyNoClosure: Phrase? {
        caseToClose == nil ? Phrase("She has no case yet.", "她还没有个案。") : nil
    }

    /// `C`: asks, answers, closes or opens again, whatever is next.
    func closure(_ world: World) -> Step {
        guard let page, let file = caseToClose else { return .stay }
        if file.cas_Status.isClosed {
            guard world.may(.reopenCase) else {
                return .say(.warning(Refusal.roleMayNot.label))
            }
            return .push(
                PromptScreen(
                    question: Self.reopenQuestion,
                    title: Phrase("Open the case again", "重新立案"),
                    ask: Phrase("Why it is opened again", "重新立案原因"), kind: .text(limit: 120),
                    world.language))
        }
        guard let asked = page.sharing.closureAsked else {
            return .push(ClosureScreen(file, page, world))
        }
        return world.may(.closeCase)
            ? .push(ClosureAnswerScreen(personId: personId, requestId: asked.id))
            : .say(.plain(Refusal.closureAsked.label))
    }

    /// `T`: proposes her, or takes the proposal back.
    func transfer(_ world: World) -> Step {
        guard let page else { return .stay }
        guard let line = page.sharing.proposal else {
            return .push(TransferFormScreen(page, world))
        }
        return .push(
            ConfirmScreen(
                question: Self.withdrawQuestion,
                title: Phrase("Take the proposal back", "撤回转家申请"),
                lines: [
                    Phrase(
                        "Proposed to \(line.toCode) on \(line.transfer.proposedOn.iso).",
                        "\(line.transfer.proposedOn.iso)向\(line.toCode)提出。"),
                    Phrase("She stays here; nothing else changes.", "她仍在本家，其他不变。"),
                ], word: Phrase(verbatim: code)))
    }

    /// Takes the answers of these keys' questions; `nil` for others.
    mutating func receiveSharing(_ answer: Answer, _ world: World) -> Step? {
        switch answer {
        case .confirmed(Self.withdrawQuestion):
            guard let id = page?.sharing.proposal?.transfer.id else { return .stay }
            return done(
                world.attempt { () throws(StoreError) in
                    try world.store.withdrawTransfer(id, by: world.signature)
                }, Phrase("Taken back. F8 undoes.", "已撤回。按 F8 撤销。"), world)
        case .text(Self.reopenQuestion, let reason):
            guard let id = caseToClose?.id else { return .stay }
            return done(
                world.attempt { () throws(StoreError) in
                    _ = try world.store.reopenCase(id, reason: reason, by: world.signature)
                }, Phrase("The case is open again. F8 undoes.", "已重新立案。按 F8 撤销。"), world)
        default: return nil
        }
    }

    private mutating func done(
        _ result: Result<Void, StoreError>, _ said: Phrase, _ world: World
    ) -> Step {
        switch result {
        case .success:
            refresh(world)
            return .say(.done(said))
        case .failure(let error): return .refused(error)
        }
    }

    /// Enter on a line of a referral or an incident; `nil` for other lines.
    func openSharing(_ target: RecordReference, _ world: World) -> Step? {
        guard let page else { return nil }
        switch target.table {
        case Incident.table: return .push(IncidentScreen(incidentId: target.id))
        case Referral.table:
            guard page.glassUntil == nil else { return .stay }
            return page.sharing.referrals.first { $0.referral.id == target.id }.map {
                .push(ReferralAnswerScreen($0.referral, page, world))
            }
        default: return nil
        }
    }
}
