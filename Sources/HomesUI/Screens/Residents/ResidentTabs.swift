import HomesCore

/// The parts of a resident's page.
enum ResidentTab: Int, CaseIterable, Sendable {
    case summary, stay, risk, counselling, job, followUps, contact, consent, history

    var title: Phrase {
        switch self {
        case .summary: Phrase("Summary", "概况")
        case .stay: Phrase("Stay", "住宿")
        case .risk: Phrase("Risk", "风险")
        case .counselling: Phrase("Counselling", "辅导")
        case .job: Phrase("Job", "就业")
        case .followUps: Phrase("Follow-ups", "回访")
        case .contact: Phrase("Contact", "联系")
        case .consent: Phrase("Consent", "同意")
        case .history: Phrase("History", "历史")
        }
    }

    /// The tab after this one, or before.
    func turned(by step: Int) -> ResidentTab {
        let count = ResidentTab.allCases.count
        return ResidentTab(rawValue: (rawValue + step + count) % count) ?? .summary
    }
}

/// One line of a resident's page, with what Enter opens there.
struct ResidentLine: Sendable {
    /// Where Enter leads.
    enum Target: Sendable {
        case session(String), placement(String), followUp(String), checklist, contact(Contact)
        case edit, stay(Stay), file(Case)
    }

    var id = ""
    let label: Phrase
    let value: Phrase
    var style = Style.plain
    var target: Target?

    init(_ label: Phrase, _ value: Phrase, style: Style = .plain, target: Target? = nil) {
        self.label = label
        self.value = value
        self.style = style
        self.target = target
    }
}

/// What a tab of a resident's page says.
enum ResidentLines {
    static func lines(
        _ tab: ResidentTab, _ page: ResidentPage, history: [HistoryEntry], today: CivilDate
    ) -> [ResidentLine] {
        let lines =
            switch tab {
            case .summary: summary(page)
            case .stay: stays(page)
            case .risk: risks(page)
            case .counselling: counselling(page)
            case .job: jobs(page)
            case .followUps: followUps(page)
            case .contact: contacts(page)
            case .consent: consents(page)
            case .history: entries(history)
            }
        return lines.enumerated().map { index, line in
            var line = line
            line.id = String(index)
            return line
        }
    }

    /// A record's field in both languages; nothing for an empty one.
    private static func field<R: Record>(
        _ record: R, _ name: String, target: ResidentLine.Target? = nil
    ) -> ResidentLine? {
        guard let field = R.field(name) else { return nil }
        let value = field.get(record)
        let shown = Phrase(
            FieldText.shown(value, field.kind, .english),
            FieldText.shown(value, field.kind, .chinese))
        guard !shown.english.isEmpty, value != .text(Gap.notCollected.rawValue) else { return nil }
        return ResidentLine(field.label, shown, target: target)
    }

    private static func summary(_ page: ResidentPage) -> [ResidentLine] {
        let names = [
            "nameZh", "namePinyin", "alias", "prs_Birthdate", "prs_IdentityNumber",
            "idDocumentType", "idHeldBy", "hukouCounty", "prs_PrimaryLanguage", "ethnicity",
            "prs_MaritalStatus", "prs_NumberOfChildren", "prs_HighestLevelOfEducation", "skills",
        ]
        var lines = names.compactMap { field(page.person, $0, target: .edit) }
        if let file = page.openCase ?? page.cases.first {
            lines += [
                "caseCode", "cas_Status", "riskLevel", "referralSource", "vic_TraffickingStatus",
            ].compactMap { field(file, $0, target: .file(file)) }
        }
        lines.append(ResidentLine(Phrase("Ready to depart", "能否出发"), page.readiness.advice))
        return lines
    }

    private static func stays(_ page: ResidentPage) -> [ResidentLine] {
        page.stays.flatMap { line -> [ResidentLine] in
            let stay = line.stay
            let until = stay.exitDate?.iso ?? ""
            var lines = [
                ResidentLine(
                    Phrase("Stay", "住宿"),
                    Phrase(
                        "\(stay.entryDate.iso) to \(until.isEmpty ? "now" : until), \(line.nights) nights",
                        "\(stay.entryDate.iso) 至 \(until.isEmpty ? "今" : until)，\(line.nights)夜"),
                    style: .strong, target: .stay(stay))
            ]
            lines += line.beds.map { bed in
                ResidentLine(
                    Phrase("  bed", "  床位"),
                    bed.label
                        + Phrase(
                            ", from \(bed.from.iso)\(bed.to.map { " to " + $0.iso } ?? ""), ",
                            "，\(bed.from.iso)起\(bed.to.map { "至" + $0.iso } ?? "")，")
                        + bed.reason.label)
            }
            if let mother = line.motherCode {
                lines.append(
                    ResidentLine(Phrase("  with her mother", "  随母亲"), Phrase(verbatim: mother)))
            }
            if !line.childrenCodes.isEmpty {
                lines.append(
                    ResidentLine(
                        Phrase("  her children", "  孩子"),
                        Phrase(verbatim: line.childrenCodes.joined(separator: ", "))))
            }
            lines += [
                "priorLivingSituation", "needs", "plannedExitDate", "belongings", "exitType",
                "destination", "destinationPlace", "destinationSafeClient",
                "destinationSafeWorker", "exitInterview", "aftercare",
            ].compactMap { field(stay, $0, target: .stay(stay)) }
            return lines
        }
    }

