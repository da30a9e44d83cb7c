/// What an intake asks first, and a stopped interview has left open. Declined and not known are
/// answers: only what nobody asked is missing.
public enum IntakeGaps: String, CaseIterable, Sendable {
    case name, birthdate, papers, contact, referral, needs, risk, consent, houseRules

    /// The words.
    public var label: Phrase {
        switch self {
        case .name: Phrase("name", "姓名")
        case .birthdate: Phrase("birth date", "出生日期")
        case .papers: Phrase("who holds her ID", "证件由谁保管")
        case .contact: Phrase("a safe contact", "安全联系方式")
        case .referral: Phrase("how she came", "来源")
        case .needs: Phrase("needs", "当前需要")
        case .risk: Phrase("risk", "风险")
        case .consent: Phrase("consent", "知情同意")
        case .houseRules: Phrase("house rules", "守则讲解")
        }
    }

    /// What is missing on a page, in the order of the intake. Nothing once she has left and her
    /// case is closed.
    public static func missing(in page: ResidentPage) -> [IntakeGaps] {
        guard let file = page.openCase else { return [] }
        let person = page.person
        let names = [person.nameZh, person.prs_FirstName, person.prs_SecondName]
        return allCases.filter { gap in
            switch gap {
            case .name: names.allSatisfy { $0 == .missing(.notCollected) }
            case .birthdate: person.prs_Birthdate == .missing(.notCollected)
            case .papers: person.idHeldBy == .notCollected
            case .contact: page.contacts.isEmpty && page.openStay?.stay.motherStayId == nil
            case .referral: file.referralSource == .notCollected
            case .needs: page.openStay.map { $0.stay.needs == .missing(.notCollected) } ?? false
            case .risk: page.risks.isEmpty
            case .consent: !page.consents.contains { $0.consent.purpose == .caseManagement }
            case .houseRules: page.openStay.map { $0.stay.houseRulesExplainedOn == nil } ?? false
            }
        }
    }
}
