/// The bank of questions about risk, on the three levels of HTCDS 2.0; the factors are those of
/// the IOM handbook on migrants vulnerable to violence, exploitation and abuse. The first ten are
/// asked at intake, all of them in a full assessment. None weighs more than another: nothing is
/// added up.
public enum RiskFactor: String, CodeList {
    case under18 = "UNDER_18"
    case papersNotInHand = "PAPERS_NOT_IN_HAND"
    case leftSchoolEarly = "LEFT_SCHOOL_EARLY"
    case exploitedBefore = "EXPLOITED_BEFORE"
    case travelsAlone = "TRAVELS_ALONE"
    case debtAtHome = "DEBT_AT_HOME"
    case violenceAtHome = "VIOLENCE_AT_HOME"
    case marriagePressure = "MARRIAGE_PRESSURE"
    case recruiterPressing = "RECRUITER_PRESSING"
    case traffickingKnownThere = "TRAFFICKING_KNOWN_THERE"
    case threatened = "THREATENED"
    case journeyDebt = "JOURNEY_DEBT"
    case jobUnchecked = "JOB_UNCHECKED"
    case noMoneyToReturn = "NO_MONEY_TO_RETURN"
    case languageBarrier = "LANGUAGE_BARRIER"
    case illOrDisabled = "ILL_OR_DISABLED"
    case distressed = "DISTRESSED"
    case pregnantOrInfant = "PREGNANT_OR_INFANT"
    case noSteadyIncome = "NO_STEADY_INCOME"
    case othersDependOnHer = "OTHERS_DEPEND_ON_HER"
    case familyArranges = "FAMILY_ARRANGES"
    case leftBehind = "LEFT_BEHIND"
    case illnessInHousehold = "ILLNESS_IN_HOUSEHOLD"
    case girlsWorthLess = "GIRLS_WORTH_LESS"
    case noPaidWork = "NO_PAID_WORK"
    case nobodyToTurnTo = "NOBODY_TO_TURN_TO"
    case schoolOutOfReach = "SCHOOL_OUT_OF_REACH"
    case unlicensedAgents = "UNLICENSED_AGENTS"
    case girlsLeaveYoung = "GIRLS_LEAVE_YOUNG"
    case landLost = "LAND_LOST"

    /// Those asked at intake: a woman at the door is not asked thirty questions.
    public static let atIntake: [RiskFactor] = [
        .under18, .papersNotInHand, .leftSchoolEarly, .exploitedBefore, .travelsAlone,
        .debtAtHome, .violenceAtHome, .marriagePressure, .recruiterPressing,
        .traffickingKnownThere,
    ]

    /// All of them, level by level.
    public static let byLevel: [RiskFactor] = RiskItemLevel.allCases.flatMap { level in
        allCases.filter { $0.level == level }
    }

    /// The question.
    public var label: Phrase { RiskFactor.words[self] ?? Phrase(verbatim: rawValue) }

    private static let words: [RiskFactor: Phrase] = [
        .under18: Phrase("Under 18 and looking for work", "未满18岁且在找工作"),
        .papersNotInHand: Phrase("Her papers are not in her hand", "证件不在本人手中"),
        .leftSchoolEarly: Phrase("Left school before grade 9", "未读完初中"),
        .exploitedBefore: Phrase("Exploited or trafficked before", "曾遭剥削或拐卖"),
        .travelsAlone: Phrase("Travels alone, knows nobody there", "独自外出且当地无熟人"),
        .threatened: Phrase("Somebody threatens or looks for her", "有人威胁或正在找她"),
        .journeyDebt: Phrase("Owes money for the journey or job", "为路费或找工作欠债"),
        .jobUnchecked: Phrase("The promised job is not checked", "许诺的工作未经核实"),
        .noMoneyToReturn: Phrase("Has no money of her own to return", "自己没有返程路费"),
        .languageBarrier: Phrase("Cannot speak or read well there", "听说或读写当地语言有困难"),
        .illOrDisabled: Phrase("Ill, or lives with a disability", "患病或有残疾"),
        .distressed: Phrase("Sleepless, afraid or without hope", "失眠、恐惧或感到无望"),
        .pregnantOrInfant: Phrase("Pregnant, or has an infant with her", "怀孕或带着婴儿"),
        .debtAtHome: Phrase("The household is in debt", "家中负债"),
        .violenceAtHome: Phrase("Violence at home", "家中有暴力"),
        .marriagePressure: Phrase("Pressed to marry", "被逼婚"),
        .noSteadyIncome: Phrase("No steady income at home", "家中没有稳定收入"),
        .othersDependOnHer: Phrase("Others live on what she earns", "家人靠她的收入生活"),
        .familyArranges: Phrase("The family decides where she works", "由家人决定她去哪里工作"),
        .leftBehind: Phrase("Grew up while parents worked away", "父母外出务工，留守长大"),
        .illnessInHousehold: Phrase("Grave illness or a death at home", "家中有人重病或去世"),
        .girlsWorthLess: Phrase("Girls count for less at home", "家中重男轻女"),
        .recruiterPressing: Phrase("A recruiter presses her", "有招工者纠缠催促"),
        .traffickingKnownThere: Phrase("Others from there were trafficked", "同乡中有人被拐卖"),
        .noPaidWork: Phrase("No paid work where she comes from", "家乡没有挣钱的工作"),
        .nobodyToTurnTo: Phrase("No office there that she would trust", "当地没有她愿求助的机构"),
        .schoolOutOfReach: Phrase("No school or training within reach", "附近没有学校或培训"),
        .unlicensedAgents: Phrase("Unlicensed agents recruit there", "当地有无证中介招工"),
        .girlsLeaveYoung: Phrase("Girls leave there before they are 18", "当地女孩多在18岁前外出"),
        .landLost: Phrase("Land lost, flood or another disaster", "失地、水灾或其他灾害"),
    ]

    /// Whether it is about herself, her household or her community.
    public var level: RiskItemLevel {
        switch self {
        case .under18, .papersNotInHand, .leftSchoolEarly, .exploitedBefore, .travelsAlone,
            .threatened, .journeyDebt, .jobUnchecked, .noMoneyToReturn, .languageBarrier,
            .illOrDisabled, .distressed, .pregnantOrInfant:
            .individual
        case .debtAtHome, .violenceAtHome, .marriagePressure, .noSteadyIncome,
            .othersDependOnHer, .familyArranges, .leftBehind, .illnessInHousehold,
            .girlsWorthLess:
            .household
        case .recruiterPressing, .traffickingKnownThere, .noPaidWork, .nobodyToTurnTo,
            .schoolOutOfReach, .unlicensedAgents, .girlsLeaveYoung, .landLost:
            .community
        }
    }
}