    private static func risks(_ page: ResidentPage) -> [ResidentLine] {
        page.risks.flatMap { risk -> [ResidentLine] in
            let assessment = risk.assessment
            let none = Phrase("-", "-")
            var lines = [
                ResidentLine(
                    Phrase(verbatim: assessment.assessedOn.iso) + Phrase(" ", " ")
                        + assessment.stage.label,
                    Phrase("she says: ", "本人：") + (assessment.herOwnRating?.label ?? none)
                        + Phrase(" · worker: ", " · 工作者：")
                        + (assessment.workerRating?.label ?? none), style: .strong)
            ]
            lines += risk.items.map {
                ResidentLine(
                    Phrase("  ", "  ") + $0.code.label, $0.answer.label,
                    style: $0.answer == .yes ? .warning : .plain)
            }
            return lines + ["reason", "nextReviewDue"].compactMap { field(assessment, $0) }
        }
    }

    private static func counselling(_ page: ResidentPage) -> [ResidentLine] {
        let ready = ResidentLine(
            Phrase("Ready to depart", "能否出发"), page.readiness.advice, style: .strong,
            target: .checklist)
        let sessions = page.sessions.map { attended in
            ResidentLine(
                Phrase(verbatim: attended.session.date.iso) + Phrase(" ", " ")
                    + attended.session.kind.label,
                Phrase.joined(
                    attended.topics.map { Phrase(verbatim: $0.rawValue) }, separator: " "),
                target: .session(attended.session.id))
        }
        let topics = CounsellingTopic.allCases.map { topic in
            let covered = page.coverage[topic]
            return ResidentLine(
                Phrase(verbatim: topic.rawValue + " ") + topic.label,
                covered.map {
                    Phrase("\($0.lastOn.iso), \($0.count)x", "\($0.lastOn.iso)，\($0.count)次")
                }
                    ?? Phrase("not yet", "尚未"), style: covered == nil ? .dim : .good)
        }
        return [ready] + sessions + topics
    }

    private static func jobs(_ page: ResidentPage) -> [ResidentLine] {
        page.placements.flatMap { line -> [ResidentLine] in
            let until = line.placement.endDate.map { Phrase(" to \($0.iso)", "至\($0.iso)") }
            var lines = [
                ResidentLine(
                    Phrase(verbatim: line.employer.org_Name),
                    Phrase(
                        "from \(line.placement.startDate.iso)", "\(line.placement.startDate.iso)起")
                        + (until ?? Phrase("", "")), style: .strong,
                    target: .placement(line.placement.id))
            ]
            lines += ["occupation", "wageYuan", "hoursPerDay"].compactMap { field(line.offer, $0) }
            lines += line.checks.filter { $0.verdict != .pass }.map {
                ResidentLine(
                    Phrase(verbatim: "  " + $0.ruleCode + " " + $0.article), $0.verdict.label,
                    style: $0.verdict == .fail ? .alarm : .warning)
            }
            return lines
        }
    }

    private static func followUps(_ page: ResidentPage) -> [ResidentLine] {
        page.followUps.map { line in
            let alert =
                line.isAlertOpen
                ? Phrase(" ! ", " ! ") + Phrase.joined(line.signals.map(\.label), separator: ", ")
                : Phrase("", "")
            return ResidentLine(
                Phrase(
                    "\(line.followUp.dueOn.iso) day \(line.followUp.dayOffset)",
                    "\(line.followUp.dueOn.iso) 第\(line.followUp.dayOffset)天"),
                line.state.label + alert, style: line.isAlertOpen ? .alarm : .plain,
                target: .followUp(line.followUp.id))
        }
    }

    /// The flags first, the number last.
    private static func contacts(_ page: ResidentPage) -> [ResidentLine] {
        page.contacts.flatMap { line -> [ResidentLine] in
            let contact = line.contact
            func allowed(_ isAllowed: Bool) -> Phrase {
                isAllowed ? YesNo.yes.label : YesNo.no.label
            }
            var lines = [
                ResidentLine(
                    contact.kind.label,
                    Phrase("call: ", "打电话：") + allowed(line.mayCall)
                        + Phrase(" · text: ", " · 发短信：") + allowed(line.mayText)
                        + Phrase(" · message: ", " · 留言：") + allowed(line.mayLeaveMessage),
                    style: line.mayCall ? .good : .warning, target: .contact(contact))
            ]
            if line.isStale {
                lines.append(
                    ResidentLine(
                        Phrase("  to be asked again", "  需重新确认"),
                        Phrase("counts as unsafe: not confirmed in 90 days", "90天未确认，按不安全处理"),
                        style: .warning, target: .contact(contact)))
            }
            return lines
                + [
                    "hours", "whoMayAnswer", "persona", "codePhrase", "mayBeTold", "name",
                    "relation", "checkedOn", "phone",
                ].compactMap { field(contact, $0, target: .contact(contact)) }
        }
    }

    private static func consents(_ page: ResidentPage) -> [ResidentLine] {
        page.consents.flatMap { line -> [ResidentLine] in
            [
                ResidentLine(
                    line.consent.purpose.label,
                    line.consent.given.label + Phrase(", ", "，") + line.state.label,
                    style: .strong)
            ]
                + [
                    "givenBy", "date", "expiresOn", "withheldWhat", "withheldWhy", "withdrawnOn",
                ].compactMap { field(line.consent, $0) }
        }
    }

    private static func entries(_ history: [HistoryEntry]) -> [ResidentLine] {
        history.map { entry in
            ResidentLine(
                Phrase(verbatim: entry.at.localDate().iso + " " + entry.at.localTime() + " ")
                    + Phrase(verbatim: entry.who),
                entry.operation + Phrase(": ", "：") + entry.what)
        }
    }
}
