/// In which order `5/3/07` is read; a setting, shown in the field's label.
public enum DateOrder: String, CodeList {
    case dayMonth = "DM"
    case monthDay = "MD"

    /// The label's hint.
    public var label: Phrase {
        switch self {
        case .dayMonth: Phrase("day/month", "日/月")
        case .monthDay: Phrase("month/day", "月/日")
        }
    }
}

/// Why typed text is not a date, and what to type instead.
public enum DateFault: Error, Equatable, Sendable {
    case empty
    case notADate
    case noSuchDay
    case needsDay
    case weekdayDiffers(CivilDate)
    case outOfRange

    /// What to do, in both languages.
    public var message: Phrase {
        switch self {
        case .empty:
            Phrase("Type a date: t for today, 2007-03-05", "请输入日期：t 表示今天，或 2007-03-05")
        case .notADate:
            Phrase(
                "Not a date: type t, t-1, t+2w or 2007-03-05", "不是日期：请输入 t、t-1、t+2w 或 2007-03-05")
        case .noSuchDay:
            Phrase("There is no such day: check day and month", "没有这一天：请检查月和日")
        case .needsDay:
            Phrase("The day is needed here: type 2007-03-05", "这里需要具体到日：请输入 2007-03-05")
        case .weekdayDiffers(let date):
            Phrase(
                "\(date.iso) is a \(DateEntry.weekday(date).english): check the day",
                "\(date.iso) 是\(DateEntry.weekday(date).chinese)：请检查日期")
        case .outOfRange:
            Phrase("The year must be 1800 to 2199", "年份应在1800至2199之间")
        }
    }
}

/// Reads dates as people type them, and reads them back.
public enum DateEntry {
    /// Years a person may type; a slip of a digit outside them is a fault, not a date.
    static let years = 1800...2199

    /// Reads a full date: `t`, `t-1`, `t+2w`, `t+1m`, `t+1y`, `2007-03-05`, `2007/3/5`,
    /// `2007.3.5`, `20070305`, `2007年3月5日`, `5/3/07` (by `order`); full-width digits, and a
    /// weekday before or after, are taken.
    ///
    /// A year of two digits is the latest such year up to 20 years ahead.
    public static func read(
        _ text: String, today: CivilDate, order: DateOrder = .dayMonth
    ) -> Result<CivilDate, DateFault> {
        parse(text, today: today, order: order, latestYear: today.year + 20).flatMap { birthdate in
            birthdate.date.map { .success($0) } ?? .failure(.needsDay)
        }
    }

    /// Reads a date of birth, where `1999` and `1999-07` stay approximate and a year of two digits
    /// lies in the past.
    public static func readBirthdate(
        _ text: String, today: CivilDate, order: DateOrder = .dayMonth
    ) -> Result<Birthdate, DateFault> {
        parse(text, today: today, order: order, latestYear: today.year)
    }

