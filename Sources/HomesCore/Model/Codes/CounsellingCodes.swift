/// The topics of safe-migration counselling, T1 to T14.
public enum CounsellingTopic: String, CodeList {
    case deciding = "T1"
    case papers = "T2"
    case jobChannels = "T3"
    case contract = "T4"
    case wages = "T5"
    case journey = "T6"
    case livingConditions = "T7"
    case money = "T8"
    case signsOfExploitation = "T9"
    case gettingHelp = "T10"
    case rightsUnder18 = "T11"
    case returnHome = "T12"
    case lifeSkills = "T13"
    case vocationalSkills = "T14"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .deciding: Phrase("Deciding, and telling the family", "决定外出与告知家人")
        case .papers:
            Phrase(
                "Papers: carry the original, leave a copy, never pawn the card",
                "证件：原件随身、复印件留家、绝不抵押身份证")
        case .jobChannels: Phrase("Job channels and the licence check", "求职渠道与查验中介许可证")
        case .contract: Phrase("The contract", "劳动合同")
        case .wages: Phrase("Wages, hours, deductions, deposits", "工资、工时、扣款、押金")
        case .journey: Phrase("The journey and arrival", "路途与到达")
        case .livingConditions: Phrase("Living conditions and health", "食宿条件与健康")
        case .money: Phrase("Money, saving, sending home", "理财、储蓄与汇款")
        case .signsOfExploitation:
            Phrase("Signs of exploitation, the 11 indicators", "受剥削的迹象（11项指标）")
        case .gettingHelp:
            Phrase(
                "Where to get help: 12338, police 110, labour bureau 12333",
                "求助渠道：12338、报警110、劳动保障12333")
        case .rightsUnder18: Phrase("Rights under 18", "未满18岁者的权利")
        case .returnHome: Phrase("Return and reintegration", "返乡与重新融入")
        case .lifeSkills: Phrase("Life skills", "生活技能")
        case .vocationalSkills: Phrase("Vocational skills", "职业技能")
        }
    }
}

/// The ten items of the pre-departure checklist; each is answered yes, no or n/a.
public enum ChecklistItem: String, CodeList {
    case originalID = "ORIGINAL_ID"
    case copyLeft = "COPY_LEFT"
    case employerWritten = "EMPLOYER_WRITTEN"
    case licenceSeen = "LICENCE_SEEN"
    case termsSeen = "TERMS_SEEN"
    case noFeePaid = "NO_FEE_PAID"
    case returnFare = "RETURN_FARE"
    case routeKnown = "ROUTE_KNOWN"
    case codePhrase = "CODE_PHRASE"
    case hotlineCard = "HOTLINE_CARD"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .originalID: Phrase("Original ID in her hand", "身份证原件在本人手中")
        case .copyLeft: Phrase("Copy left with someone safe", "复印件留给可靠的人")
        case .employerWritten:
            Phrase("Employer's name, address and phone written down", "已记下用人单位名称、地址、电话")
        case .licenceSeen: Phrase("Licence seen", "已看过许可证或营业执照")
        case .termsSeen: Phrase("Written terms seen", "已看过书面条件")
        case .noFeePaid: Phrase("No fee or deposit paid", "没有交费用或押金")
        case .returnFare: Phrase("Return fare kept", "留有返程路费")
        case .routeKnown: Phrase("Someone knows route and date", "有人知道路线和日期")
        case .codePhrase: Phrase("Code phrase agreed", "已约定暗语")
        case .hotlineCard: Phrase("Hotline card carried", "随身带热线卡")
        }
    }
}

/// The ILO's eleven indicators of forced labour. The program lists what is ticked and never gives a
/// verdict.
public enum ILOIndicator: String, CodeList {
    case abuseOfVulnerability = "ABUSE_OF_VULNERABILITY"
    case deception = "DECEPTION"
    case restrictionOfMovement = "RESTRICTION_OF_MOVEMENT"
    case isolation = "ISOLATION"
    case violence = "VIOLENCE"
    case intimidation = "INTIMIDATION"
    case retentionOfIdentityDocuments = "RETENTION_OF_IDENTITY_DOCUMENTS"
    case withholdingOfWages = "WITHHOLDING_OF_WAGES"
    case debtBondage = "DEBT_BONDAGE"
    case abusiveConditions = "ABUSIVE_CONDITIONS"
    case excessiveOvertime = "EXCESSIVE_OVERTIME"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .abuseOfVulnerability: Phrase("Abuse of vulnerability", "利用弱势处境")
        case .deception: Phrase("Deception", "欺骗")
        case .restrictionOfMovement: Phrase("Restriction of movement", "限制行动自由")
        case .isolation: Phrase("Isolation", "隔离")
        case .violence: Phrase("Physical and sexual violence", "身体暴力和性暴力")
        case .intimidation: Phrase("Intimidation and threats", "恐吓和威胁")
        case .retentionOfIdentityDocuments: Phrase("Retention of identity documents", "扣押身份证件")
        case .withholdingOfWages: Phrase("Withholding of wages", "扣发工资")
        case .debtBondage: Phrase("Debt bondage", "债务束缚")
        case .abusiveConditions: Phrase("Abusive working and living conditions", "恶劣的工作和生活条件")
        case .excessiveOvertime: Phrase("Excessive overtime", "过度加班")
        }
    }
}

/// What in a follow-up raises an alert; only a person closes one, with a reason.
public enum ExploitationSignal: String, CodeList {
    case violenceOrThreats = "VIOLENCE_OR_THREATS"
    case promiseDifference = "PROMISE_DIFFERENCE"
    case coercedToContinue = "COERCED_TO_CONTINUE"
    case exploitedInThreeMonths = "EXPLOITED_IN_3_MONTHS"
    case iloIndicator = "ILO_INDICATOR"
    case noOwnID = "NO_OWN_ID"
    case cannotLeave = "CANNOT_LEAVE"
    case twoMissedContacts = "TWO_MISSED_CONTACTS"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .violenceOrThreats: Phrase("Violence or threats at work (R16)", "工作中遭受暴力或威胁（R16）")
        case .promiseDifference: Phrase("Work differs from the promise (R16)", "工作与承诺不符（R16）")
        case .coercedToContinue: Phrase("Coerced to go on working (R16)", "被迫继续工作（R16）")
        case .exploitedInThreeMonths:
            Phrase("Exploited in the past three months (R16)", "近三个月内受过劳动剥削（R16）")
        case .iloIndicator: Phrase("An ILO indicator is ticked", "勾选了国际劳工组织指标")
        case .noOwnID: Phrase("Does not hold her own ID", "证件不在本人手中")
        case .cannotLeave: Phrase("Cannot leave freely", "不能自由离开")
        case .twoMissedContacts: Phrase("Two missed contacts in a row", "连续两次联系不上")
        }
    }
}
