extension OfferRules {
    /// L10 to L13: the contract before it is signed.
    static let contractRules: [OfferRule] = [
        OfferRule(
            .L10, Phrase("Written contract within one month of the start", "自用工之日起一个月内订立书面合同"),
            ask: Phrase("Is a written contract promised, and by when?", "是否承诺签书面合同？何时签？"),
            contractLaw("10, 82", "第十条、第八十二条"), from: InForce.labourContractLaw,
            reads: [.promisedInWriting, .contractSignedOn, .startDate], check: writtenContract),
        OfferRule(
            .L11, Phrase("The contract states the nine items", "合同载明九项必备条款"),
            ask: Phrase(
                "Which of these does it state: employer; worker; term; work and place; hours and rest; pay; social insurance; protection and hazards; other?",
                "合同载明了哪些：用人单位；劳动者；期限；工作内容和地点；工时和休息；报酬；社会保险；劳动保护和职业危害；其他？"),
            contractLaw("17", "第十七条"), from: InForce.labourContractLaw,
            reads: [.contractItemsStated], check: nineItems),
        OfferRule(
            .L12,
            Phrase(
                "She was told work, conditions, place, hazards, safety, pay",
                "已如实告知工作内容、条件、地点、危害、安全、报酬"),
            ask: Phrase(
                "Was she told work, conditions, place, hazards, safety and pay?",
                "是否告知了工作内容、条件、地点、职业危害、安全状况和报酬？"),
            contractLaw("8", "第八条"), from: InForce.labourContractLaw, reads: [.toldConditions],
            check: told),
        OfferRule(
            .L13, Phrase("Probation within the limit of the term", "试用期不超过法定上限"),
            ask: Phrase("How long are the contract and the probation?", "合同期和试用期各多长？"),
            contractLaw("19", "第十九条"), from: InForce.labourContractLaw,
            reads: [.probationMonths, .contractTerm], check: probation),
    ]

    /// L18 to L21: leaving, family, agency labour, the home's own ledger. L22 closes the table.
    static let placeRules: [OfferRule] = [
        OfferRule(
            .L18,
            Phrase(
                "She may leave: 30 days' notice, 3 in probation, at once under force",
                "可辞职：提前30日，试用期3日，受强迫可立即离开"),
            ask: Phrase("May she leave with notice, without a penalty?", "提前通知即可辞职、不受罚吗？"),
            contractLaw("37, 38", "第三十七条、第三十八条"), from: InForce.labourContractLaw,
            reads: [.mayLeaveWithNotice], check: mayLeave),
        OfferRule(
            .L19, Phrase("No term restricts marriage, pregnancy or childbirth", "不得限制结婚、怀孕、生育"),
            ask: Phrase(
                "Does any term restrict marriage, pregnancy or childbirth?", "有限制结婚、怀孕、生育的条款吗？"),
            Phrase("Women's Rights Law art. 23 (2005)", "《妇女权益保障法》（2005年修正）第二十三条"),
            from: InForce.womensRights2005,
            later: [
                RuleVersion(
                    from: InForce.labourContractLaw,
                    article: Phrase(
                        "Employment Promotion Law art. 27; Women's Rights Law art. 23 (2005)",
                        "《就业促进法》第二十七条；《妇女权益保障法》（2005年修正）第二十三条")),
                RuleVersion(
                    from: InForce.womensRights2022,
                    article: Phrase(
                        "Women's Rights Law art. 44 (2022); Employment Promotion Law art. 27",
                        "《妇女权益保障法》（2022年修订）第四十四条；《就业促进法》第二十七条")),
            ], reads: [.marriageTerms], check: family),
        OfferRule(
            .L20,
            Phrase("Agency labour: 2 years or more, monthly pay, no fee", "劳务派遣：两年以上合同、按月付酬、不收费"),
            ask: Phrase("Would an agency employ her and lend her out?", "是劳务派遣吗？"),
            contractLaw("58, 60", "第五十八条、第六十条"), from: InForce.labourContractLaw,
            reads: [.agencyLabour, .contractTerm, .feeAskedYuan, .paidMonthlyInMoney],
            check: agencyLabour),
        OfferRule(
            .L21,
            Phrase("The home's own service ledger is complete, kept 2 years", "本之家服务台账完整并保存两年"),
            ask: Phrase("Is this introduction in the home's service ledger?", "本次介绍已记入服务台账吗？"),
            Phrase("Human Resources Market Regulations art. 33", "《人力资源市场暂行条例》第三十三条"),
            from: InForce.humanResourcesMarket, reads: [.ledgerComplete], check: ledger),
        minimumWageRule,
    ]

    static func contractLaw(_ articles: String, _ chinese: String) -> Phrase {
        Phrase(
            "Labour Contract Law art\(articles.contains(",") ? "s" : ""). \(articles)",
            "《劳动合同法》\(chinese)")
    }

