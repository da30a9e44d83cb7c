/// The card she carries on her journey, part by part. The open one has the numbers to call, her
/// rights, the days on which she is called. The discreet one reads like anybody's note: numbers of
/// which only she knows what they are. Neither says from where she comes or where she goes.
public struct MigrationCard: Equatable, Sendable {
    /// A part of the card; it folds between them.
    public struct Panel: Equatable, Sendable {
        /// Its head.
        public let title: Phrase
        /// Its lines.
        public let lines: [Phrase]
    }

    /// Which of the two.
    public let kind: PocketCard
    /// The parts, from the top.
    public let panels: [Panel]

    /// The card of a plan.
    ///
    /// - Parameter kind: The open one or the discreet one.
    public init(_ plan: MigrationPlan, kind: PocketCard) {
        self.kind = kind
        let days = plan.travelDate.flatMap { travel in
            CheckInDays(plan.checkInDays)?.due(from: travel).map(\.dueOn)
        }
        let phrase = plan.codePhraseOnPaper == .yes ? plan.codePhrase.text : nil
        switch kind {
        case .open, .notWanted: panels = MigrationCard.open(days ?? [], plan.checkInMethod, phrase)
        case .discreet: panels = MigrationCard.discreet(days ?? [], phrase)
        }
    }

    // MARK: The open card

    private static func open(
        _ days: [CivilDate], _ method: FollowUpMethod?, _ phrase: String?
    ) -> [Panel] {
        [hotlines, rights, talks(days, method, phrase), onTheWay]
    }

    private static let hotlines = Panel(
        title: Phrase("Numbers that help", "求助电话"),
        lines: [
            Phrase("12338  women's hotline", "12338 妇女维权热线"),
            Phrase("110    police", "110 报警"),
            Phrase("12333  labour bureau: wages, contracts", "12333 人社热线：工资、合同"),
            Phrase("120    ambulance", "120 急救"),
        ])

    /// In plain words, each with its article (RULES.md, L7, L8, L10, L15, L16, L18), and short: the card
    /// in two languages fits one page.
    private static let rights = Panel(
        title: Phrase("Your rights at work", "你的劳动权利"),
        lines: [
            Phrase(
                "Nobody may keep your ID card or papers (Labour Contract Law 9).",
                "不得扣押你的证件（劳动合同法第9条）"),
            Phrase(
                "No fee or deposit for a job (Labour Contract Law 9).",
                "不得收费或收押金（劳动合同法第9条）"),
            Phrase(
                "A written contract within one month (Labour Contract Law 10).",
                "一月内签书面合同（劳动合同法第10条）"),
            Phrase("Pay monthly, to you (Labour Law 50)", "工资按月以货币付给本人（劳动法第50条）"),
            Phrase(
                "At most 8 hours a day, 44 a week, one rest day (Labour Law 36, 38).",
                "每天不超过8小时，每周不超过44小时，至少休一天（劳动法第36、38条）"),
            Phrase(
                "Leave: 30 days' notice; at once when forced (Labour Contract Law 37, 38).",
                "可辞职：提前30天通知；受强迫或威胁可立即离开（劳动合同法第37、38条）"),
        ])

    private static func talks(
        _ days: [CivilDate], _ method: FollowUpMethod?, _ phrase: String?
    ) -> Panel {
        var lines = days.map { DateEntry.weekday($0) + Phrase(verbatim: " " + $0.iso) }
        if lines.isEmpty { lines.append(Phrase("No days agreed.", "未约定日子。")) }
        if let method { lines.append(Phrase("How: ", "方式：") + method.label) }
        if let phrase { lines.append(Phrase("Our words: ", "我们的话：") + Phrase(verbatim: phrase)) }
        return Panel(title: Phrase("The days we talk", "我们联系的日子"), lines: lines)
    }

    private static let onTheWay = Panel(
        title: Phrase("On the way", "路上"),
        lines: [
            Phrase("Carry your ID card yourself; give it to nobody.", "身份证自己拿，不交给别人。"),
            Phrase("Keep the return fare apart from the rest.", "回程的路费单独放好。"),
            Phrase(
                "Something differs from what was promised? Tell somebody the same day.",
                "和说好的不一样？当天就告诉信得过的人。"),
            Phrase("You may turn back at any time.", "随时可以回头。"),
        ])

    // MARK: The discreet card

    /// A note of shopping, buses and dates. What a stranger could make something of is left out,
    /// also where it comes from her own words.
    private static func discreet(_ days: [CivilDate], _ phrase: String?) -> [Panel] {
        var dates = days.map { "\($0.month)/\($0.day)" }
        if dates.isEmpty { dates = ["-"] }
        var shopping = [
            Phrase("rice 5 jin, salt 1", "大米5斤，盐1包"), Phrase("soap 2, thread", "肥皂2块，针线"),
        ]
        if let phrase, !isGiveaway(phrase) { shopping.append(Phrase(verbatim: phrase)) }
        return [
            Panel(title: Phrase("To buy", "要买的"), lines: shopping),
            Panel(
                title: Phrase("Buses", "公交"),
                lines: [
                    Phrase("110 - change to 120", "110路转120路"),
                    Phrase("last one 20:30", "末班20:30"),
                ]),
            Panel(
                title: Phrase("Phone cards", "话费卡"),
                lines: [
                    Phrase("card 1: 12338", "卡1：12338"), Phrase("card 2: 12333", "卡2：12333"),
                ]),
            Panel(
                title: Phrase("Market days", "赶集"),
                lines: [Phrase(verbatim: dates.joined(separator: "  "))]),
        ]
    }

    /// Words of which a stranger could make something; none stands on the discreet card.
    public static let giveaways = [
        "shelter", "home", "women", "traffick", "police", "hotline", "help", "right", "labour",
        "law", "safe", "migrat", "plan", "code", "danger", "rescue", "escape", "counsel", "case",
        "federation", "妇女", "妇联", "之家", "庇护", "收容", "拐", "警", "热线", "求助", "权", "劳动", "法",
        "安全", "外出", "计划", "暗语", "危险", "救", "逃", "辅导", "个案", "报平安",
    ]

    /// Whether a text has such a word in it.
    public static func isGiveaway(_ text: String) -> Bool {
        let folded = SearchFold.fold(text)
        return giveaways.contains { folded.contains($0) }
    }
}
