/// What she agreed to. Consent is never a condition of a bed.
public enum ConsentPurpose: String, CodeList {
    case caseManagement = "CASE_MANAGEMENT"
    case nonIdentifiableReporting = "NON_IDENTIFIABLE_REPORTING"
    case shareWith = "SHARE_WITH"
    case contactFamily = "CONTACT_FAMILY"
    case contactEmployer = "CONTACT_EMPLOYER"
    case photo = "PHOTO"
    case transferToHome = "TRANSFER_TO_HOME"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .caseManagement: Phrase("Case work in this home", "本之家个案服务")
        case .nonIdentifiableReporting: Phrase("Reports without names", "不含身份信息的统计")
        case .shareWith: Phrase("Sharing with an organisation", "与某机构共享")
        case .contactFamily: Phrase("Contacting her family", "联系家人")
        case .contactEmployer: Phrase("Contacting her employer", "联系用人单位")
        case .photo: Phrase("Photographs", "拍照")
        case .transferToHome: Phrase("Transfer to another home", "转到其他妇女之家")
        }
    }
}

/// Who gave the consent; a guardian for those under 14, unless the guardian is unsafe.
public enum ConsentGivenBy: String, CodeList {
    case herself = "SELF"
    case guardian = "GUARDIAN"
    case other = "OTHER"
    case guardianUnsafe = "GUARDIAN_UNSAFE"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .herself: Phrase("Herself", "本人")
        case .guardian: Phrase("Guardian", "监护人")
        case .other: Phrase("Another person", "其他人")
        case .guardianUnsafe: Phrase("Herself: the guardian is unsafe", "本人（监护人不安全）")
        }
    }
}
