/// Something to do about a signal of exploitation, as advice: a person decides, with her.
public struct NextStep: Equatable, Sendable {
    /// Who helps.
    public let help: HelpLine
    /// What to do and why, with the article it rests on.
    public let text: Phrase

    /// What to do about signals: where she is in danger first, then who can make an employer stop,
    /// then who stands by her. The women's hotline closes every list.
    ///
    /// - Parameter signals: Those of one follow-up; no signal, nothing to do.
    public static func after(_ signals: [ExploitationSignal]) -> [NextStep] {
        guard !signals.isEmpty else { return [] }
        let raised = Set(signals)
        return all.filter { !$0.of.isDisjoint(with: raised) }.map(\.step)
            + [NextStep(help: .womensHotline, text: hotline)]
    }

    private static let hotline = Phrase(
        "Advice at any hour, and a women's federation near where she works.",
        "随时咨询，并可联系务工地妇联。")

    /// Each step with the signals that call for it.
    private static let all: [(of: Set<ExploitationSignal>, step: NextStep)] = [
        (
            [.violenceOrThreats, .coercedToContinue, .cannotLeave],
            NextStep(
                help: .police,
                text: Phrase(
                    "In danger now: call 110 for her. Force, threats and locking in are offences "
                        + "(Labour Contract Law 88); she may leave at once, without notice (38).",
                    "有现实危险时立即代为报警。暴力、威胁、限制人身自由均属违法（劳动合同法第八十八条），"
                        + "本人可立即离职，无须事先告知（第三十八条）。"))
        ),
        (
            [.noOwnID],
            NextStep(
                help: .police,
                text: Phrase(
                    "Nobody but the police may keep an identity card (Resident Identity Card Law "
                        + "15): ask them to get it back.",
                    "除公安机关外，任何单位和个人不得扣押居民身份证（居民身份证法第十五条）：请求协助取回。"))
        ),
        (
            [.noOwnID],
            NextStep(
                help: .labourBureau,
                text: Phrase(
                    "The labour bureau orders the employer to give her papers back, and fines "
                        + "(Labour Contract Law 84).",
                    "用人单位扣押证件的，由劳动行政部门责令限期退还并处罚（劳动合同法第八十四条）。"))
        ),
        (
            [
                .promiseDifference, .exploitedInThreeMonths, .iloIndicator, .violenceOrThreats,
                .coercedToContinue,
            ],
            NextStep(
                help: .labourBureau,
                text: Phrase(
                    "Report pay, hours and conditions; the bureau inspects (Labour Contract Law "
                        + "74, 85). Write down dates, amounts, who said what.",
                    "举报工资、工时和劳动条件问题，由劳动行政部门监督检查（劳动合同法第七十四、八十五条）。"
                        + "记下日期、金额、何人所言。"))
        ),
        (
            [.promiseDifference, .exploitedInThreeMonths, .iloIndicator, .coercedToContinue],
            NextStep(
                help: .legalAid,
                text: Phrase(
                    "Free help to claim her pay (Legal Aid Regulations 10). Arbitration within "
                        + "one year (Labour Dispute Law 27, from 2008-05-01; 60 days before).",
                    "可申请法律援助追讨劳动报酬（法律援助条例第十条）。劳动争议须在一年内申请仲裁"
                        + "（劳动争议调解仲裁法第二十七条，2008-05-01起；此前为六十日）。"))
        ),
        (
            [.twoMissedContacts],
            NextStep(
                help: .police,
                text: Phrase(
                    "Try every other way that is safe today, ask who knows the plan, visit the "
                        + "place. Not found: report her missing.",
                    "当天用其他安全方式联系，询问知情人，走访用人单位。仍无下落：报失踪。"))
        ),
    ]
}

/// Who helps, with the number that is the same all over the country.
public enum HelpLine: String, CaseIterable, Sendable {
    case police, labourBureau, legalAid, womensHotline

    /// The number.
    public var number: String {
        switch self {
        case .police: "110"
        case .labourBureau: "12333"
        case .legalAid: "12348"
        case .womensHotline: "12338"
        }
    }

    /// What people call it.
    public var label: Phrase {
        switch self {
        case .police: Phrase("Police", "公安")
        case .labourBureau: Phrase("Labour bureau", "劳动保障部门")
        case .legalAid: Phrase("Legal aid", "法律援助")
        case .womensHotline: Phrase("Women's hotline", "妇女维权热线")
        }
    }

    /// What a referral to it is for.
    public var service: ReferralService {
        switch self {
        case .police: .policeOrSecurity
        case .labourBureau: .livelihoods
        case .legalAid: .legalAssistance
        case .womensHotline: .psychosocial
        }
    }
}

extension Referral {
    /// Room for the signals in the reason, with room left for a few words more.
    private static let reasonLimit = 150

    /// A referral of her to whom a next step names; nothing of it is saved, and nothing goes along
    /// that was not ticked.
    ///
    /// - Parameters:
    ///   - signals: What was found; the reason names them and no person.
    ///   - language: In which the worker writes.
    public init(
        to help: HelpLine, after signals: [ExploitationSignal], raisedOn day: CivilDate,
        in language: Language
    ) {
        self.init()
        serviceType = help.service
        toOrganisation = help.label(language)
        responseTimeframe = help == .police ? .oneDay : .threeDays
        // What does not fit into the field is counted, not cut off.
        var text = day.iso
        for (index, signal) in signals.enumerated() {
            let next = (index == 0 ? " " : Phrase.semicolon(language)) + signal.label(language)
            guard text.count + next.count <= Self.reasonLimit else {
                text += " +\(signals.count - index)"
                break
            }
            text += next
        }
        reason = text
    }
}
