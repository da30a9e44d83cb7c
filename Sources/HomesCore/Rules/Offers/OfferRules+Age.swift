extension OfferRules {
    /// L1 to L6: who may work at all, and at what.
    static let ageRules: [OfferRule] = [
        OfferRule(
            .L1, Phrase("Nobody under 16 on the start date", "到岗之日须满16周岁"),
            ask: Phrase("How old is she on the day she starts?", "到岗那天她多大？"),
            Phrase(
                "Labour Law art. 15; Child Labour Ban art. 2", "《劳动法》第十五条；《禁止使用童工规定》第二条"),
            from: InForce.labourLaw, reads: [.birthdate, .startDate, .introducedOn, .minAge],
            check: underSixteenAtStart),
        OfferRule(
            .L2, Phrase("Nobody under 16 is introduced to a job", "不得介绍未满16周岁者就业"),
            ask: Phrase("How old is she today?", "她今天多大？"),
            Phrase(
                "Child Labour Ban art. 7 (fine of 5,000 yuan a person)",
                "《禁止使用童工规定》第七条（每介绍一人罚款5000元）"),
            from: InForce.childLabourBan, reads: [.birthdate, .introducedOn, .minAge],
            check: introducingUnderSixteen),
        OfferRule(
            .L3, Phrase("Employer checks ID and keeps a register", "用人单位核查身份证并建录用登记"),
            ask: Phrase(
                "Does the employer check ID cards and keep a recruitment register?",
                "用人单位招用时核查身份证并保管录用登记吗？"),
            Phrase("Child Labour Ban art. 4", "《禁止使用童工规定》第四条"),
            from: InForce.childLabourBan, reads: [.employerChecksId], check: employerChecksIdentity),
        OfferRule(
            .L4,
            Phrase(
                "16-17: no mine, toxic or grade-IV work; health checks",
                "16-17岁：不下矿、不从事有毒有害和四级体力劳动；定期体检"),
            ask: Phrase(
                "Is it a mine, toxic or very heavy work? Are there regular health checks?",
                "是否矿山井下、有毒有害或四级体力劳动？是否定期体检？"),
            Phrase("Labour Law arts. 64, 65", "《劳动法》第六十四条、第六十五条"),
            from: InForce.labourLaw,
            reads: [.birthdate, .startDate, .introducedOn, .heavyOrHazardous, .hasHealthChecks],
            check: hazardousWorkForMinors),
        OfferRule(
            .L5,
            Phrase(
                "16-17: registered; no forced pace, no heavy lifting", "16-17岁：办理登记；不从事强迫节拍和重负重作业"),
            ask: Phrase(
                "Is she registered with the county labour office? How fast is the line, how heavy the loads?",
                "是否在县级劳动部门登记？流水线多快？负重多少？"),
            Phrase(
                "Rules on Juvenile Workers, No. 498 of 1994, arts. 2, 3, 9",
                "《未成年工特殊保护规定》（劳部发〔1994〕498号）第二、三、九条"),
            from: InForce.labourLaw,
            reads: [
                .birthdate, .startDate, .introducedOn, .registeredForMinors, .forcedPaceOrLifting,
            ], check: juvenileRegistration),
        OfferRule(
            .L6,
            Phrase(
                "No minors in bars, entertainment venues, internet cafes", "未成年人不得在酒吧、娱乐场所、网吧工作"),
            ask: Phrase("What kind of place is it?", "是什么样的工作场所？"),
            Phrase(
                "Minors Protection Law art. 61 (2020 revision)", "《未成年人保护法》（2020年修订）第六十一条"),
            from: InForce.minorsProtection2020,
            reads: [.workplaceKind, .birthdate, .startDate, .introducedOn],
            check: placesClosedToMinors),
    ]

    /// How old she is when she starts, as far as the facts say.
    private enum StartAge {
        case years(Int)
        /// Without a start date: at least this.
        case atLeast(Int)
        case unknown
    }

    private static func startAge(_ facts: OfferFacts) -> StartAge {
        guard let birthdate = facts.birthdate else { return .unknown }
        if let start = facts.startDate { return .years(years(birthdate, on: start)) }
        guard let today = facts.introducedOn else { return .unknown }
        return .atLeast(years(birthdate, on: today))
    }

    /// Her age for these rules: a day before her birth is no unknown age but an age of nothing, so
    /// that no date typed wrong lets a child pass.
    private static func years(_ birthdate: Birthdate, on date: CivilDate) -> Int {
        birthdate.years(on: date) ?? 0
    }

    private static func underSixteenAtStart(_ facts: OfferFacts) -> Verdict {
        switch startAge(facts) {
        case .years(let years) where years < 16:
            return .fail("She is \(years) on the start date", "到岗时她\(years)岁")
        case .years(let years):
            return .pass("She is \(years) on the start date", "到岗时她\(years)岁")
        case .atLeast(let years) where years >= 16:
            return .pass("She is already \(years)", "她已满\(years)岁")
        case .atLeast:
            return .ask(.startDate)
        case .unknown:
            return youngestTaken(facts)
                ?? .ask(.birthdate, "How old is she on the day she starts?", "到岗那天她多大？")
        }
    }

    private static func introducingUnderSixteen(_ facts: OfferFacts) -> Verdict {
        guard let birthdate = facts.birthdate else {
            return youngestTaken(facts) ?? .ask(.birthdate, "How old is she today?", "她今天多大？")
        }
        guard let today = facts.introducedOn else { return .ask(.introducedOn) }
        let years = years(birthdate, on: today)
        return years < 16
            ? .fail("She is \(years): introducing her is an offence", "她\(years)岁：介绍就业即属违法")
            : .pass("She is \(years)", "她\(years)岁")
    }

    /// An offer that names an age under 16 fails whoever takes it.
    private static func youngestTaken(_ facts: OfferFacts) -> Verdict? {
        guard let minAge = facts.minAge, minAge < 16 else { return nil }
        return .fail("The offer takes people of \(minAge)", "该岗位招收\(minAge)岁的人")
    }

    private static func employerChecksIdentity(_ facts: OfferFacts) -> Verdict {
        switch facts.employerChecksId {
        case .yes: .pass("ID checked, register kept", "核查身份证并登记")
        case .no: .fail("No ID check or no register", "未核查身份证或未登记")
        default:
            .ask(.employerChecksId)
        }
    }

    /// A PASS for adults, a question when nobody knows her age, `nil` for those under 18.
    private static func adultVerdict(_ facts: OfferFacts) -> Verdict? {
        switch startAge(facts) {
        case .years(18...), .atLeast(18...): .pass("She is 18 or older", "她已满18岁")
        case .years: nil
        case .atLeast: .ask(.startDate)
        case .unknown: .ask(.birthdate, "How old is she on the day she starts?", "到岗那天她多大？")
        }
    }

    private static func hazardousWorkForMinors(_ facts: OfferFacts) -> Verdict {
        let verdict = adultVerdict(facts)
        if let verdict, verdict.outcome == .pass { return verdict }
        if facts.heavyOrHazardous == .no, facts.hasHealthChecks == .yes {
            return .pass("No such work, regular health checks", "无此类作业，定期体检")
        }
        if let verdict { return verdict }
        if facts.heavyOrHazardous == .yes {
            return .fail("Under 18 at dangerous work", "未满18岁从事禁忌作业")
        }
        if facts.hasHealthChecks == .no {
            return .fail("No regular health checks", "未定期体检")
        }
        return facts.heavyOrHazardous == .no
            ? .ask(.hasHealthChecks)
            : .ask(.heavyOrHazardous)
    }

    private static func juvenileRegistration(_ facts: OfferFacts) -> Verdict {
        if let verdict = adultVerdict(facts) { return verdict }
        if facts.forcedPaceOrLifting == .yes {
            return .fail("Forced pace or heavy lifting under 18", "未满18岁从事强迫节拍或重负重作业")
        }
        if facts.registeredForMinors == .no {
            return .fail("Not registered for juvenile work", "未办理未成年工登记")
        }
        guard facts.registeredForMinors == .yes else {
            return .ask(.registeredForMinors)
        }
        return facts.forcedPaceOrLifting == .no
            ? .pass("Registered; no forced pace or heavy lifting", "已登记；无强迫节拍和重负重")
            : .ask(.forcedPaceOrLifting)
    }

    private static func placesClosedToMinors(_ facts: OfferFacts) -> Verdict {
        guard let kind = facts.workplaceKind else {
            if let verdict = adultVerdict(facts), verdict.outcome == .pass { return verdict }
            return .ask(.workplaceKind)
        }
        switch kind {
        case .bar, .entertainment, .internetCafe:
            let place = kind.label
            return adultVerdict(facts)
                ?? .fail(
                    "Under 18 in: \(place.english)", "未满18岁，工作场所：\(place.chinese)")
        default:
            let place = kind.label
            return .pass("Workplace: \(place.english)", "工作场所：\(place.chinese)")
        }
    }
}
