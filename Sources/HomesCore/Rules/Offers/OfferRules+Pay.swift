extension OfferRules {
    /// L14 to L17: pay and hours.
    static let payRules: [OfferRule] = [
        OfferRule(
            .L14,
            Phrase("Probation pay: 80 % or more, never under the minimum", "试用期工资不低于80%且不低于最低工资"),
            ask: Phrase("What is paid in probation?", "试用期工资多少？"),
            contractLaw("20", "第二十条"), from: InForce.labourContractLaw,
            reads: [
                .probationMonths, .probationWageYuan, .wageYuan, .wageBasis, .minimumMonthly,
                .minimumHourly, .hoursPerDay,
            ], check: probationPay),
        OfferRule(
            .L15, Phrase("Paid in money, monthly, to herself, no deductions", "以货币按月支付给本人，不得克扣"),
            ask: Phrase(
                "Is she paid in money, every month, herself? What is deducted?",
                "是否以货币按月付给本人？扣多少？"),
            Phrase("Labour Law art. 50", "《劳动法》第五十条"), from: InForce.labourLaw,
            reads: [.paidMonthlyInMoney, .deductionsYuan], check: payment),
        OfferRule(
            .L16,
            Phrase(
                "8 h a day, 44 h a week, a rest day; overtime 3 h a day, 36 h a month",
                "每日8小时、每周44小时、每周休一日；加班每日3小时、每月36小时以内"),
            ask: Phrase(
                "How many hours a day, days a week, and how much overtime?", "每天几小时、每周几天、加班多少？"),
            Phrase("Labour Law arts. 36, 38, 41", "《劳动法》第三十六条、第三十八条、第四十一条"),
            from: InForce.labourLaw,
            reads: [.hoursPerDay, .daysPerWeek, .overtimeHoursPerMonth, .overtimeHoursPerDay],
            check: hours),
        OfferRule(
            .L17,
            Phrase("Overtime 150 %, rest day 200 %, holiday 300 %", "加班150%，休息日200%，法定节假日300%"),
            ask: Phrase("How is overtime paid?", "加班怎么付酬？"),
            Phrase("Labour Law art. 44", "《劳动法》第四十四条"), from: InForce.labourLaw,
            reads: [.overtimePaid, .overtimeHoursPerMonth], check: overtimePay),
    ]

    /// L22: the minimum wage.
    static let minimumWageRule = OfferRule(
        .L22, Phrase("Pay not under the minimum wage", "工资不低于最低工资标准"),
        ask: Phrase(
            "What is paid, and what is the minimum wage there?", "工资多少？当地最低工资多少？"),
        Phrase("Labour Law art. 48", "《劳动法》第四十八条"), from: InForce.labourLaw,
        reads: [
            .wageYuan, .wageBasis, .minimumMonthly, .minimumHourly, .hoursPerDay, .daysPerWeek,
        ], check: minimumWage)

    /// How a wage stands to the minimum wage of the place.
    private enum WageLevel {
        case enough
        case under
        /// What is missing to say so, with the question.
        case open(OfferFact, Phrase)
    }

    private static func level(of yuan: Int, _ facts: OfferFacts) -> WageLevel {
        let minimum = facts.minimumWage
        switch facts.wageBasis {
        case nil: return .open(.wageBasis, OfferFact.wageBasis.question)
        case .piece:
            return .open(
                .wageYuan,
                Phrase("What does a month of piece work bring?", "计件一个月能挣多少？"))
        case .month:
            return level(.minimumMonthly, minimum.monthly) { yuan < $0 }
        case .hour:
            return level(.minimumHourly, minimum.hourly) { yuan * 100 < $0 }
        case .day:
            // A month's minimum pays for the pay days of a month, of 8 hours each; a longer day
            // pays for more than one.
            let days = PayTime.on(facts.judgedOn).daysTimes100
            func isUnder(_ least: Int, hours: Int) -> Bool {
                yuan * 8 * days < least * 100 * max(8, hours)
            }
            guard let hours = facts.hoursPerDay else {
                let level = level(.minimumMonthly, minimum.monthly) { isUnder($0, hours: 8) }
                if case .enough = level {
                    return .open(.hoursPerDay, OfferFact.hoursPerDay.question)
                }
                return level
            }
            return level(.minimumMonthly, minimum.monthly) { isUnder($0, hours: hours) }
        }
    }

    /// Under the least of the province's zones is under the law; not under the greatest is lawful;
    /// what lies between, and what the table leaves open, is a question.
    private static func level(
        _ fact: OfferFact, _ span: MinimumWageSpan, _ isUnder: (Int) -> Bool
    ) -> WageLevel {
        if let least = span.least, isUnder(least) { return .under }
        if let most = span.most, !isUnder(most) { return .enough }
        return .open(fact, span.gap?.phrase ?? fact.question)
    }

    private static func probationPay(_ facts: OfferFacts) -> Verdict {
        if facts.probationMonths == 0 { return .pass("No probation", "无试用期") }
        guard let pay = facts.probationWageYuan else {
            return .ask(facts.probationMonths == nil ? .probationMonths : .probationWageYuan)
        }
        if case .under = level(of: pay, facts) {
            return .fail("\(pay) yuan is under the minimum wage", "\(pay)元，低于最低工资")
        }
        guard let wage = facts.wageYuan else {
            return .ask(.wageYuan, "What is paid after probation?", "试用期后工资多少？")
        }
        if pay * 10 < wage * 8 {
            return .fail("\(pay) of \(wage) yuan is under 80 %", "\(pay)元，不足\(wage)元的80%")
        }
        switch level(of: pay, facts) {
        case .open(let fact, let question): return .ask(fact, question)
        case .enough, .under: return .pass("\(pay) of \(wage) yuan", "试用期\(pay)元，转正\(wage)元")
        }
    }

    private static func payment(_ facts: OfferFacts) -> Verdict {
        if facts.paidMonthlyInMoney == .no {
            return .fail("Not in money, monthly, to herself", "未以货币按月付给本人")
        }
        if let deducted = facts.deductionsYuan, deducted > 0 {
            return .fail("\(deducted) yuan deducted a month", "每月扣\(deducted)元")
        }
        guard facts.paidMonthlyInMoney == .yes else {
            return .ask(.paidMonthlyInMoney)
        }
        return facts.deductionsYuan == nil
            ? .ask(.deductionsYuan)
            : .pass("In money, monthly, to herself, nothing deducted", "以货币按月付给本人，不扣款")
    }

    private static func hours(_ facts: OfferFacts) -> Verdict {
        if let day = facts.hoursPerDay, day > 8 {
            return .fail("\(day) hours a day", "每天\(day)小时")
        }
        if let days = facts.daysPerWeek, days > 6 {
            return .fail("No rest day", "每周无休息日")
        }
        if let day = facts.hoursPerDay, let days = facts.daysPerWeek, day * days > 44 {
            return .fail("\(day * days) hours a week", "每周\(day * days)小时")
        }
        if let overtime = facts.overtimeHoursPerMonth, overtime > 36 {
            return .fail("\(overtime) hours of overtime a month", "每月加班\(overtime)小时")
        }
        if let overtime = facts.overtimeHoursPerDay, overtime > 3 {
            return .fail("\(overtime) hours of overtime a day", "每天加班\(overtime)小时")
        }
        guard let day = facts.hoursPerDay else { return .ask(.hoursPerDay) }
        guard let days = facts.daysPerWeek else { return .ask(.daysPerWeek) }
        guard let overtime = facts.overtimeHoursPerMonth else {
            return .ask(.overtimeHoursPerMonth)
        }
        // At most 3 hours in the month cannot be more than 3 on a day.
        if overtime > 3, facts.overtimeHoursPerDay == nil {
            return .ask(.overtimeHoursPerDay)
        }
        return .pass(
            "\(day) h a day, \(days) days, overtime \(overtime) h a month",
            "每天\(day)小时，每周\(days)天，每月加班\(overtime)小时")
    }

    private static func overtimePay(_ facts: OfferFacts) -> Verdict {
        if facts.overtimePaid == .no {
            return facts.overtimeHoursPerMonth == 0
                ? .warn("No overtime now, but none would be paid", "目前无加班，但加班不付酬")
                : .fail("Overtime is not paid as the law says", "加班未依法付酬")
        }
        if facts.overtimePaid == .yes { return .pass("Paid 150, 200, 300 %", "按150%、200%、300%付") }
        switch facts.overtimeHoursPerMonth {
        case 0: return .pass("No overtime", "无加班")
        case nil: return .ask(.overtimeHoursPerMonth)
        default: return .ask(.overtimePaid)
        }
    }

    private static func minimumWage(_ facts: OfferFacts) -> Verdict {
        guard let wage = facts.wageYuan else { return .ask(.wageYuan) }
        switch level(of: wage, facts) {
        case .open(let fact, let question): return .ask(fact, question)
        case .under: return .fail("\(wage) yuan is under the minimum wage", "\(wage)元，低于最低工资")
        case .enough: break
        }
        guard facts.wageBasis == .month else { return .pass("\(wage) yuan", "\(wage)元") }
        guard let hours = facts.hoursPerDay else { return .ask(.hoursPerDay) }
        guard let days = facts.daysPerWeek else { return .ask(.daysPerWeek) }
        let week = hours * days
        return week > 44
            ? .warn(
                "\(wage) yuan for \(week) hours a week: the legal hours may pay less",
                "每周\(week)小时共\(wage)元：折算法定工时可能低于最低工资")
            : .pass("\(wage) yuan", "\(wage)元")
    }
}
