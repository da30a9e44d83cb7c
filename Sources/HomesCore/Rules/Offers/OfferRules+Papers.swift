extension OfferRules {
    private static let contractAndPromotion = Phrase(
        "Labour Contract Law arts. 9, 84; Employment Promotion Law art. 41",
        "《劳动合同法》第九条、第八十四条；《就业促进法》第四十一条")

    /// L7 to L9: her papers, her money, and who stands behind the offer.
    static let paperRules: [OfferRule] = [
        OfferRule(
            .L7, Phrase("Nobody holds her ID card or papers", "不得扣押身份证等证件"),
            ask: Phrase("Does anybody demand or keep her ID card or papers?", "有人要求上交或扣押她的证件吗？"),
            contractAndPromotion, from: InForce.labourContractLaw, reads: [.idDemanded, .idHeldBy],
            check: papersHeld),
        OfferRule(
            .L8, Phrase("No fee, deposit, guarantee or other money from her", "不得收费、收押金、要担保或收取财物"),
            ask: Phrase(
                "How much is asked from her as fee, deposit, guarantee or anything else?",
                "向她收多少费用、押金、担保金或其他财物？"),
            contractAndPromotion, from: InForce.labourContractLaw,
            reads: [.feeAskedYuan, .depositAskedYuan], check: moneyAsked),
        OfferRule(
            .L9, Phrase("Licensed agency, employer with valid papers", "中介持证，用人单位证照有效"),
            ask: Phrase(
                "Who offers the job, and were licence and papers seen?", "谁提供的岗位？看过许可证和营业执照吗？"),
            Phrase(
                "Employment Promotion Law arts. 40, 41, 64, 65",
                "《就业促进法》第四十条、第四十一条、第六十四条、第六十五条"),
            from: InForce.labourContractLaw,
            reads: [.source, .agencyLicenceSeen, .employerPapersSeen, .employerStatus],
            check: licences),
    ]

    private static func papersHeld(_ facts: OfferFacts) -> Verdict {
        if let holder = facts.idHeldBy, holder == .employer || holder == .recruiter {
            let name = holder.label
            return .fail("Her ID is held by: \(name.english)", "证件由\(name.chinese)扣押")
        }
        switch facts.idDemanded {
        case .yes: return .fail("Her ID or papers are demanded", "被要求上交证件")
        case .no: break
        default: return .ask(.idDemanded)
        }
        guard OfferFact.idHeldBy.isKnown(in: facts) else { return .ask(.idHeldBy) }
        return facts.idHeldBy == .family
            ? .warn("Her family holds her ID", "证件由家人保管")
            : .pass("Nobody demands or keeps her papers", "无人要求或扣押证件")
    }

    private static func moneyAsked(_ facts: OfferFacts) -> Verdict {
        let asked = max(0, facts.feeAskedYuan ?? 0) + max(0, facts.depositAskedYuan ?? 0)
        if asked > 0 { return .fail("\(asked) yuan asked from her", "向她收取\(asked)元") }
        // Less than nothing is no answer.
        guard facts.feeAskedYuan == 0 else { return .ask(.feeAskedYuan) }
        guard facts.depositAskedYuan == 0 else { return .ask(.depositAskedYuan) }
        return .pass("No fee, no deposit", "不收费、不收押金")
    }

    private static func licences(_ facts: OfferFacts) -> Verdict {
        if facts.source == .unlicensed { return .fail("Unlicensed agent", "无证中介") }
        if facts.source == .licensedAgency, facts.agencyLicenceSeen == .no {
            return .fail("The agency's licence was not shown", "中介未出示许可证")
        }
        if let status = facts.employerStatus, status == .suspended || status == .blacklisted {
            let name = status.label
            return .fail("Employer: \(name.english)", "用人单位：\(name.chinese)")
        }
        if facts.employerPapersSeen == .no {
            return .fail("The employer has no valid papers", "用人单位无有效证照")
        }
        guard let source = facts.source else { return .ask(.source) }
        if source == .licensedAgency, facts.agencyLicenceSeen != .yes {
            return .ask(.agencyLicenceSeen)
        }
        guard facts.employerPapersSeen == .yes else {
            return .ask(.employerPapersSeen)
        }
        if facts.employerStatus == nil { return .ask(.employerStatus) }
        return .pass("Licence and papers seen", "已查验证照")
    }
}
