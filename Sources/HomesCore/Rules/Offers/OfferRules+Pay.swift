extension OfferRules {
    /// L14 to L17: pay and hours.
    static let payRules: [OfferRule] = [
        OfferRule(
            .L14,
            Phrase("Probation pay: 80 % or more, never under the minimum", "试用期工资不低于80%且不低于最低工资"),
            ask: Phrase("What is paid in probation?", "试用期工资多少？"),
            contractLaw("20", "第二十条"), from: InForce.labourContractLaw, check: probationPay),
        OfferRule(
            .L15, Phrase("Paid in money, monthly, to herself, no deductions", "以货币按月支付给本人，不得克扣"),
            ask: Phrase(
                "Is she paid in money, every month, herself? What is deducted?",
                "是否以货币按月付给本人？扣多少？"),
            Phrase("Labour Law art. 50", "《劳动法》第五十条"), from: InForce.labourLaw, check: payment),
        OfferRule(
            .L16,
            Phrase(
                "8 h a day, 44 h a week, a rest day; overtime 3 h a day, 36 h a month",
                "每日8小时、每周44小时、每周休一日；加班每日3小时、每月36小时以内"),
            ask: Phrase(
                "How many hours a day, days a week, and how much overtime?", "每天几小时、每周几天、加班多少？"),
            Phrase("Labour Law arts. 36, 38, 41", "《劳动法》第三十六条、第三十八条、第四十一条"),
            from: InForce.labourLaw, check: hours),
        OfferRule(
            .L17,
            Phrase("Overtime 150 %, rest day 200 %, holiday 300 %", "加班150%，休息日200%，法定节假日300%"),
            ask: Phrase("How is overtime paid?", "加班怎么付酬？"),
            Phrase("Labour Law art. 44", "《劳动法》第四十四条"), from: InForce.labourLaw,
            check: overtimePay),
    ]

    /// L22: the minimum wage.
    static let minimumWageRule = OfferRule(
        .L22, Phrase("Pay not under the minimum wage", "工资不低于最低工资标准"),
        ask: Phrase(
            "What is paid, and what is the minimum wage there?", "工资多少？当地最低工资多少？"),
        Phrase("Labour Law art. 48", "《劳动法》第四十八条"), from: InForce.labourLaw,
        check: minimumWage)

    /// How a wage stands to the minimum wage of the place.
    private enum WageLevel: Equatable {
        case enough
        case under
        /// The programme's table has no figure for the place.
        case noMinimum
        /// Piece work: what a month brings is not known.
        case piecework
        case noBasis
    }

    /// Working days of an average month (notice of the Ministry of Labour, 3 January 2008), times
    /// 100.
    private static let workingDaysTimes100 = 2_175

    private static func level(of yuan: Int, _ facts: OfferFacts) -> WageLevel {
        guard let basis = facts.wageBasis else { return .noBasis }
        switch basis {
        case .month:
            guard let minimum = facts.minimumMonthlyYuan else { return .noMinimum }
            return yuan < minimum ? .under : .enough
        case .day:
            // A day longer than 8 hours pays for more than a legal day.
            guard let minimum = facts.minimumMonthlyYuan else { return .noMinimum }
            let hours = max(8, facts.hoursPerDay ?? 8)
            return yuan * 8 * workingDaysTimes100 < minimum * 100 * hours ? .under : .enough
        case .hour:
            guard let minimum = facts.minimumHourlyFen else { return .noMinimum }
            return yuan * 100 < minimum ? .under : .enough
        case .piece: return .piecework
        }
    }

    private static func probationPay(_ facts: OfferFacts) -> Verdict {
        if facts.probationMonths == 0 { return .pass("No probation", "无试用期") }
        guard let pay = facts.probationWageYuan else {
            return .ask("What is paid in probation?", "试用期工资多少？")
        }
        if level(of: pay, facts) == .under {
            return .fail("\(pay) yuan is under the minimum wage", "\(pay)元，低于最低工资")
        }
        guard let wage = facts.wageYuan else {
            return .ask("What is paid after probation?", "试用期后工资多少？")
        }
        if pay * 10 < wage * 8 {
            return .fail("\(pay) of \(wage) yuan is under 80 %", "\(pay)元，不足\(wage)元的80%")
        }
        switch level(of: pay, facts) {
        case .noBasis: return .ask("Is that a month, a day, an hour or a piece?", "按月、日、小时还是计件？")
        case .noMinimum: return .ask("What is the minimum wage there?", "当地最低工资多少？")
        case .piecework: return .ask("What does a month of probation bring?", "试用期一个月能挣多少？")
        case .enough, .under:
            return .pass("\(pay) of \(wage) yuan", "试用期\(pay)元，转正\(wage)元")
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
            return .ask("Is she paid in money, every month, herself?", "是否以货币按月付给本人？")
        }
        return facts.deductionsYuan == nil
            ? .ask("What is deducted from her pay?", "从工资里扣多少？")
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
        guard let day = facts.hoursPerDay else { return .ask("How many hours a day?", "每天几小时？") }
        guard let days = facts.daysPerWeek else { return .ask("How many days a week?", "每周几天？") }
        guard let overtime = facts.overtimeHoursPerMonth else {
            return .ask("How many hours of overtime a month?", "每月加班几小时？")
        }
        // At most 3 hours in the month cannot be more than 3 on a day.
        if overtime > 3, facts.overtimeHoursPerDay == nil {
            return .ask("How much overtime on the longest day?", "最多一天加班几小时？")
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
        return facts.overtimeHoursPerMonth == 0
            ? .pass("No overtime", "无加班")
            : .ask("How is overtime paid?", "加班怎么付酬？")
    }

    private static func minimumWage(_ facts: OfferFacts) -> Verdict {
        guard let wage = facts.wageYuan else { return .ask("What is paid?", "工资多少？") }
        switch level(of: wage, facts) {
        case .noBasis: return .ask("Is that a month, a day, an hour or a piece?", "按月、日、小时还是计件？")
        case .piecework: return .ask("What does a month of piece work bring?", "计件一个月能挣多少？")
        case .noMinimum: return .ask("What is the minimum wage there?", "当地最低工资多少？")
        case .under: return .fail("\(wage) yuan is under the minimum wage", "\(wage)元，低于最低工资")
        case .enough: break
        }
        let week = (facts.hoursPerDay ?? 0) * (facts.daysPerWeek ?? 0)
        return facts.wageBasis == .month && week > 44
            ? .warn(
                "\(wage) yuan for \(week) hours a week: the legal hours may pay less",
                "每周\(week)小时共\(wage)元：折算法定工时可能低于最低工资")
            : .pass("\(wage) yuan", "\(wage)元")
    }
}
