/// HTCDS cas_Status.
public enum CaseStatus: String, CodeList {
    case active = "Active"
    case followUp = "FollowUp"
    case closed = "Closed"
    case closedReferred = "ClosedReferred"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .active: Phrase("Active", "在办")
        case .followUp: Phrase("Follow-up", "跟进")
        case .closed: Phrase("Closed", "已结案")
        case .closedReferred: Phrase("Closed, referred", "转介结案")
        }
    }
}

/// Where a case is, computed from its records (Primero).
public enum CaseWorkflow: String, CodeList {
    case `new` = "new"
    case assessment
    case casePlan = "case_plan"
    case serviceProvision = "service_provision"
    case servicesImplemented = "services_implemented"
    case reopened
    case closed

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .new: Phrase("New", "新建")
        case .assessment: Phrase("Assessment", "评估")
        case .casePlan: Phrase("Case plan", "制定计划")
        case .serviceProvision: Phrase("Services under way", "服务中")
        case .servicesImplemented: Phrase("Services done", "服务完成")
        case .reopened: Phrase("Reopened", "重新开案")
        case .closed: Phrase("Closed", "已结案")
        }
    }
}

/// The level of risk, set by the worker; none is ever computed silently.
public enum RiskLevel: String, CodeList {
    case high = "HIGH"
    case medium = "MEDIUM"
    case low = "LOW"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .high: Phrase("High", "高")
        case .medium: Phrase("Medium", "中")
        case .low: Phrase("Low", "低")
        }
    }
}

/// Why a case was closed (local list).
public enum ClosureReason: String, CodeList {
    case goalsMet = "GOALS_MET"
    case placedAndStable = "PLACED_AND_STABLE"
    case returnedHomeSafely = "RETURNED_HOME_SAFELY"
    case movedAway = "MOVED_AWAY"
    case transferredToOtherHome = "TRANSFERRED_TO_OTHER_HOME"
    case referredElsewhere = "REFERRED_ELSEWHERE"
    case declinedService = "DECLINED_SERVICE"
    case notEligible = "NOT_ELIGIBLE"
    case cannotBeLocated = "CANNOT_BE_LOCATED"
    case leftWithoutNotice = "LEFT_WITHOUT_NOTICE"
    case agencyLacksResources = "AGENCY_LACKS_RESOURCES"
    case duplicate = "DUPLICATE"
    case died = "DIED"
    case other = "OTHER"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .goalsMet: Phrase("Goals met", "目标达成")
        case .placedAndStable: Phrase("Placed in a job and stable", "已就业且稳定")
        case .returnedHomeSafely: Phrase("Returned home safely", "安全返乡")
        case .movedAway: Phrase("Moved away", "迁往外地")
        case .transferredToOtherHome: Phrase("Transferred to another home", "转到其他妇女之家")
        case .referredElsewhere: Phrase("Referred elsewhere", "转介其他机构")
        case .declinedService: Phrase("Declined the service", "本人谢绝服务")
        case .notEligible: Phrase("Not eligible", "不符合条件")
        case .cannotBeLocated: Phrase("Cannot be located", "无法联系")
        case .leftWithoutNotice: Phrase("Left without notice", "不辞而别")
        case .agencyLacksResources: Phrase("The home lacks the means", "机构资源不足")
        case .duplicate: Phrase("Entered twice", "重复建档")
        case .died: Phrase("Died", "去世")
        case .other: Phrase("Other", "其他")
        }
    }
}