    /// A day of Excel's 1900 system from its serial number (`39146` is 2007-03-05); a time of day
    /// after the point is left out. `nil` for anything else, and for 60, Excel's invented
    /// 29 February 1900.
    public static func excelSerial(_ text: String) -> CivilDate? {
        let parts = EntryText.halfWidth(text).split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let serial = EntryText.number(first) else { return nil }
        if parts.count == 2, !parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return nil
        }
        switch serial {
        case 1...59: return CivilDate(dayNumber: serial - 25_568)
        case 61...2_958_465: return CivilDate(dayNumber: serial - 25_569)
        default: return nil
        }
    }

    /// The day of the week.
    public static func weekday(_ date: CivilDate) -> Phrase {
        let index = date.weekday - 1
        return Phrase(englishDays[index], "周" + chineseDays[index])
    }

    /// What was understood, said back at once: "Mon 2007-03-05, in 3 days".
    public static func readBack(_ date: CivilDate, today: CivilDate) -> Phrase {
        let day = weekday(date) + Phrase(verbatim: " " + date.iso)
        let distance = today.days(until: date)
        switch distance {
        case 0: return day + Phrase(", today", "，今天")
        case 1: return day + Phrase(", tomorrow", "，明天")
        case -1: return day + Phrase(", yesterday", "，昨天")
        case 2...: return day + Phrase(", in \(distance) days", "，\(distance)天后")
        default: return day + Phrase(", \(-distance) days ago", "，\(-distance)天前")
        }
    }

    /// A date of birth said back with the age it means.
    public static func readBack(_ birthdate: Birthdate, today: CivilDate) -> Phrase {
        let day =
            birthdate.date.map { weekday($0) + Phrase(verbatim: " " + $0.iso) }
            ?? Phrase(verbatim: birthdate.stored) + Phrase(" (approximate)", "（大致）")
        guard let notice = AgeRules.next(birthdate, on: today) else {
            return day + Phrase(", in the future", "，在今天之后")
        }
        return day + Phrase(", ", "，") + notice.phrase
    }

    private static let englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let fullDays = ["day", "sday", "nesday", "rsday", "day", "urday", "day"]
    private static let chineseDays = ["一", "二", "三", "四", "五", "六", "日"]

    private static func parse(
        _ typed: String, today: CivilDate, order: DateOrder, latestYear: Int
    ) -> Result<Birthdate, DateFault> {
        var text = EntryText.halfWidth(typed).lowercased()
        guard !text.isEmpty else { return .failure(.empty) }
        let weekday = takeWeekday(from: &text)
        text.removeAll { $0 == " " }
        let result =
            relative(text, today: today).map { Result<Birthdate, DateFault>.success($0) }
            ?? calendar(text, order: order, latestYear: latestYear)
        guard case .success(let birthdate) = result else { return result }
        guard years.contains(birthdate.earliest.year) else { return .failure(.outOfRange) }
        if let weekday, let date = birthdate.date, date.weekday != weekday {
            return .failure(.weekdayDiffers(date))
        }
        return result
    }

    /// Cuts a weekday's name off either end; 1 is Monday.
    private static func takeWeekday(from text: inout String) -> Int? {
        for index in 0..<7 {
            let short = englishDays[index].lowercased()
            var names = [short + fullDays[index], short + ".", short]
            let chinese = index == 6 ? ["日", "天"] : [chineseDays[index]]
            for day in chinese {
                names += ["(周\(day))", "(星期\(day))", "星期\(day)", "礼拜\(day)", "周\(day)", "(\(day))"]
            }
            for name in names where text.count > name.count {
                if text.hasPrefix(name) {
                    text.removeFirst(name.count)
                    if text.hasPrefix(",") { text.removeFirst() }
                    return index + 1
                }
                if text.hasSuffix(name) {
                    text.removeLast(name.count)
                    if text.hasSuffix(",") { text.removeLast() }
                    return index + 1
                }
            }
        }
        return nil
    }

    /// `t`, `t-1`, `t+2w`, `t+1m`, `t+1y` and the words for them.
    private static func relative(_ text: String, today: CivilDate) -> Birthdate? {
        let words = ["today": 0, "今天": 0, "yesterday": -1, "昨天": -1, "tomorrow": 1, "明天": 1]
        if let days = words[text] { return Birthdate(today.adding(days: days)) }
        guard text.first == "t" else { return nil }
        var rest = text.dropFirst()
        guard let sign = rest.popFirst() else { return Birthdate(today) }
        guard sign == "+" || sign == "-" else { return nil }
        var unit: Character = "d"
        if let last = rest.last, "dwmy".contains(last) {
            unit = last
            rest.removeLast()
        }
        guard let number = EntryText.number(rest), number <= 99_999 else { return nil }
        let amount = sign == "-" ? -number : number
        switch unit {
        case "w": return Birthdate(today.adding(days: amount * 7))
        case "m": return Birthdate(today.adding(months: amount))
        case "y": return Birthdate(today.adding(months: amount * 12))
        default: return Birthdate(today.adding(days: amount))
        }
    }

    /// A date by its numbers.
    private static func calendar(
        _ text: String, order: DateOrder, latestYear: Int
    ) -> Result<Birthdate, DateFault> {
        if text.utf8.count == 8, let value = EntryText.number(text) {
            return full(value / 10_000, value / 100 % 100, value % 100)
        }
        guard let parts = numbers(of: text) else { return .failure(.notADate) }
        let yearFirst = parts[0].utf8.count == 4
        let values = parts.map { EntryText.number($0) ?? 0 }
        switch (values.count, yearFirst) {
        case (1, true), (2, true):
            guard parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 }) else {
                return .failure(.notADate)
            }
            let month = values.count == 2 ? values[1] : nil
            guard let birthdate = Birthdate(year: values[0], month: month) else {
                return .failure(.noSuchDay)
            }
            return .success(birthdate)
        case (3, true):
            guard parts[1].utf8.count <= 2, parts[2].utf8.count <= 2 else {
                return .failure(.notADate)
            }
            return full(values[0], values[1], values[2])
        case (3, false):
            guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2,
                parts[2].utf8.count == 2 || parts[2].utf8.count == 4
            else { return .failure(.notADate) }
            let year =
                parts[2].utf8.count == 4
                ? values[2] : century(values[2], latestYear: latestYear)
            let (day, month) =
                order == .dayMonth ? (values[0], values[1]) : (values[1], values[0])
            return full(year, month, day)
        default:
            return .failure(.notADate)
        }
    }

    private static func full(_ year: Int, _ month: Int, _ day: Int) -> Result<Birthdate, DateFault>
    {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            return .failure(.noSuchDay)
        }
        return .success(Birthdate(date))
    }

    /// The numbers between one kind of separator, or between 年, 月 and 日; `nil` for anything
    /// else.
    private static func numbers(of text: String) -> [Substring]? {
        var parts: [Substring]
        if text.contains("年") {
            let year = text.split(separator: "年", maxSplits: 1, omittingEmptySubsequences: false)
            guard year[0].utf8.count == 4 else { return nil }
            parts = [year[0]]
            if !year[1].isEmpty {
                let month = year[1].split(
                    separator: "月", maxSplits: 1, omittingEmptySubsequences: false)
                guard month.count == 2 else { return nil }
                parts.append(month[0])
                var day = month[1]
                if day.hasSuffix("日") || day.hasSuffix("号") { day.removeLast() }
                if !day.isEmpty { parts.append(day) }
                if day.isEmpty, !month[1].isEmpty { return nil }
            }
        } else {
            let separator = text.first { "-/.".contains($0) } ?? "-"
            parts = text.split(separator: separator, omittingEmptySubsequences: false)
        }
        guard parts.count <= 3, parts.allSatisfy({ EntryText.number($0) != nil }) else {
            return nil
        }
        return parts
    }

    /// The latest year that ends in these two digits and is not after `latestYear`.
    private static func century(_ twoDigits: Int, latestYear: Int) -> Int {
        let year = latestYear / 100 * 100 + twoDigits
        return year <= latestYear ? year : year - 100
    }
}
