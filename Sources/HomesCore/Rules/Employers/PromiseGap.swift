/// Where a job is worse than its offer said. Deception about the work and its pay is the second of
/// the ILO's eleven indicators of forced labour; a gap is shown, never called that.
public enum PromiseGap: Equatable, Sendable {
    /// Less money than promised, for the same unit of time.
    case wage(promised: Int, got: Int, basis: WageBasis, since: CivilDate)
    /// More hours a day than promised.
    case hours(promised: Int, got: Int, since: CivilDate)

    /// The gaps between an offer and what is known of the job: the terms at the start, and each
    /// change after it. Each is compared with the offer, not with the last change, so that a wage
    /// lowered in two steps counts once, as it stands now.
    ///
    /// - Parameter changes: The earliest first.
    public static func found(
        offer: JobOffer, placement: Placement, changes: [PlacementChange]
    ) -> [PromiseGap] {
        var found: [PromiseGap] = []
        if let promised = offer.wageYuan, let basis = offer.wageBasis {
            var now = placement.wageYuanAtStart.map { (yuan: $0, since: placement.startDate) }
            for change in changes where change.wageBasis == basis {
                if let yuan = change.wageYuan { now = (yuan, change.changedOn) }
            }
            if let now, now.yuan < promised {
                found.append(
                    .wage(promised: promised, got: now.yuan, basis: basis, since: now.since))
            }
        }
        if let promised = offer.hoursPerDay {
            var now = placement.hoursPerDayAtStart.map { (hours: $0, since: placement.startDate) }
            for change in changes {
                if let hours = change.hoursPerDay { now = (hours, change.changedOn) }
            }
            if let now, now.hours > promised {
                found.append(.hours(promised: promised, got: now.hours, since: now.since))
            }
        }
        return found
    }

    /// The gap in words, with its numbers.
    public var phrase: Phrase {
        switch self {
        case .wage(let promised, let got, let basis, let since):
            Phrase(
                "promised \(promised) yuan, gets \(got) (", "承诺\(promised)元，实得\(got)元（")
                + basis.label + Phrase(") since \(since.iso)", "），自\(since.iso)")
        case .hours(let promised, let got, let since):
            Phrase(
                "promised \(promised) h a day, works \(got), since \(since.iso)",
                "承诺每天\(promised)小时，实做\(got)小时，自\(since.iso)")
        }
    }
}
