import HomesCore

/// The lines about what is done with her: counselling, plan, job, follow-ups, contact, consent,
/// history.
extension ResidentRows {
    // MARK: Counselling

    var counselling: [Row] {
        if page.sessions.isEmpty {
            return [nothing(Phrase("No session yet: s records one.", "尚无辅导：按 s 登记。"))]
        }
        return page.sessions.flatMap { attended -> [Row] in
            let session = attended.session
            let reference = RecordReference(table: CounsellingSession.table, id: session.id)
            var head =
                session.date.phrase + Phrase(verbatim: " · ") + session.kind.label
                + Phrase(verbatim: " · ") + session.mode.label
            if let minutes = session.durationMinutes {
                head = head + Phrase(" · \(minutes) min", " · \(minutes)分钟")
            }
            if let who = page.staff[session.counsellorId] {
                head = head + Phrase(verbatim: " · " + who)
            }
            var rows: [Row] = [.heading(head)]
            rows += attended.topics.map { topic in
                .line(
                    session.id + topic.rawValue, Phrase(verbatim: topic.rawValue), topic.label,
                    target: reference)
            }
            if !attended.materials.isEmpty {
                rows.append(
                    .line(
                        session.id + ".given", Phrase("Given", "材料"),
                        .listed(attended.materials.map { ListTable.label($0, in: "materials") }),
                        target: reference))
            }
            if attended.topics.isEmpty {
                rows.append(
                    .line(
                        session.id, Phrase("No topic was noted.", "未记录专题。"), .dim,
                        target: reference))
            }
            return rows
        }
    }

    // MARK: Job and follow-ups

    var jobs: [Row] {
        if page.placements.isEmpty {
            return [nothing(Phrase("No placement yet: j starts one.", "尚无就业安置：按 j 安排。"))]
        }
        return page.placements.flatMap { line -> [Row] in
            let placement = line.placement
            let reference = RecordReference(table: Placement.table, id: placement.id)
            var rows: [Row] = [
                .heading(
                    Phrase(verbatim: line.employer.org_Name + " · ")
                        + ListTable.label(line.offer.occupation, in: "occupations"))
            ]
            rows += facts(placement)
            rows += line.checks.filter { $0.verdict != .pass }.map { check in
                .line(
                    check.id, Phrase(verbatim: check.ruleCode),
                    check.verdict.label + Phrase(": ", "：") + check.evidencePhrase
                        + Phrase(" (", "（") + check.articlePhrase + Phrase(")", "）"),
                    check.verdict == .fail ? .warning : .dim, target: reference)
            }
            return rows
        }
    }

    var followUps: [Row] {
        if page.followUps.isEmpty {
            return [
                nothing(
                    Phrase(
                        "None planned: they come with a placement or an exit.",
                        "尚无回访：安排就业或办理离开后自动生成。"))
            ]
        }
        return page.followUps.map { line in
            let followUp = line.followUp
            var text = line.state.words(followUp)
            if let reached = followUp.reached {
                text = text + Phrase(verbatim: " · ") + reached.label
            }
            let escalation = world.text(line.escalation.label)
            if !escalation.isEmpty {
                text = text + Phrase(verbatim: " · ") + line.escalation.label
            }
            if line.isAlertOpen {
                let signals = Phrase.listed(line.signals.map(\.label))
                text = text + Phrase(" · ALERT: ", " · 警示：") + signals
            }
            return .line(
                followUp.id, followUp.dueOn.phrase + Phrase(verbatim: "  ") + followUp.kind, text,
                line.isAlertOpen ? .alarm : line.state.isOverdue ? .warning : .plain,
                target: RecordReference(table: FollowUp.table, id: followUp.id))
        }
    }

    // MARK: Contact and consent