    private static func writtenContract(_ facts: OfferFacts) -> Verdict {
        if let signed = facts.contractSignedOn {
            guard let start = facts.startDate else {
                return .ask(.startDate)
            }
            return signed <= start.adding(months: 1)
                ? .pass("Signed on \(signed.iso)", "\(signed.iso)签订")
                : .fail("Signed only on \(signed.iso)", "\(signed.iso)才签订")
        }
        switch facts.promisedInWriting {
        case .yes:
            guard let start = facts.startDate else {
                return .pass("Promised within a month of the start", "承诺到岗一个月内签订")
            }
            let last = start.adding(months: 1).iso
            return .pass("Promised; to be signed by \(last)", "已承诺，应于\(last)前签订")
        case .no: return .fail("No written contract is promised", "不签书面合同")
        default:
            return .ask(.promisedInWriting)
        }
    }

    private static func nineItems(_ facts: OfferFacts) -> Verdict {
        guard let count = facts.contractItemsStated else {
            return .ask(.contractItemsStated)
        }
        return count >= 9
            ? .pass("All nine items stated", "九项齐全")
            : .fail("\(count) of nine items stated", "九项中载明\(count)项")
    }

    private static func told(_ facts: OfferFacts) -> Verdict {
        switch facts.toldConditions {
        case .yes: .pass("She was told", "已告知")
        case .no: .fail("She was not told everything", "未全部如实告知")
        default:
            .ask(.toldConditions)
        }
    }

    /// The most probation a term allows, in months (Labour Contract Law 19).
    public static func longestProbation(_ term: ContractTerm) -> Int {
        switch term {
        case .untilWorkDone: 0
        case .openEnded: 6
        case .months(let months):
            switch months {
            case ..<3: 0
            case ..<12: 1
            case ..<36: 2
            default: 6
            }
        }
    }

    private static func probation(_ facts: OfferFacts) -> Verdict {
        guard let months = facts.probationMonths else {
            return .ask(.probationMonths)
        }
        if months == 0 { return .pass("No probation", "无试用期") }
        if months > 6 {
            return .fail("\(months) months; never more than 6", "试用期\(months)个月，最长不得超过6个月")
        }
        guard let term = facts.contractTerm else {
            return .ask(.contractTerm)
        }
        let most = longestProbation(term)
        return months <= most
            ? .pass("\(months) months of \(most) allowed", "试用期\(months)个月，上限\(most)个月")
            : .fail("\(months) months; allowed: \(most)", "试用期\(months)个月，上限为\(most)个月")
    }

    private static func mayLeave(_ facts: OfferFacts) -> Verdict {
        switch facts.mayLeaveWithNotice {
        case .yes: .pass("She may leave with notice", "提前通知可辞职")
        case .no: .fail("She may not leave freely", "不能自由辞职")
        default: .ask(.mayLeaveWithNotice)
        }
    }

    private static func family(_ facts: OfferFacts) -> Verdict {
        switch facts.marriageTerms {
        case .no: .pass("No such term", "无此类条款")
        case .yes: .fail("Restricts marriage, pregnancy or childbirth", "限制结婚、怀孕或生育")
        default:
            .ask(.marriageTerms)
        }
    }

    private static func agencyLabour(_ facts: OfferFacts) -> Verdict {
        switch facts.agencyLabour {
        case .no: return .pass("Not agency labour", "非劳务派遣")
        case .yes: break
        default: return .ask(.agencyLabour)
        }
        if case .months(let months) = facts.contractTerm, months < 24 {
            return .fail("Contract of \(months) months, under 2 years", "合同\(months)个月，不足两年")
        }
        if facts.contractTerm == .untilWorkDone {
            return .fail("No fixed term of 2 years", "没有两年以上固定期限")
        }
        if let fee = facts.feeAskedYuan, fee > 0 {
            return .fail("Fee of \(fee) yuan from her", "向她收费\(fee)元")
        }
        if facts.paidMonthlyInMoney == .no {
            return .fail("Not paid every month", "未按月支付报酬")
        }
        if facts.contractTerm == nil {
            return .ask(.contractTerm, "How long is the contract with the agency?", "与派遣单位的合同多长？")
        }
        if facts.feeAskedYuan == nil {
            return .ask(.feeAskedYuan, "Does the agency ask a fee from her?", "派遣单位向她收费吗？")
        }
        return facts.paidMonthlyInMoney == .yes
            ? .pass("2 years or more, monthly pay, no fee", "两年以上、按月付酬、不收费")
            : .ask(.paidMonthlyInMoney, "Is she paid every month?", "是否按月支付报酬？")
    }

    private static func ledger(_ facts: OfferFacts) -> Verdict {
        switch facts.ledgerComplete {
        case .yes: .pass("Entered in the ledger", "已记入台账")
        case .no: .fail("Not complete in the ledger", "台账不完整")
        default: .ask(.ledgerComplete)
        }
    }
}
