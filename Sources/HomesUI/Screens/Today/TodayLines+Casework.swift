import HomesCore

/// What the case plans, flags and notes ask for: codes and kinds, never what somebody wrote.
extension TodayLines {
    static func flags(_ casework: TodayCasework) -> [Row] {
        list(
            Phrase("Flags", "提醒"), casework.flags, tab: .summary, style: .alarm,
            more: .residents
        ) { row in
            Phrase("raised \(row.date.iso) by ", "\(row.date.iso)添加，添加人：")
                + (row.detail ?? Phrase("", ""))
        }
    }

    static func notesToSign(_ casework: TodayCasework) -> [Row] {
        list(
            Phrase("Notes to sign", "待签署的记录"), casework.notesToSign, tab: .notes,
            more: .residents
        ) { row in
            (row.detail ?? Phrase("", "")) + Phrase(" of \(row.date.iso)", "，\(row.date.iso)")
        }
    }

    static func actionsDue(_ casework: TodayCasework, on date: CivilDate) -> [Row] {
        list(
            Phrase("Actions overdue", "逾期行动"), casework.actionsOverdue, tab: .plan,
            style: .warning, more: .residents
        ) { row in
            let days = row.date.days(until: date)
            return Phrase(
                "due \(row.date.iso), \(Phrase.days(days).english) ago; ",
                "应于\(row.date.iso)，已逾期\(days)天；")
                + (row.detail ?? Phrase("", ""))
        }
            + list(
                Phrase("Actions today", "今天的行动"), casework.actionsToday, tab: .plan,
                more: .residents
            ) { row in
                Phrase("due today; ", "今天；") + (row.detail ?? Phrase("", ""))
            }
    }

    static func actionsSoon(_ casework: TodayCasework) -> [Row] {
        list(
            Phrase("Actions in 7 days", "7天内的行动"), casework.actionsSoon, tab: .plan,
            more: .residents
        ) { row in
            Phrase("due \(row.date.iso); ", "应于\(row.date.iso)；") + (row.detail ?? Phrase("", ""))
        }
    }
}
