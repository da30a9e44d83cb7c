extension Sheets {
    /// What was taken down when she came, to read through with her and to sign.
    static let intake = SheetKind(
        "intake", Phrase("Intake sheet", "入住登记表"), about: .person, daysValid: 7
    ) { desk throws(StoreError) in
        let page = try desk.page()
        var blocks: [SheetBlock] = [
            .heading(Phrase("Who she is", "本人情况")), .facts(page.person.facts()),
        ]
        if !page.contacts.isEmpty {
            blocks.append(.heading(Phrase("How she may be reached", "联系方式")))
            blocks += page.contacts.map { .facts($0.facts(named: true)) }
        }
        if let file = page.openCase ?? page.cases.first {
            blocks += [.heading(Case.noun), .facts(caseFacts(file, page))]
        }
        if let line = page.openStay ?? page.stays.first {
            blocks += [.heading(Stay.noun), .facts(stayFacts(line, page))]
        }
        if !page.consents.isEmpty {
            blocks += [.heading(Phrase("Consent", "知情同意")), .table(consentTable(page.consents))]
        }
        blocks.append(
            .signatures([
                Phrase("She, or who signs for her", "本人或代签人"), Phrase("Worker", "工作人员"),
            ]))
        return SheetContent(
            Sheet(
                title: Phrase("Intake sheet", "入住登记表"),
                subtitle: Phrase(verbatim: page.person.personCode), blocks: blocks))
    }

    private static func caseFacts(_ file: Case, _ page: ResidentPage) -> [SheetFact] {
        var facts = [SheetFact(Phrase("Case code", "个案编号"), verbatim: file.caseCode)]
        facts += file.facts([
            "registrationDate", "referralSource", "cas_ReasonForIncomingReferral", "riskLevel",
        ])
        if let owner = file.cas_CaseOwner.flatMap({ page.staff[$0] }) {
            facts.append(SheetFact(Phrase("Case owner", "负责人"), verbatim: owner))
        }
        return facts
    }

    /// The arrival; where she went stands on no paper but her own.
    private static func stayFacts(_ line: StayLine, _ page: ResidentPage) -> [SheetFact] {
        var facts = line.stay.facts([
            "entryDate", "relationshipToHoH", "priorLivingSituation", "lengthOfStayThere", "needs",
            "houseRulesExplainedOn", "houseRulesLanguage", "plannedExitDate",
        ])
        if let bed = line.beds.last {
            facts.insert(SheetFact(Phrase("Bed", "床位"), bed.label), at: min(1, facts.count))
        }
        let things = page.belongings.filter { $0.stayId == line.stay.id && $0.isKept }
        if !things.isEmpty {
            facts.append(
                SheetFact(
                    Phrase("Handed in", "寄存物品"),
                    Phrase(
                        things.map(\.item).joined(separator: ", "),
                        things.map(\.item).joined(separator: "、"))))
        }
        if let mother = line.motherCode {
            facts.append(SheetFact(Phrase("With her mother", "随母亲入住"), verbatim: mother))
        }
        if !line.childrenCodes.isEmpty {
            facts.append(
                SheetFact(
                    Phrase("Children with her", "随行子女"),
                    verbatim: line.childrenCodes.joined(separator: ", ")))
        }
        return facts
    }

    static func consentTable(_ consents: [ConsentLine]) -> SheetTable {
        SheetTable(
            [
                Phrase("For", "用途"), Phrase("She agrees", "是否同意"), Phrase("On", "日期"),
                Phrase("State", "状态"),
            ],
            rows: consents.map { line in
                let with = line.consent.shareWith.map { Phrase(": \($0)", "：\($0)") }
                return [
                    line.consent.purpose.label + (with ?? Phrase("", "")),
                    line.consent.given.label, Phrase(verbatim: line.consent.date.iso),
                    line.state.words,
                ]
            })
    }
}

extension ConsentState {
    /// Whether it is in force, in words.
    var words: Phrase {
        switch self {
        case .notGiven: Phrase("not given", "未同意")
        case .notYet: Phrase("not yet in force", "尚未生效")
        case .inForce(let days):
            Phrase("in force, \(Phrase.days(days).english) left", "有效，剩\(days)天")
        case .expired: Phrase("ended", "已到期")
        case .withdrawn: Phrase("withdrawn", "已撤回")
        }
    }
}