    /// The flags stand before the number, always.
    var contacts: [Row] {
        if page.contacts.isEmpty {
            return [
                nothing(
                    Phrase("No way to reach her is recorded: n adds one.", "没有联系方式：按 n 添加。"))
            ]
        }
        return page.contacts.flatMap { line -> [Row] in
            let contact = line.contact
            let reference = RecordReference(table: Contact.table, id: contact.id)
            let rows: [Row] = [
                .heading(contact.kind.label),
                .line(
                    contact.id + ".flags", Phrase("Safe", "安全"), line.flags,
                    line.isUnsafe ? .alarm : .good, target: reference),
            ]
            let names = [
                "hours", "whoMayAnswer", "persona", "codePhrase", "mayBeTold", "checkedOn",
                "name", "relation", "phone",
            ]
            return rows + facts(contact, names)
        }
    }

    var consents: [Row] {
        if page.consents.isEmpty {
            return [nothing(Phrase("Nothing asked yet: c records a consent.", "尚未询问：按 c 登记同意。"))]
        }
        return page.consents.flatMap { line -> [Row] in
            let consent = line.consent
            var head = consent.purpose.label
            if let with = consent.shareWith { head = head + Phrase(verbatim: ": " + with) }
            let rows: [Row] = [
                .line(
                    consent.id, head, line.state.label,
                    line.state.isInForce ? .good : .warning,
                    target: RecordReference(table: Consent.table, id: consent.id))
            ]
            return rows
                + facts(
                    consent,
                    [
                        "givenBy", "date", "expiresOn", "withheldWhat", "withheldWhy", "language",
                        "formNumber", "withdrawnOn", "withdrawnHow",
                    ])
        }
    }

    // MARK: History

    var historyRows: [Row] {
        if history.isEmpty { return [nothing(Phrase("No history yet.", "尚无历史记录。"))] }
        var rows: [Row] = []
        var last = ""
        var isSame = false
        for (index, entry) in history.enumerated() {
            isSame = entry.operationId == last && !rows.isEmpty
            if !isSame {
                last = entry.operationId
                let time =
                    entry.at.localDate(offsetMinutes: world.offsetMinutes).iso + " "
                    + entry.at.localTime(offsetMinutes: world.offsetMinutes)
                rows.append(
                    .line(
                        "operation.\(entry.operationId)", Phrase(verbatim: time),
                        entry.operation + Phrase(verbatim: " · " + entry.who), .strong))
            }
            var text = entry.what
            if let reason = entry.reason {
                text = text + Phrase(verbatim: " (\(reason))")
            }
            // Several records of one kind in one operation are one line.
            if isSame, rows.last?.text == text { continue }
            rows.append(.line("entry.\(entry.operationId).\(index)", Phrase(verbatim: ""), text))
        }
        return rows
    }
}

extension FollowUp {
    /// What it comes from, and on which day.
    var kind: Phrase {
        if migrationPlanId != nil {
            return Phrase("check-in, day \(dayOffset)", "外出第\(dayOffset)天")
        }
        return placementId == nil
            ? Phrase("exit, day \(dayOffset)", "离开后\(dayOffset)天")
            : Phrase("job, day \(dayOffset)", "上岗后\(dayOffset)天")
    }
}

extension DueState {
    /// Whether it is late and still open.
    var isOverdue: Bool { if case .overdue = self { true } else { false } }

    /// The state of a follow-up in words.
    func words(_ followUp: FollowUp) -> Phrase {
        switch self {
        case .later(let days): Phrase("in \(Phrase.days(days).english)", "\(days)天后")
        case .today: Phrase("today", "今天")
        case .overdue(let days): Phrase("\(Phrase.days(days).english) overdue", "逾期\(days)天")
        case .doneOnTime, .doneLate:
            followUp.doneOn.map { Phrase("done \($0.iso)", "\($0.iso)已完成") }
                ?? Phrase("done", "已完成")
        }
    }
}

extension ListTable {
    /// The words of a code in a list; the code itself when there are none.
    static func label(_ code: String, in list: String) -> Phrase {
        named(list)?.label(of: code) ?? Phrase(verbatim: code)
    }
}
