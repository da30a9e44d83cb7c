/// Two offers side by side: what differs, fact by fact and rule by rule. Which one is the better is
/// said of a fact where nobody would doubt it (more pay, a lower fee), and of nothing else: there
/// is no sum, no score and no winner.
public struct OfferComparison: Equatable, Sendable {
    /// One of the two.
    public enum Side: Equatable, Sendable {
        case first, second
    }

    /// A line.
    public struct Row: Equatable, Sendable {
        /// `wageYuan`, `L8`.
        public let id: String
        /// What is compared.
        public let label: Phrase
        /// What the first offer says.
        public let first: Phrase
        /// What the second says.
        public let second: Phrase
        /// Which is the better for her; `nil` where they are the same or it is hers to say.
        public let better: Side?
        /// Whether they say the same.
        public var isSame: Bool { first == second }
    }

    /// An offer with everything that is compared.
    public struct Offer: Equatable, Sendable {
        /// The offer.
        public let offer: JobOffer
        /// Who makes it.
        public let employer: Employer
        /// Its law checks.
        public let findings: [OfferFinding]
        /// What an hour brings.
        public let pay: PayAnHour

        /// An offer to be compared.
        public init(
            offer: JobOffer, employer: Employer, findings: [OfferFinding], pay: PayAnHour
        ) {
            self.offer = offer
            self.employer = employer
            self.findings = findings
            self.pay = pay
        }
    }

    /// The law checks, in their order.
    public let rules: [Row]
    /// The facts: pay first.
    public let facts: [Row]

    /// Compares two offers.
    public init(_ first: Offer, _ second: Offer) {
        rules = zip(first.findings, second.findings).map { one, other in
            OfferComparison.row(one, other)
        }
        var rows = [OfferComparison.employer(first, second), OfferComparison.pay(first, second)]
        for field in JobOffer.fields where field.kind.isTyped && field.name != "employerId" {
            rows.append(OfferComparison.row(field, first.offer, second.offer))
        }
        facts = rows
    }

    /// The lines that differ.
    public var differing: OfferComparison {
        OfferComparison(rules: rules.filter { !$0.isSame }, facts: facts.filter { !$0.isSame })
    }

    private init(rules: [Row], facts: [Row]) {
        self.rules = rules
        self.facts = facts
    }

    // MARK: What is better

    /// Of these, less is better.
    private static let less: Set<String> = [
        "feeAskedYuan", "depositAskedYuan", "deductionsYuan", "lodgingYuan", "hoursPerDay",
        "overtimeHoursPerDay", "overtimeHoursPerMonth", "probationMonths",
    ]
    /// Of these, more is better.
    private static let more: Set<String> = ["contractItemsStated"]
    /// Of these, too, where both are paid for the same.
    private static let wages: Set<String> = ["wageYuan", "probationWageYuan"]
    /// Of these, yes is better.
    private static let yes: Set<String> = [
        "overtimePaid", "promisedInWriting", "toldConditions", "paidMonthlyInMoney",
        "mayLeaveWithNotice", "employerChecksId", "registeredForMinors", "hasHealthChecks",
        "agencyLicenceSeen",
    ]
    /// Of these, no is better.
    private static let no: Set<String> = [
        "idDemanded", "marriageTerms", "heavyOrHazardous", "forcedPaceOrLifting",
    ]

    private static func row(
        _ field: Field<JobOffer>, _ first: JobOffer, _ second: JobOffer
    ) -> Row {
        let (one, other) = (field.get(first), field.get(second))
        return Row(
            id: field.name, label: field.label, first: shown(one, field.kind),
            second: shown(other, field.kind),
            better: better(field.name, one, other, sameBasis: first.wageBasis == second.wageBasis))
    }

    private static func shown(_ value: StoredValue, _ kind: FieldKind) -> Phrase {
        if value == .null || value == .text("99") { return unknown }
        return Phrase(
            FieldText.shown(value, kind, .english), FieldText.shown(value, kind, .chinese))
    }

    private static let unknown = Phrase("not known", "不清楚")

    private static func better(
        _ name: String, _ one: StoredValue, _ other: StoredValue, sameBasis: Bool
    ) -> Side? {
        switch (one, other) {
        case (.integer(let one), .integer(let other)) where one != other:
            if less.contains(name) { return one < other ? .first : .second }
            if more.contains(name) || (wages.contains(name) && sameBasis) {
                return one > other ? .first : .second
            }
            return nil
        case (.text(let one), .text(let other)):
            let answers = [one, other].map { YesNo(rawValue: $0) }
            guard answers == [.yes, .no] || answers == [.no, .yes] else { return nil }
            if yes.contains(name) { return answers[0] == .yes ? .first : .second }
            if no.contains(name) { return answers[0] == .no ? .first : .second }
            return nil
        default: return nil
        }
    }

    private static func employer(_ first: Offer, _ second: Offer) -> Row {
        func shown(_ offer: Offer) -> Phrase {
            Phrase(verbatim: offer.employer.org_Name) + Phrase(": ", "：")
                + offer.employer.approvedStatus.label
        }
        func isApproved(_ offer: Offer) -> Bool { offer.employer.approvedStatus == .approved }
        let better: Side? =
            isApproved(first) == isApproved(second) ? nil : isApproved(first) ? .first : .second
        return Row(
            id: "employer", label: Employer.noun, first: shown(first), second: shown(second),
            better: better)
    }

    private static func pay(_ first: Offer, _ second: Offer) -> Row {
        func shown(_ offer: Offer) -> Phrase {
            offer.pay.netFen.map { fen in
                Phrase("\(PayAnHour.yuan(fen)) yuan", "\(PayAnHour.yuan(fen))元")
            } ?? unknown
        }
        var better: Side?
        if let one = first.pay.netFen, let other = second.pay.netFen, one != other {
            better = one > other ? .first : .second
        }
        return Row(
            id: "payAnHour", label: Phrase("Pay an hour, all taken off", "每小时实得"),
            first: shown(first), second: shown(second), better: better)
    }

    /// A rule that is kept is better than one that is broken; a question is neither.
    private static func row(_ first: OfferFinding, _ second: OfferFinding) -> Row {
        func shown(_ finding: OfferFinding) -> Phrase {
            guard let outcome = finding.outcome else { return finding.evidence }
            return outcome.label + Phrase(": ", "：") + finding.evidence
        }
        let better: Side? =
            switch (first.outcome, second.outcome) {
            case (.pass, .fail): .first
            case (.fail, .pass): .second
            default: nil
            }
        return Row(
            id: first.code.rawValue,
            label: Phrase(verbatim: first.code.rawValue + " ") + first.title,
            first: shown(first), second: shown(second), better: better)
    }
}