/// Who sent her: HUD R1.1 and the programme's own channels.
public enum ReferralSource: String, CodeList {
    case herself = "1"
    case individual = "2"
    case outreachProject = "7"
    case temporaryShelter = "11"
    case residentialProject = "18"
    case hotline = "28"
    case childWelfare = "30"
    case juvenileJustice = "34"
    case police = "35"
    case mentalHospital = "37"
    case school = "38"
    case otherOrganisation = "39"
    case womensFederation = "WOMENS_FEDERATION"
    case bigSisterPeer = "BIG_SISTER_PEER"
    case employer = "EMPLOYER"
    case stationDesk = "STATION_DESK"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .herself: Phrase("Came by herself", "自行前来")
        case .individual: Phrase("Parent, relative, friend or other person", "父母、亲友或其他个人")
        case .outreachProject: Phrase("Outreach", "外展服务")
        case .temporaryShelter: Phrase("Temporary shelter", "临时救助站")
        case .residentialProject: Phrase("Residential project", "住宿服务机构")
        case .hotline: Phrase("Hotline", "热线")
        case .childWelfare: Phrase("Child welfare", "儿童福利机构")
        case .juvenileJustice: Phrase("Juvenile justice", "少年司法机构")
        case .police: Phrase("Police", "公安机关")
        case .mentalHospital: Phrase("Psychiatric hospital", "精神卫生机构")
        case .school: Phrase("School", "学校")
        case .otherOrganisation: Phrase("Other organisation", "其他机构")
        case .womensFederation: Phrase("Women's Federation", "妇联")
        case .bigSisterPeer: Phrase("Big-sister peer", "大姐姐同伴")
        case .employer: Phrase("Employer", "用人单位")
        case .stationDesk: Phrase("Station desk", "车站服务台")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}

/// HTCDS cas_ReasonForIncomingReferral.
public enum IncomingReferralReason: String, CodeList {
    case additionalServicesRequired = "AdditionalServicesRequired"
    case migrationOrChangeOfLocation = "MigrationOrChangeOfLocation"
    case other = "Other"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .additionalServicesRequired: Phrase("Needs further services", "需要更多服务")
        case .migrationOrChangeOfLocation: Phrase("Migration or move", "外出务工或迁移")
        case .other: Phrase("Other", "其他")
        }
    }
}

/// HTCDS vic_TraffickingStatus, with *not assessed* as the default. Decided by an organisation,
/// never by the program.
public enum TraffickingStatus: String, CodeList {
    case notAssessed = "NotAssessed"
    case possibleVictim = "PossibleVictim"
    case actualVictim = "ActualVictim"
    case notAVictim = "NotAVictim"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .notAssessed: Phrase("Not assessed", "未评估")
        case .possibleVictim: Phrase("Possible victim of trafficking", "疑似被拐卖（贩运）受害人")
        case .actualVictim: Phrase("Victim of trafficking", "被拐卖（贩运）受害人")
        case .notAVictim: Phrase("Not a victim of trafficking", "非被拐卖（贩运）受害人")
        }
    }
}

/// HTCDS vic_TraffickingStatusDecisionMakingOrg.
public enum StatusDecisionMaker: String, CodeList {
    case police = "Police"
    case ngo = "NGO"
    case courtOrProsecution = "CourtOrProsecution"
    case nonPoliceGovernmentalOrganization = "NonPoliceGovernmentalOrganization"
    case other = "Other"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .police: Phrase("Police", "公安机关")
        case .ngo: Phrase("NGO", "民间组织")
        case .courtOrProsecution: Phrase("Court or prosecution", "法院或检察院")
        case .nonPoliceGovernmentalOrganization: Phrase("Other government body", "公安以外的政府部门")
        case .other: Phrase("Other", "其他")
        }
    }
}

/// When a risk assessment was made.
public enum RiskStage: String, CodeList {
    case intake = "INTAKE"
    case midstay = "MIDSTAY"
    case preDeparture = "PRE_DEPARTURE"
    case exit = "EXIT"
    case followUp = "FOLLOW_UP"
    case adHoc = "AD_HOC"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .intake: Phrase("Intake", "入住时")
        case .midstay: Phrase("During the stay", "在住期间")
        case .preDeparture: Phrase("Before departure", "出发前")
        case .exit: Phrase("Exit", "离开时")
        case .followUp: Phrase("Follow-up", "跟进时")
        case .adHoc: Phrase("At another time", "其他时间")
        }
    }
}

/// Where a risk lies (HTCDS 2.0).
public enum RiskItemLevel: String, CodeList {
    case individual = "INDIVIDUAL"
    case household = "HOUSEHOLD"
    case community = "COMMUNITY"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .individual: Phrase("Herself", "个人")
        case .household: Phrase("Household", "家庭")
        case .community: Phrase("Community", "社区")
        }
    }
}
