/// What speaks for an offer for a woman, what against it, and what has to be asked: words, never a
/// figure. Nothing here chooses; a person does, with her.
public struct MatchReason: Equatable, Sendable {
    /// Which way it speaks.
    public enum Side: Int, Sendable {
        case against, ask, inFavour

        /// The word before it.
        public var label: Phrase {
            switch self {
            case .against: Phrase("Against", "不利")
            case .ask: Phrase("Ask", "待问")
            case .inFavour: Phrase("For", "有利")
            }
        }
    }

    /// Which way it speaks.
    public let side: Side
    /// The reason.
    public let text: Phrase

    /// A reason.
    public init(side: Side, text: Phrase) {
        self.side = side
        self.text = text
    }

    static func inFavour(_ english: String, _ chinese: String) -> MatchReason {
        MatchReason(side: .inFavour, text: Phrase(english, chinese))
    }

    static func against(_ english: String, _ chinese: String) -> MatchReason {
        MatchReason(side: .against, text: Phrase(english, chinese))
    }

    static func ask(_ english: String, _ chinese: String) -> MatchReason {
        MatchReason(side: .ask, text: Phrase(english, chinese))
    }
}

/// What matching reads of a woman.
public struct MatchProfile: Equatable, Sendable {
    /// When she was born, as far as known.
    public var birthdate: Birthdate?
    /// Her home county.
    public var county: String?
    /// A code of the list `languages`.
    public var language: String?
    /// Her dialect, as she calls it.
    public var dialect: String?
    /// What she can do, as she said it.
    public var skills: String?

    /// Nothing known.
    public init() {}

    /// What a record says of her.
    public init(_ person: Person) {
        birthdate = person.birthdate
        county = person.hukouCounty.text
        language = person.prs_PrimaryLanguage.text
        dialect = person.dialect.text
        skills = person.skills.text
    }
}

/// Women from her county who work for the employer now.
public struct Townsfolk: Equatable, Sendable {
    /// The codes of those of the signer's own home.
    public var codes: [String] = []
    /// Whether there are some whom other homes placed: neither who nor how many.
    public var hasOthers = false

    /// Nobody.
    public init() {}
}

/// An offer as matching sees it.
public struct MatchedOffer: Equatable, Sendable {
    /// The offer.
    public var offer: JobOffer
    /// Who makes it.
    public var employer: Employer
    /// The law checks for her, as if she began today.
    public var findings: [OfferFinding]
    /// What an hour brings.
    public var pay: PayAnHour

    /// An offer as matching sees it.
    public init(offer: JobOffer, employer: Employer, findings: [OfferFinding], pay: PayAnHour) {
        self.offer = offer
        self.employer = employer
        self.findings = findings
        self.pay = pay
    }
}

/// Women who look for work, and open offers.
public enum OfferMatching {
    /// Why no offer at all is shown for her; `nil` when offers may be shown.
    ///
    /// Introducing somebody under 16 is an offence (Child Labour Ban 7), on whatever day she would
    /// start; an approximate date of birth counts as the younger age, and no age as none.
    public static func whyNot(_ birthdate: Birthdate?, on today: CivilDate) -> Phrase? {
        guard let birthdate else {
            return Phrase(
                "Her age is not known: no job is looked for before somebody has asked (L1, L2).",
                "年龄不清楚：问清之前不介绍工作（L1、L2）。")
        }
        let years = birthdate.years(on: today) ?? 0
        guard years < 16 else { return nil }
        let day = Age.birthday(16, of: birthdate.latest).iso
        return Phrase(
            "She is \(years): nobody under 16 is introduced to a job (L2, Child Labour Ban art. 7). Not before \(day).",
            "她\(years)岁：不得介绍未满16周岁者就业（L2，《禁止使用童工规定》第七条）。\(day)之前不得介绍。")
    }

