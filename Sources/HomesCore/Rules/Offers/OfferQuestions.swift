/// What is still to be asked about an offer: a question a missing fact, with the rules that wait
/// for its answer.
public struct OfferQuestion: Equatable, Sendable {
    /// The fact.
    public let fact: OfferFact
    /// What to ask.
    public let text: Phrase
    /// The rules that cannot be judged without it, in order.
    public let rules: [RuleCode]
}

extension OfferRules {
    /// Every question of the rules in force that are UNKNOWN: first the next one of each rule, then
    /// the others that its facts still need, so that one visit answers all of them.
    public static func openQuestions(
        _ facts: OfferFacts, _ findings: [OfferFinding]
    ) -> [OfferQuestion] {
        var texts: [OfferFact: Phrase] = [:]
        var rules: [OfferFact: [RuleCode]] = [:]
        for finding in findings where finding.outcome == .unknown {
            guard let rule = all.first(where: { $0.code == finding.code }) else { continue }
            var missing = rule.reads.filter {
                !$0.mayBeAbsent && !$0.isKnown(in: facts) && $0.matters(to: facts)
            }
            if let next = finding.missing, !missing.contains(next) { missing.insert(next, at: 0) }
            for fact in missing {
                rules[fact, default: []].append(finding.code)
                // A rule's own words say what the general question does not: why the table of
                // minimum wages is silent, what piece work brings.
                let isSpecial =
                    fact == finding.missing
                    && [.minimumMonthly, .minimumHourly, .wageYuan].contains(fact)
                texts[fact] = isSpecial ? finding.evidence : texts[fact] ?? fact.question
            }
        }
        return OfferFact.allCases.compactMap { fact in
            guard let codes = rules[fact], let text = texts[fact] else { return nil }
            return OfferQuestion(fact: fact, text: text, rules: codes)
        }
    }
}
