/// The home's ledger of introductions to work: whom it served, how, and what came of it, truly
/// recorded and kept for two years (Interim Regulations on the Human Resources Market, article 33;
/// rule L21). It is made from the records themselves; what they do not say is missing from it.
public enum ServiceLedger {
    /// How long an entry is kept after the service ended: two years at least (article 33).
    public static let monthsKept = 24

    /// The first day whose introductions still belong in a ledger that is printed on a day: who
    /// started, or ended, before it is no longer due.
    public static func firstDay(on day: CivilDate) -> CivilDate {
        day.adding(months: -monthsKept)
    }

    /// The last day on which an entry has to be kept; `nil` while she works there.
    public static func keptUntil(_ placement: Placement) -> CivilDate? {
        placement.endDate.map { $0.adding(months: monthsKept) }
    }

    /// What an entry does not say, in the order of the ledger's columns.
    ///
    /// - Parameters:
    ///   - checks: The law checks kept with the placement.
    ///   - followUps: The calls that were planned for it.
    ///   - day: What was not due by then is not missing.
    public static func missing(
        placement: Placement, offer: JobOffer, employer: Employer, checks: [OfferCheck],
        followUps: [FollowUp], on day: CivilDate
    ) -> [LedgerItem] {
        let contractDue = placement.startDate.adding(months: 1) < day
        let firstCall = followUps.filter { $0.placementId == placement.id }
            .min { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
        let gaps: [(LedgerItem, Bool)] = [
            (.licence, employer.licenceNumber == nil),
            (.licenceSeen, employer.licenceSeenOn == nil),
            (.wage, placement.wageYuanAtStart == nil && offer.wageYuan == nil),
            (.hours, placement.hoursPerDayAtStart == nil && offer.hoursPerDay == nil),
            (.fee, offer.feeAskedYuan == nil || offer.depositAskedYuan == nil),
            (.checks, checks.isEmpty || checks.contains { $0.verdict == .unknown }),
            (.contract, contractDue && placement.contractSignedOn == nil),
            (
                .copy,
                placement.contractSignedOn != nil
                    && ![.yes, .no].contains(placement.contractCopyHeld)
            ),
            (.firstCall, firstCall.map { $0.doneOn == nil && $0.dueOn < day } ?? true),
            (.endReason, placement.endDate != nil && placement.endReason == nil),
        ]
        return gaps.filter(\.1).map(\.0)
    }
}

/// Something that an entry of the service ledger has to say.
public enum LedgerItem: String, CaseIterable, Sendable {
    case licence, licenceSeen, wage, hours, fee, checks, contract, copy, firstCall, endReason

    /// What is missing, in words.
    public var label: Phrase {
        switch self {
        case .licence: Phrase("the employer's licence number", "用人单位证照号码")
        case .licenceSeen: Phrase("when the licence was seen", "查验证照的日期")
        case .wage: Phrase("the wage", "工资")
        case .hours: Phrase("the hours a day", "每天工时")
        case .fee: Phrase("whether a fee or deposit was asked", "是否收取费用或押金")
        case .checks: Phrase("an answer for each law check", "各项法律核查的结论")
        case .contract: Phrase("the contract, a month after the start", "劳动合同（上岗已满一个月）")
        case .copy: Phrase("whether she holds a copy", "本人是否持有合同")
        case .firstCall: Phrase("the first call after the start", "上岗后首次回访")
        case .endReason: Phrase("why it ended", "结束原因")
        }
    }
}

extension [LedgerItem] {
    /// What is missing, on one line.
    public var phrase: Phrase {
        isEmpty
            ? Phrase("complete", "完整")
            : Phrase("missing: ", "缺：") + Phrase.joined(map(\.label), with: .semicolon)
    }
}