    /// The reasons, those against first, then the questions, then those for it; none when she may
    /// not be offered anything.
    public static func reasons(
        _ her: MatchProfile, _ offer: MatchedOffer, townsfolk: Townsfolk, on today: CivilDate
    ) -> [MatchReason] {
        guard whyNot(her.birthdate, on: today) == nil else { return [] }
        let all =
            law(offer.findings) + employer(offer.employer) + age(her, offer.offer, today)
            + [distance(her, offer.offer)].compactMap(\.self) + lodging(offer)
            + pay(offer.pay) + skills(her, offer.offer) + language(her, offer.offer)
            + self.townsfolk(townsfolk)
        return all.enumerated().sorted {
            ($0.element.side.rawValue, $0.offset) < ($1.element.side.rawValue, $1.offset)
        }.map(\.element)
    }

    // MARK: The law and the employer

    private static func law(_ findings: [OfferFinding]) -> [MatchReason] {
        var reasons = findings.compactMap { finding -> MatchReason? in
            let code = finding.code.rawValue
            // What a later law forbids is no better a job for it.
            if case .notInForce(let advice) = finding.judgement {
                guard advice.outcome == .fail else { return nil }
                let (from, text) = (finding.effectiveFrom.iso, advice.evidence)
                return .against(
                    "\(code), law from \(from), would fail: \(text.english)",
                    "\(code)（\(from)起施行）将不通过：\(text.chinese)")
            }
            let text = finding.evidence
            if finding.blocksPlacement {
                return .against(
                    "\(code) fails, nobody may be placed: \(text.english)",
                    "\(code)不通过，不得安排任何人：\(text.chinese)")
            }
            switch finding.outcome {
            case .fail:
                return .against("\(code) fails: \(text.english)", "\(code)不通过：\(text.chinese)")
            case .warn:
                return .against(
                    "\(code), look again: \(text.english)", "\(code)需注意：\(text.chinese)")
            default: return nil
            }
        }
        let open = findings.filter { $0.outcome == .unknown }.map(\.code.rawValue)
        if !open.isEmpty {
            let codes = open.joined(separator: " ")
            reasons.append(.ask("Law checks still open: \(codes)", "法律核查待问：\(codes)"))
        }
        return reasons
    }

    private static func employer(_ employer: Employer) -> [MatchReason] {
        switch employer.approvedStatus {
        case .approved:
            let day = employer.approvedOn?.iso ?? ""
            return [.inFavour("The employer was approved \(day)", "用人单位已于\(day)批准")]
        case .pending:
            return [
                .against("The employer has not been checked by two persons", "用人单位尚未经两人核查批准")
            ]
        case .suspended, .blacklisted:
            let status = employer.approvedStatus.label
            return [
                .against(
                    "The employer is barred: \(status.english)", "用人单位被禁止：\(status.chinese)")
            ]
        }
    }

    // MARK: Her and the place

    private static func age(
        _ her: MatchProfile, _ offer: JobOffer, _ today: CivilDate
    ) -> [MatchReason] {
        guard let birthdate = her.birthdate, let years = birthdate.years(on: today) else {
            return []
        }
        var reasons: [MatchReason] = []
        if years < 18, let notice = AgeRules.next(birthdate, on: today) {
            reasons.append(MatchReason(side: .against, text: notice.phrase))
        }
        if let least = offer.minAge, years < least {
            reasons.append(
                .against(
                    "The offer asks for \(least) years, she is \(years)",
                    "招工年龄\(least)岁起，她\(years)岁"))
        }
        return reasons
    }

    private static func distance(_ her: MatchProfile, _ offer: JobOffer) -> MatchReason? {
        let nearness = Nearness(her.county, offer.countyCode)
        let place = offer.countyCode.flatMap { Regions.name(code: $0) }
        let text =
            Phrase("Work in ", "工作地点：") + nearness.label
            + (place.map { Phrase(": ", "，") + $0 } ?? Phrase("", ""))
        switch nearness {
        case .sameCounty, .samePrefecture, .sameProvince:
            return MatchReason(side: .inFavour, text: text)
        case .otherProvince: return MatchReason(side: .against, text: text)
        case .unknown:
            return her.county == nil
                ? .ask("Which is her home county?", "她的户籍在哪个县？")
                : .ask("In which county is the work?", "在哪个县工作？")
        }
    }

