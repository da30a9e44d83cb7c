/// What an offer pays for an hour that she works, after what is taken from her, beside the minimum
/// wage of the place.
///
/// `pay an hour = (month's wage - deductions - bed and board - fees / months) / month's hours`
///
/// - A month is 52 / 12 weeks of the offer's own hours and days. Overtime hours count where
///   overtime is not paid apart; a wage a day or an hour is paid for the regular time.
/// - Fees and deposits fall on the months of the contract, at most on the first 12.
/// - The minimum a month is turned into one an hour by `PayTime`.
///
/// Money is in hundredths of a yuan (fen), rounded half up once, at the end.
public struct PayAnHour: Equatable, Sendable {
    /// In fen; `nil` while a fact is missing.
    public let netFen: Int?
    /// A month's wage before anything is taken, in hundredths of a yuan.
    public let monthFen: Int?
    /// What is taken a month, in hundredths of a yuan.
    public let takenFen: Int
    /// The hours of a month, times 10.
    public let hoursTimes10: Int?
    /// The minimum wage of the place.
    public let minimum: MinimumWages.Found
    /// The minimum a month as fen an hour.
    public let minimumMonthFen: Int?
    /// How a month's pay is turned into an hour's.
    public let payTime: PayTime
    /// What has to be known first.
    public let missing: [OfferFact]
    /// What counts as nothing while nobody knows it.
    public let assumedNone: [Phrase]
    /// Whether it is paid by the piece: what a month brings nobody knows beforehand.
    public let isPiecework: Bool
    private let parts: [Phrase]

    /// The pay an hour of an offer.
    ///
    /// - Parameters:
    ///   - minimum: What the programme's table says of the place on the day.
    ///   - date: The day whose notice on the conversion of wages holds.
    public init(_ offer: JobOffer, minimum: MinimumWages.Found, on date: CivilDate) {
        let facts = OfferFacts(offer: offer, employer: nil)
        let time = PayTime.on(date)
        payTime = time
        self.minimum = minimum
        minimumMonthFen = minimum.monthly.least.map {
            PayAnHour.rounded($0 * 1_000, time.hoursTimes10)
        }
        let asked: [OfferFact] = [.wageYuan, .wageBasis, .hoursPerDay, .daysPerWeek]
        missing = asked.filter { !$0.isKnown(in: facts) }
        isPiecework = offer.wageBasis == .piece
        let week = PayAnHour.week(offer)
        let regular = week.map { $0.hours * 520 }
        let isPaidApart = offer.overtimePaid == .yes
        let extra = isPaidApart ? 0 : max(0, offer.overtimeHoursPerMonth ?? 0)
        // Twelve months of the year share its 52 weeks.
        let hours = regular.map { PayAnHour.rounded($0, 12) + extra * 10 }
        hoursTimes10 = hours
        let month = PayAnHour.month(offer, week)
        monthFen = month
        let months = min(12, max(1, offer.contractTermMonths ?? 12))
        let oneOff = max(0, offer.feeAskedYuan ?? 0) + max(0, offer.depositAskedYuan ?? 0)
        let monthly = max(0, offer.deductionsYuan ?? 0) + max(0, offer.lodgingYuan ?? 0)
        let taken = monthly * 100 + PayAnHour.rounded(oneOff * 100, months)
        takenFen = taken
        if let month, let hours, hours > 0 {
            netFen = PayAnHour.rounded((month - taken) * 10, hours)
        } else {
            netFen = nil
        }
        assumedNone = PayAnHour.assumedNone(offer)
        parts = PayAnHour.parts(offer, oneOff: oneOff, months: months)
    }

    // MARK: In words

    /// The figures filled into the formula.
    public var formula: Phrase {
        guard let netFen, let monthFen, let hoursTimes10 else {
            let piecework = Phrase("What does a month of piece work bring?", "计件一个月能挣多少？")
            let asked = missing.map(\.question) + (isPiecework ? [piecework] : [])
            return Phrase("Pay an hour: not known yet. ", "每小时实得：尚不清楚。")
                + Phrase.joined(asked, with: Phrase(" ", ""))
        }
        let hours = Tenths(tenths: hoursTimes10).description
        let sum = Phrase(verbatim: PayAnHour.yuan(monthFen))
        let minus = parts.reduce(sum) { $0 + Phrase(verbatim: " - ") + $1 }
        return Phrase("Pay an hour: (", "每小时实得：（") + minus
            + Phrase(") / \(hours) h = ", "）÷ \(hours)小时 = ")
            + Phrase("\(PayAnHour.yuan(netFen)) yuan", "\(PayAnHour.yuan(netFen))元")
    }

