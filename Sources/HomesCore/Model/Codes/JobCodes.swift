/// How a job offer came.
public enum JobSource: String, CodeList {
    case publicAgency = "PUBLIC_AGENCY"
    case licensedAgency = "LICENSED_AGENCY"
    case unlicensed = "UNLICENSED"
    case direct = "DIRECT"
    case relativeOrFriend = "RELATIVE_OR_FRIEND"
    case advert = "ADVERT"
    case internet = "INTERNET"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .publicAgency: Phrase("Public employment agency", "公共就业服务机构")
        case .licensedAgency: Phrase("Licensed agency", "持证职业中介")
        case .unlicensed: Phrase("Unlicensed agent", "无证中介")
        case .direct: Phrase("Employer directly", "用人单位直接招用")
        case .relativeOrFriend: Phrase("Relative or friend", "亲友介绍")
        case .advert: Phrase("Advertisement", "招工广告")
        case .internet: Phrase("Internet", "互联网")
        }
    }
}

/// What a wage is paid for.
public enum WageBasis: String, CodeList {
    case month = "MONTH"
    case day = "DAY"
    case hour = "HOUR"
    case piece = "PIECE"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .month: Phrase("A month", "按月")
        case .day: Phrase("A day", "按日")
        case .hour: Phrase("An hour", "按小时")
        case .piece: Phrase("A piece", "计件")
        }
    }
}

/// Whether women may be placed with an employer; set by two people, with a reason.
public enum ApprovedStatus: String, CodeList {
    case pending = "PENDING"
    case approved = "APPROVED"
    case suspended = "SUSPENDED"
    case blacklisted = "BLACKLISTED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .pending: Phrase("Pending", "待审核")
        case .approved: Phrase("Approved", "已批准")
        case .suspended: Phrase("Suspended", "暂停")
        case .blacklisted: Phrase("Blacklisted", "列入黑名单")
        }
    }
}

/// What a check of an offer found.
public enum VerdictCode: String, CodeList {
    case pass = "PASS"
    case fail = "FAIL"
    case warn = "WARN"
    case unknown = "UNKNOWN"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .pass: Phrase("Passes", "通过")
        case .fail: Phrase("Fails", "不通过")
        case .warn: Phrase("Look again", "需注意")
        case .unknown: Phrase("Ask", "待问清")
        }
    }
}

/// Why a placement ended.
public enum PlacementEndReason: String, CodeList {
    case completed = "COMPLETED"
    case quitBetterJob = "QUIT_BETTER_JOB"
    case quitConditions = "QUIT_CONDITIONS"
    case dismissed = "DISMISSED"
    case wagesUnpaid = "WAGES_UNPAID"
    case abuse = "ABUSE"
    case family = "FAMILY"
    case pregnancy = "PREGNANCY"
    case migratedOn = "MIGRATED_ON"
    case exploitationSuspected = "EXPLOITATION_SUSPECTED"
    case unknown = "UNKNOWN"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .completed: Phrase("Contract completed", "合同期满")
        case .quitBetterJob: Phrase("Left for a better job", "辞职，找到更好的工作")
        case .quitConditions: Phrase("Left because of the conditions", "辞职，条件不好")
        case .dismissed: Phrase("Dismissed", "被辞退")
        case .wagesUnpaid: Phrase("Wages not paid", "工资被拖欠")
        case .abuse: Phrase("Abuse", "受虐待")
        case .family: Phrase("Family", "家庭原因")
        case .pregnancy: Phrase("Pregnancy", "怀孕")
        case .migratedOn: Phrase("Migrated on", "转往他地务工")
        case .exploitationSuspected: Phrase("Exploitation suspected", "疑似受剥削")
        case .unknown: Phrase("Not known", "不清楚")
        }
    }
}

/// HUD R6.A.
public enum EmploymentType: String, CodeList {
    case fullTime = "1"
    case partTime = "2"
    case seasonal = "3"
    case doesNotKnow = "8"
    case prefersNot = "9"
    case notCollected = "99"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .fullTime: Phrase("Full-time", "全职")
        case .partTime: Phrase("Part-time", "兼职")
        case .seasonal: Phrase("Seasonal or day labour", "季节工或零工")
        case .doesNotKnow: MissingLabel.doesNotKnow
        case .prefersNot: MissingLabel.prefersNot
        case .notCollected: MissingLabel.notCollected
        }
    }
}