    private static func lodging(_ offer: MatchedOffer) -> [MatchReason] {
        var reasons: [MatchReason] = []
        let told = offer.offer.lodging.flatMap { $0.isEmpty ? nil : $0 }
        if let told {
            reasons.append(.inFavour("Lodging: \(told)", "住宿：\(told)"))
        } else {
            switch offer.employer.dormitory {
            case .yes: reasons.append(.inFavour("The employer has a dormitory", "单位有宿舍"))
            case .no: reasons.append(.against("No dormitory", "单位没有宿舍"))
            default: reasons.append(.ask("Where would she sleep?", "住在哪里？"))
            }
        }
        if let yuan = offer.offer.lodgingYuan, yuan > 0 {
            reasons.append(
                .against("\(yuan) yuan a month for bed and board", "每月食宿费\(yuan)元"))
        }
        return reasons
    }

    private static func pay(_ pay: PayAnHour) -> [MatchReason] {
        guard let netFen = pay.netFen else { return [] }
        let amount = PayAnHour.yuan(netFen)
        guard let least = pay.minimumMonthFen else {
            return [.inFavour("\(amount) yuan an hour, all taken off", "每小时实得\(amount)元")]
        }
        let minimum = PayAnHour.yuan(least)
        return pay.isUnderMinimum == true
            ? [
                .against(
                    "\(amount) yuan an hour, under the \(minimum) of the minimum wage",
                    "每小时实得\(amount)元，低于最低工资折合\(minimum)元")
            ]
            : [
                .inFavour(
                    "\(amount) yuan an hour, minimum \(minimum)",
                    "每小时实得\(amount)元，最低工资折合\(minimum)元")
            ]
    }

    // MARK: What she can do, and with whom she can talk

    private static func skills(_ her: MatchProfile, _ offer: JobOffer) -> [MatchReason] {
        let needed = words(offer.skillsNeeded)
        guard !needed.isEmpty else { return [] }
        guard let skills = her.skills else {
            let list = needed.joined(separator: ", ")
            return [.ask("Can she do: \(list)?", "她会：\(list)吗？")]
        }
        let known = SearchFold.fold(skills)
        return needed.map { skill in
            known.contains(SearchFold.fold(skill))
                ? .inFavour("She can: \(skill)", "她会：\(skill)")
                : .against("Asked for, and not among her skills: \(skill)", "要求但她未列出：\(skill)")
        }
    }

    private static func words(_ text: String?) -> [String] {
        (text ?? "").split { ",，、;；".contains($0) }
            .map { $0.drop { $0 == " " } }.map { text in
                var text = String(text)
                while text.last == " " { text.removeLast() }
                return text
            }.filter { !$0.isEmpty }
    }

    private static func language(_ her: MatchProfile, _ offer: JobOffer) -> [MatchReason] {
        var reasons: [MatchReason] = []
        if let needed = offer.languageNeeded {
            let kind = FieldKind.list("languages")
            let name = Phrase(
                FieldText.shown(.text(needed), kind, .english),
                FieldText.shown(.text(needed), kind, .chinese))
            switch her.language {
            case needed?:
                reasons.append(
                    .inFavour("They speak \(name.english), as she does", "工作语言\(name.chinese)，她会说"))
            case nil:
                reasons.append(.ask("Does she speak \(name.english)?", "她会说\(name.chinese)吗？"))
            default:
                reasons.append(
                    .against(
                        "They speak \(name.english), she another language",
                        "工作语言\(name.chinese)，与她不同"))
            }
        }
        let nearness = Nearness(her.county, offer.countyCode)
        if let dialect = her.dialect, nearness <= .samePrefecture {
            reasons.append(
                .inFavour("Her dialect is spoken there: \(dialect)", "当地通行她的方言：\(dialect)"))
        }
        return reasons
    }

    private static func townsfolk(_ there: Townsfolk) -> [MatchReason] {
        var reasons: [MatchReason] = []
        if !there.codes.isEmpty {
            let codes = there.codes.joined(separator: ", ")
            reasons.append(
                .inFavour("From her county, there now: \(codes)", "同县在岗：\(codes)"))
        }
        if there.hasOthers {
            reasons.append(
                .inFavour(
                    "Women from her county whom other homes placed are there", "有其他之家安排的同县妇女在岗"))
        }
        return reasons
    }
}
