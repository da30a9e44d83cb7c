/// The job-offer checks, L1 to L22 (RULES, "Job-offer checks").
public enum RuleCode: String, CaseIterable, Sendable {
    case L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11
    case L12, L13, L14, L15, L16, L17, L18, L19, L20, L21, L22

    /// Whether a FAIL blocks the placement for everybody; any other FAIL needs an override by two
    /// people, kept with the offer.
    public var blocksPlacement: Bool {
        switch self {
        case .L1, .L2, .L7, .L8: true
        default: false
        }
    }

    /// Whether the rule binds whoever introduces her, on the day on which it is done: it is then
    /// judged by the law of that day, too, whatever days are written on offer and placement.
    public var bindsIntroduction: Bool {
        switch self {
        case .L2, .L7, .L8: true
        default: false
        }
    }
}

/// What one check found.
public struct Verdict: Equatable, Sendable {
    /// PASS, FAIL, WARN or UNKNOWN: what is stored.
    public let outcome: VerdictCode
    /// What it rests on; for UNKNOWN, the question to ask.
    public let evidence: Phrase
    /// The fact to ask for next; `nil` unless UNKNOWN.
    public let missing: OfferFact?

    private init(_ outcome: VerdictCode, _ evidence: Phrase, missing: OfferFact? = nil) {
        self.outcome = outcome
        self.evidence = evidence
        self.missing = missing
    }

    /// The rule is kept.
    public static func pass(_ english: String, _ chinese: String) -> Verdict {
        Verdict(.pass, Phrase(english, chinese))
    }

    /// The rule is broken.
    public static func fail(_ english: String, _ chinese: String) -> Verdict {
        Verdict(.fail, Phrase(english, chinese))
    }

    /// Not broken on its face, but somebody has to look.
    public static func warn(_ english: String, _ chinese: String) -> Verdict {
        Verdict(.warn, Phrase(english, chinese))
    }

    /// A fact is missing; the evidence is the question.
    public static func ask(_ fact: OfferFact, _ question: Phrase? = nil) -> Verdict {
        Verdict(.unknown, question ?? fact.question, missing: fact)
    }

    /// A fact is missing, and the question is put in this rule's own words.
    static func ask(_ fact: OfferFact, _ english: String, _ chinese: String) -> Verdict {
        ask(fact, Phrase(english, chinese))
    }
}

/// The law behind a rule from a date on.
public struct RuleVersion: Equatable, Sendable {
    /// The first day it applies.
    public let from: CivilDate
    /// Law and article.
    public let article: Phrase
}

/// One check of an offer: a row of the table `OfferRules.all`.
public struct OfferRule: Sendable {
    /// L1 to L22.
    public let code: RuleCode
    /// What the rule asks for.
    public let title: Phrase
    /// What to ask when nothing is known.
    public let question: Phrase
    /// The law as it first applied.
    public let first: RuleVersion
    /// Later versions of the law, in order.
    public let later: [RuleVersion]
    /// The facts it reads, in the order in which they are asked for.
    public let reads: [OfferFact]
    /// The check itself, blind to dates: whether the rule is in force is `judge`'s business.
    public let check: @Sendable (OfferFacts) -> Verdict

    /// The day from which there is such a rule.
    public var effectiveFrom: CivilDate { first.from }

    /// The law in force on a date; the first version before that.
    public func version(on date: CivilDate) -> RuleVersion {
        later.last { $0.from <= date } ?? first
    }

    init(
        _ code: RuleCode, _ title: Phrase, ask question: Phrase, _ article: Phrase,
        from: CivilDate, later: [RuleVersion] = [], reads: [OfferFact],
        check: @escaping @Sendable (OfferFacts) -> Verdict
    ) {
        self.code = code
        self.title = title
        self.question = question
        first = RuleVersion(from: from, article: article)
        self.later = later
        self.reads = reads
        self.check = check
    }
}

/// A rule's verdict on an offer, or that it was not law yet.
public enum Judgement: Equatable, Sendable {
    case judged(Verdict)
    /// The offer is older than the rule: nothing is stored and nothing is blocked. What the rule
    /// would say is kept, because it is good advice all the same.
    case notInForce(Verdict)
}