    /// The minimum wage beside it, a month and an hour, or why there is none.
    public var minimumPhrase: Phrase {
        var parts: [Phrase] = []
        if let least = minimum.monthly.least, let fen = minimumMonthFen {
            let hours = Tenths(tenths: payTime.hoursTimes10).description
            let amount = PayAnHour.span(minimum.monthly) { String($0) } ?? String(least)
            parts.append(
                Phrase(
                    "\(amount) a month = \(PayAnHour.yuan(fen)) an hour (\(hours) h)",
                    "每月\(amount)元，合每小时\(PayAnHour.yuan(fen))元（\(hours)小时）"))
        }
        if let hourly = PayAnHour.span(minimum.hourly, PayAnHour.yuan) {
            parts.append(
                Phrase(
                    "\(hourly) an hour of part-time work", "非全日制每小时\(hourly)元"))
        }
        guard !parts.isEmpty else {
            let gap = minimum.monthly.gap ?? minimum.hourly.gap
            return Phrase("Minimum there: ", "当地最低工资：")
                + (gap?.phrase ?? OfferFact.minimumMonthly.question)
        }
        return Phrase("Minimum there: ", "当地最低工资：") + Phrase.joined(parts, separator: "; ")
    }

    /// Where the formula and its figures come from.
    public var source: Phrase {
        Phrase(
            "A month is 52/12 weeks of the offer's own hours; fees are spread over the contract, at most 12 months. Minimum an hour by ",
            "每月按52/12周、以岗位自身工时计；一次性收费按合同期（最多12个月）分摊。最低工资折算依据")
            + payTime.source + Phrase(".", "。")
    }

    /// Whether she has less for an hour than the minimum wage gives; `nil` when that is not known.
    public var isUnderMinimum: Bool? {
        guard let netFen, let least = minimumMonthFen else { return nil }
        return netFen < least
    }

    /// `5.17`.
    public static func yuan(_ fen: Int) -> String {
        let (whole, rest) = abs(fen).quotientAndRemainder(dividingBy: 100)
        return (fen < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0" : "") + String(rest)
    }

    private static func span(_ span: MinimumWageSpan, _ text: (Int) -> String) -> String? {
        guard let least = span.least else { return nil }
        guard let most = span.most, most != least else { return text(least) }
        return text(least) + "-" + text(most)
    }

    // MARK: Figures

    private static func rounded(_ part: Int, _ whole: Int) -> Int {
        let doubled = part * 2 + whole
        return (doubled >= 0 ? doubled : doubled - whole * 2 + 1) / (whole * 2)
    }

    private static func week(_ offer: JobOffer) -> (hours: Int, days: Int)? {
        guard let hours = offer.hoursPerDay, let days = offer.daysPerWeek, hours > 0, days > 0
        else { return nil }
        return (hours * days, days)
    }

    private static func month(_ offer: JobOffer, _ week: (hours: Int, days: Int)?) -> Int? {
        guard let wage = offer.wageYuan, let basis = offer.wageBasis else { return nil }
        switch basis {
        case .month: return wage * 100
        case .day: return week.map { rounded(wage * 5_200 * $0.days, 12) }
        case .hour: return week.map { rounded(wage * 5_200 * $0.hours, 12) }
        case .piece: return nil
        }
    }

    private static func parts(_ offer: JobOffer, oneOff: Int, months: Int) -> [Phrase] {
        var parts: [Phrase] = []
        if let yuan = offer.deductionsYuan, yuan > 0 {
            parts.append(Phrase("\(yuan) deducted", "扣款\(yuan)"))
        }
        if let yuan = offer.lodgingYuan, yuan > 0 {
            parts.append(Phrase("\(yuan) bed and board", "食宿\(yuan)"))
        }
        if oneOff > 0 {
            parts.append(
                Phrase("\(oneOff) fees / \(months) months", "收费\(oneOff)÷\(months)个月"))
        }
        return parts
    }

    private static func assumedNone(_ offer: JobOffer) -> [Phrase] {
        [
            ("deductionsYuan", offer.deductionsYuan), ("lodgingYuan", offer.lodgingYuan),
            ("feeAskedYuan", offer.feeAskedYuan), ("depositAskedYuan", offer.depositAskedYuan),
        ].filter { $0.1 == nil }.compactMap { JobOffer.field($0.0)?.label }
    }
}
