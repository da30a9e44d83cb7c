import HomesCore

/// The lines of a resident's page about what left the home, what happened to her, and how her case
/// is to end.
extension ResidentRows {
    /// What was shared when, with whom, on which consent, by whom: the register on the tab Consent.
    var disclosures: [Row] {
        let moved = page.sharing.transfers.filter { $0.transfer.status == .accepted }
        guard !page.sharing.referrals.isEmpty || !moved.isEmpty else {
            return [nothing(Phrase("Nothing has left this home: R refers her.", "尚无共享：按 R 办理转介。"))]
        }
        var rows = page.sharing.referrals.flatMap(referralRows)
        rows += moved.map { line in
            .line(
                line.transfer.id, (line.transfer.answeredOn ?? line.transfer.proposedOn).phrase,
                Phrase(
                    "her file, from \(line.fromCode) to \(line.toCode)",
                    "档案由\(line.fromCode)移交\(line.toCode)"))
        }
        return rows
    }

    private func referralRows(_ line: ReferralLine) -> [Row] {
        let referral = line.referral
        let reference = RecordReference(table: Referral.table, id: referral.id)
        var head =
            Phrase(verbatim: referral.toOrganisation + " · ") + referral.serviceType.label
            + Phrase(verbatim: " · ") + referral.status.label
        if referral.direction == .incoming {
            head = referral.direction.label + Phrase(": ", "：") + head
        }
        var style = Style.plain
        if line.isOverdue {
            head = head + Phrase(" · ANSWER OVERDUE", " · 答复逾期")
            style = .warning
        }
        if referral.isToBeTold {
            head = head + Phrase(" · TO BE TOLD", " · 待告知")
            style = .alarm
        }
        var rows: [Row] = [
            .line(referral.id, referral.sharedOn.phrase, head, style, target: reference)
        ]
        if !referral.shared.isEmpty {
            let who = page.staff[referral.stamp.createdBy] ?? "?"
            var text =
                Phrase.listed(referral.shared) + Phrase(" · by ", " · 经办：")
                + Phrase(verbatim: who)
            if let consent = line.consent {
                text = text + Phrase(" · consent of ", " · 依据同意：") + consent.date.phrase
                if let number = consent.formNumber {
                    text = text + Phrase(verbatim: " " + number)
                }
            }
            rows.append(
                .line(
                    referral.id + ".shared", Phrase("shared", "共享内容"), text, .dim,
                    target: reference))
        }
        if let feedback = referral.feedback {
            rows.append(
                .line(
                    referral.id + ".feedback", Phrase("answer", "反馈"), Phrase(verbatim: feedback),
                    target: reference))
        }
        return rows
    }

    /// Incidents in which she is named.
    var incidents: [Row] {
        guard !page.sharing.incidents.isEmpty else { return [] }
        return [.heading(Phrase("Incidents", "事件"))]
            + page.sharing.incidents.map { line in
                let incident = line.incident
                let text =
                    incident.`class`.label + Phrase(verbatim: " · ") + line.part.label
                    + Phrase(verbatim: " · ") + incident.status.label
                    + (line.isOfThisHome
                        ? Phrase(verbatim: "") : Phrase(verbatim: " · " + line.homeCode))
                return .line(
                    incident.id, incident.date.phrase, text,
                    incident.status == .open ? .warning : .plain,
                    target: line.isOfThisHome
                        ? RecordReference(table: Incident.table, id: incident.id) : nil)
            }
    }

    /// A proposal and a request that wait, and the last answer to each.
    var standing: [Row] {
        var rows: [Row] = []
        if let line = page.sharing.transfers.first, line.transfer.status != .withdrawn {
            var text =
                Phrase(verbatim: line.toCode + " · ") + line.transfer.status.label
                + Phrase(verbatim: " ")
                + (line.transfer.answeredOn ?? line.transfer.proposedOn).phrase
            if let reason = line.transfer.answerReason {
                text = text + Phrase(verbatim: " · " + reason)
            }
            rows.append(
                .line(
                    line.transfer.id + ".standing", Phrase("Transfer", "转家"), text,
                    line.transfer.status == .proposed ? .strong : .plain))
        }
        if let request = page.sharing.closures.first, request.status != .approved {
            var text =
                request.status.label + Phrase(verbatim: " ")
                + (request.answeredOn ?? request.askedOn).phrase
            if let reason = request.answerReason {
                text = text + Phrase(verbatim: " · " + reason)
            }
            rows.append(
                .line(
                    request.id + ".standing", Phrase("Request to close", "结案申请"), text,
                    request.status == .asked ? .strong : .plain))
        }
        return rows
    }
}