/// A row of the list of checks.
public struct OfferFinding: Equatable, Sendable {
    /// L1 to L22.
    public let code: RuleCode
    /// What the rule asks for.
    public let title: Phrase
    /// The law in force on the date of the offer.
    public let article: Phrase
    /// The day from which that law applies.
    public let effectiveFrom: CivilDate
    /// The verdict, or that the rule was not in force.
    public let judgement: Judgement

    /// The code to store; `nil` when the rule was not in force on the date.
    public var outcome: VerdictCode? {
        if case .judged(let verdict) = judgement { verdict.outcome } else { nil }
    }

    /// What the verdict rests on, or from when the rule applies.
    public var evidence: Phrase {
        switch judgement {
        case .judged(let verdict): verdict.evidence
        case .notInForce:
            Phrase("Applies from \(effectiveFrom.iso)", "自\(effectiveFrom.iso)起适用")
        }
    }

    /// The fact to ask for next, when one is missing.
    public var missing: OfferFact? {
        if case .judged(let verdict) = judgement { verdict.missing } else { nil }
    }

    /// The question to ask, when a fact is missing.
    public var question: Phrase? { outcome == .unknown ? evidence : nil }

    /// Whether this alone stops the placement, for everybody.
    public var blocksPlacement: Bool { outcome == .fail && code.blocksPlacement }

    /// Whether a placement needs a written override by a supervisor, two people.
    public var needsOverride: Bool { outcome == .fail && !code.blocksPlacement }
}

/// The table of checks and what is made of it.
public enum OfferRules {
    /// Every rule, L1 to L22 in order.
    public static let all: [OfferRule] =
        ageRules + paperRules + contractRules + payRules + placeRules

    /// Said wherever a law is cited.
    public static let disclaimer = Phrase("This is not legal advice.", "以上不构成法律意见。")

    /// The date whose law an offer is judged by: its own, or for a woman who takes it up the day on
    /// which she starts, if that is later. The law of that day binds her employer, whatever day
    /// was written on the offer.
    public static func lawDate(offeredOn: CivilDate, startDate: CivilDate?) -> CivilDate {
        max(offeredOn, startDate ?? offeredOn)
    }

    /// Judges an offer by the law in force on a date: one finding a rule, in order.
    ///
    /// - Parameter introduction: The day on which somebody is introduced; L2, L7 and L8 are judged
    ///   by the law of that day where it is the later one.
    public static func judge(
        _ facts: OfferFacts, on date: CivilDate, introduction: CivilDate? = nil
    ) -> [OfferFinding] {
        var facts = facts
        facts.introducedOn = facts.introducedOn ?? date
        facts.judgedOn = date
        let offerDate = date
        return all.map { rule in
            let date =
                rule.code.bindsIntroduction
                ? max(offerDate, introduction ?? offerDate) : offerDate
            let version = rule.version(on: date)
            let verdict = rule.check(facts)
            return OfferFinding(
                code: rule.code, title: rule.title, article: version.article,
                effectiveFrom: version.from,
                judgement: version.from <= date ? .judged(verdict) : .notInForce(verdict))
        }
    }

    /// The findings that stop a placement for everybody: FAIL on L1, L2, L7 or L8.
    public static func blocksPlacement(_ findings: [OfferFinding]) -> [OfferFinding] {
        findings.filter(\.blocksPlacement)
    }

    /// The other FAILs: each needs a written override.
    public static func needsOverride(_ findings: [OfferFinding]) -> [OfferFinding] {
        findings.filter(\.needsOverride)
    }

    /// What is still to be asked, by rule.
    public static func questions(_ findings: [OfferFinding]) -> [OfferFinding] {
        findings.filter { $0.outcome == .unknown }
    }

    /// The first days of the laws. A test reads each of them back.
    enum InForce {
        static let labourLaw = day(1995, 1, 1)
        static let childLabourBan = day(2002, 12, 1)
        static let minorsProtection2020 = day(2021, 6, 1)
        static let labourContractLaw = day(2008, 1, 1)
        static let womensRights2005 = day(2005, 12, 1)
        static let womensRights2022 = day(2023, 1, 1)
        static let humanResourcesMarket = day(2018, 10, 1)

        private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
            CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
        }
    }
}
