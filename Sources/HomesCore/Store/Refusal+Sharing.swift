extension Refusal {
    /// The words about what leaves a home: referrals, incidents, transfers, closures.
    static let sharingWords: [Refusal: Phrase] = [
        .noConsent: Phrase(
            "She has not agreed to this, for that recipient, today. Ask her and record the consent "
                + "first.",
            "她今天没有对该接收方的有效同意。请先征求并登记同意。"),
        .stillShared: Phrase(
            "Something open rests on this consent. End that first.", "仍有未结事项依据此项同意。请先结束。"),
        .nothingShared: Phrase(
            "Choose at least one part of her file that goes along.", "请至少选择一项共享内容。"),
        .referralEnded: Phrase(
            "This referral cannot become that any more: an end stays an end. Make a new one.",
            "此转介不能再改为该状态。请另建转介。"),
        .resultMissing: Phrase("Say what it came to.", "请填写转介结果。"),
        .movesByTransfer: Phrase(
            "A file moves to another home only with a transfer that it accepts.",
            "档案只能在对方接收转家后移交。"),
        .recordedElsewhere: Phrase(
            "This was written down in another home and stays as it is.", "此记录由另一家登记，不再更改。"),
        .transferOpen: Phrase(
            "She is proposed to a home already. Withdraw that first.", "她已被提出转家。请先撤回。"),
        .transferAnswered: Phrase(
            "This proposal was answered or withdrawn meanwhile.", "此转家申请已答复或已撤回。"),
        .sameHome: Phrase("Choose another home than this one.", "请选择其他妇女之家。"),
        .closureNeedsApproval: Phrase(
            "C on her page asks the manager to close a case, and opens a closed one again.",
            "结案与重新立案请在个人页面按 C 办理。"),
        .closureAsked: Phrase(
            "The manager was asked already and has not answered.", "已提交结案申请，等待负责人审批。"),
        .closureAnswered: Phrase("This request was answered meanwhile.", "此申请已有答复。"),
        .caseClosedAlready: Phrase("Her case is closed already.", "该个案已结案。"),
        .caseNotClosed: Phrase("Her case is not closed.", "该个案尚未结案。"),
        .anotherCaseOpen: Phrase(
            "Another case of hers is open. Work on that one.", "她另有未结个案。请在该个案中继续。"),
        .incidentClosed: Phrase("This incident is closed.", "此事件已结。"),
        .residentMissing: Phrase("Name the resident, by her code.", "请填写入住人员编号。"),
    ]
}
