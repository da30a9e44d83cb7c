/// Every rule by which the store refuses a change; the raw value is what the schema's triggers
/// raise after `homes:`.
public enum Refusal: String, CodeList, Storable {
    case stayOverlap
    case stayInFuture
    case stayOutsideOperation
    case stayOfAnotherPerson
    case nightWithoutBed
    case bedTaken
    case bedHeld
    case twoBedsAtOnce
    case bedOutsideInventory
    case bedOutOfService
    case bedOfAnotherHome
    case bedOutsideStay
    case bedNotEmpty
    case bedStatusOverlap
    case dropInHasNoBeds
    case journalIsAppendOnly
    case recordsAreVoidedNotDeleted
    case homeNotInService
    case alreadyExited
    case noOpenStay
    case nothingToUndo
    case undoOvertaken
    case userNameTaken
    case homeOutOfReach
    case caseIsClosed
    case glassReason
    case passwordNeeded
    case glassSuspended
    case glassReviewed
    case roleMayNot
    case signedOff
    case duplicateValue
    case invalidValue
    case snoozedTwice
    case needsTwoPersons
    case dateInFuture
    case individualNeedsOne
    case nobodyAttended
    case sessionWithoutTopic
    case placementOverlap
    case placementEnded
    case overrideNeedsReason
    case followUpDone
    case putOffIntoPast
    case notOverdue
    case reasonMissing
    case noAlert
    case exitOutsideStay
    case childInHerBed
    case motherNotHere
    case stillInUse
    case startFarAway
    case guardianNeeded
    case consentEnded
    case wrongPassword
    case triedTooOften
    case mustChoosePassword
    case passwordTooWeak
    case passwordTaken
    case noPasswordYet
    case noFreeSlot
    case needsSecondKey
    case wrongShares
    case tooFewShares
    case lastSecondPerson
    case planExists
    case travelFarAway
    case interpreterNeedsReason
    case nobodyNamed
    case reservationInPast
    case reservationOver
    case reservationEnded
    case reservationOfAnother
    case reservationBed
    case alreadyOut
    case notOut
    case absenceOutsideStay
    case absenceOverlap
    case papersAtHerWish
    case nothingHandedIn
    case alreadyGivenBack
    case noteIsSigned
    case noteNotSigned
    case evidenceMissing
    case deciderMissing
    case flagResolved
    case noConsent
    case stillShared
    case nothingShared
    case referralEnded
    case resultMissing
    case movesByTransfer
    case recordedElsewhere
    case transferOpen
    case transferAnswered
    case sameHome
    case closureNeedsApproval
    case closureAsked
    case closureAnswered
    case caseClosedAlready
    case caseNotClosed
    case anotherCaseOpen
    case incidentClosed
    case residentMissing
    case watchTooShort
    case watchNamesHer
    case watchLifted
    case sightingStays
    case mergeSame
    case mergeOverlap
    case mergeTwice
    case unmergeChanged
    case unmergeGrown
    case fileNotClosed
    case fileIsHeld
    case notYetDue
    case notHeld
    case closesBeforeOffer
    case negativeAmount
    case termOfOpenEnded
    case startBeforeOffer
    case contractInFuture

    /// What is wrong and what to do.
    public var label: Phrase { Refusal.words[self] ?? Phrase(verbatim: rawValue) }

    private static let words: [Refusal: Phrase] = [
        .stayOverlap: Phrase(
            "She already has a stay on these nights. Close that one first, or correct the dates.",
            "她在这些夜晚已有住宿记录。请先办理离开，或更正日期。"),
        .stayInFuture: Phrase(
            "A stay cannot begin or end in the future. Correct the date.",
            "入住或离开日期不能在将来。请更正日期。"),
        .stayOutsideOperation: Phrase(
            "The home does not operate on these nights. Correct the dates or choose another home.",
            "该妇女之家在这些夜晚不运营。请更正日期或另选一家。"),
        .stayOfAnotherPerson: Phrase(
            "The case belongs to another person. Open her own case.", "该个案属于他人。请打开她本人的个案。"),
        .nightWithoutBed: Phrase(
            "A night of the stay would have no bed. Give her a bed from the first night to the last.",
            "住宿期间会有一夜没有床位。请安排从第一夜到最后一夜的床位。"),
        .bedTaken: Phrase(
            "The bed is taken on one of these nights. Choose a free bed.", "该床位在其中某夜已有人。请选择空床。"),
        .bedHeld: Phrase(
            "The bed is held for somebody. Release the hold first, or choose a free bed.",
            "该床位已预留。请先解除预留，或另选空床。"),
        .twoBedsAtOnce: Phrase(
            "She would have two beds on one night. Move her instead.", "她会在同一夜占用两张床位。请改用调床。"),
        .bedOutsideInventory: Phrase(
            "The bed is not in the inventory on all of these nights. Choose another bed.",
            "该床位在其中某夜不在册。请另选床位。"),
        .bedOutOfService: Phrase(
            "The bed is out of service on one of these nights. Choose another bed.",
            "该床位在其中某夜停用。请另选床位。"),
        .bedOfAnotherHome: Phrase(
            "The bed is in another home. Choose a bed of this home.", "该床位属于另一家。请选择本家床位。"),
        .bedOutsideStay: Phrase(
            "The bed's nights go beyond the stay. Correct the dates.", "床位日期超出住宿日期。请更正。"),
        .bedNotEmpty: Phrase(
            "Somebody sleeps in this bed on one of these nights. Move her first.",
            "其中某夜有人住此床。请先为她调床。"),
        .bedStatusOverlap: Phrase(
            "The bed is already held or out of service on these nights. Release it first.",
            "该床位在这些夜晚已预留或停用。请先解除。"),
        .dropInHasNoBeds: Phrase(
            "A drop-in home has no beds. Record a visit or a counselling session instead.",
            "日间之家没有床位。请登记来访或咨询。"),
        .journalIsAppendOnly: Phrase(
            "The journal cannot be changed.", "日志不可更改。"),
        .recordsAreVoidedNotDeleted: Phrase(
            "Records are voided with a reason, never deleted.", "记录只能说明原因后作废，不能删除。"),
        .homeNotInService: Phrase(
            "The home does not operate today.", "该妇女之家今天不运营。"),
        .alreadyExited: Phrase(
            "She has already left. Correct the exit instead.", "她已离开。请更正离开记录。"),
        .noOpenStay: Phrase("She has no open stay.", "她目前没有住宿。"),
        .nothingToUndo: Phrase("There is nothing to undo.", "没有可撤销的操作。"),
        .undoOvertaken: Phrase(
            "This cannot be undone any more: the record was changed again since. Correct it by hand.",
            "已无法撤销：该记录此后又有改动。请手工更正。"),
        .userNameTaken: Phrase(
            "There is already a user of that name. Choose another name.", "该用户名已存在。请另取一个。"),
        .homeOutOfReach: Phrase("There is no such record.", "没有这条记录。"),
        .caseIsClosed: Phrase(
            "Her case is closed and was another worker's. In the list of residents, G opens it for "
                + "half an hour, with a reason.",
            "该个案已结案且由他人负责。在人员列表中按 G 说明理由，可查阅半小时。"),
        .glassReason: Phrase(
            "Say why in at least 20 characters.", "请写明理由，至少20个字符。"),
        .passwordNeeded: Phrase(
            "Type your password again for this.", "此操作须重新输入密码。"),
        .glassSuspended: Phrase(
            "You opened a record this way more than 72 hours ago and it is not reviewed yet. Ask "
                + "the manager of that home to review it first.",
            "您此前的紧急查阅已逾72小时未复核。请先请该妇女之家负责人复核。"),
        .glassReviewed: Phrase("This was reviewed already.", "此次查阅已复核。"),
        .roleMayNot: Phrase(
            "Your role may not do this. Ask the home manager.", "您的角色无权执行。请联系负责人。"),
        .signedOff: Phrase(
            "Your account was changed. Sign in again, or ask the administrator.",
            "您的账户已变更。请重新登录，或联系管理员。"),
        .duplicateValue: Phrase(
            "This code or number is already in use. Choose another.", "该编码已被使用。请另选。"),
        .invalidValue: Phrase(
            "A value is outside what the field allows. Look at the marked field.",
            "有数值超出字段允许范围。请检查标出的字段。"),
        .snoozedTwice: Phrase(
            "This follow-up was put off twice already. Call now, or record that she was not reached.",
            "此次跟进已推迟两次。请现在联系，或登记未能联系上。"),
        .needsTwoPersons: Phrase(
            "This needs two persons. Ask a second user with the right to confirm it.",
            "此操作需两人确认。请另一位有权限的用户确认。"),
        .dateInFuture: Phrase(
            "The date lies in the future. Correct it.", "日期在今天之后。请更正。"),
        .individualNeedsOne: Phrase(
            "A session with one person names exactly one resident. Choose a group for more.",
            "个别辅导须且只能选一位入住人员。多人请选小组。"),
        .sessionWithoutTopic: Phrase(
            "Tick a topic, or write a note on what it was about.", "请勾选主题，或写明谈了什么。"),
        .nobodyAttended: Phrase(
            "Nobody took part yet. Name a resident, or give a number for an age band.",
            "尚无参加者。请选择入住人员，或按年龄段填写人数。"),
        .placementOverlap: Phrase(
            "She has another placement on these days. End it first.",
            "她在这些日子已有就业安置。请先结束前一次。"),
        .placementEnded: Phrase("This placement has ended already.", "此次就业安置已结束。"),
        .overrideNeedsReason: Phrase(
            "A failed check is set aside only with a written reason of at least 20 characters.",
            "放行未通过项须写明理由，至少20个字符。"),
        .followUpDone: Phrase(
            "This follow-up was done already. Open it to correct the answers.",
            "此次回访已完成。如需更正请打开记录。"),
        .notOverdue: Phrase(
            "This follow-up is not overdue: there is nothing to put off.", "此次回访尚未逾期，无需推迟。"),
        .putOffIntoPast: Phrase("Choose a day after today.", "请选择今天之后的日期。"),
        .reasonMissing: Phrase("Write the reason.", "请写明理由。"),
        .noAlert: Phrase("There is no open alert here.", "这里没有未解除的警示。"),
        .exitOutsideStay: Phrase(
            "The exit lies between the entry date and today. Correct the date.",
            "离开日期须在入住日期与今天之间。请更正。"),
        .childInHerBed: Phrase(
            "A child sleeps in her bed. Let the child leave with her, or give the child another "
                + "bed first.",
            "有孩子与她同床。请让孩子一起离开，或先为孩子安排另一床位。"),
        .motherNotHere: Phrase(
            "Her mother does not have this bed on all of these nights. Give the child a bed of her "
                + "own, or correct the dates.",
            "其母亲并非每夜都在此床。请为孩子另安排床位，或更正日期。"),
        .stillInUse: Phrase(
            "A stay or a bed in use stands on this record. Void that first.",
            "仍有住宿或在用床位依赖此记录。请先作废那些记录。"),
        .startFarAway: Phrase(
            "The start lies more than a year ahead, or more than a month before her case was "
                + "registered. Correct the date.",
            "上岗日期在一年之后，或比个案登记早一个月以上。请更正日期。"),
        .guardianNeeded: Phrase(
            "Under 14 a guardian consents. If the guardian is unsafe, choose that.",
            "未满14岁由监护人同意。监护人不安全时，请选该项。"),
        .consentEnded: Phrase(
            "This consent was withdrawn already.", "此项同意已撤回。"),
        .wrongPassword: Phrase(
            "User name or password is wrong. Type both again.", "用户名或密码有误，请重新输入。"),
        .triedTooOften: Phrase(
            "Too many wrong passwords. The administrator can give you a new one.",
            "密码错误次数过多。请联系管理员发放新密码。"),
        .mustChoosePassword: Phrase(
            "This is a one-time password. Sign in at the screen and choose your own.",
            "这是一次性密码。请在登录界面登录并设定自己的密码。"),
        .passwordTooWeak: Phrase(
            "A password has 15 characters or more, and is none that everybody would try. Four "
                + "words of your own do well.",
            "密码至少15个字符，且不能是人人会猜的。可用四个自选的词。"),
        .passwordTaken: Phrase("Choose another password.", "请另选密码。"),
        .noPasswordYet: Phrase(
            "This user has no password. Give her one first.", "此用户尚无密码。请先为其发放。"),
        .noFreeSlot: Phrase(
            "The key file holds 255 users and is full. Disable users who have left.",
            "密钥文件最多容纳255个用户，已满。请停用已离职的用户。"),
        .needsSecondKey: Phrase(
            "This needs a caseworker or manager who can read where women went.",
            "此操作需能查看去向的工作人员或负责人。"),
        .wrongShares: Phrase(
            "These shares do not belong together, or not to this file.", "这些份额不是一组，或不属于此文件。"),
        .tooFewShares: Phrase(
            "Two different shares are needed.", "需要两份不同的恢复份额。"),
        .planExists: Phrase(
            "Her case has a safe-migration plan already. Open it and change it.",
            "该个案已有安全外出计划。请打开并修改。"),
        .travelFarAway: Phrase(
            "The day of travel lies more than a year ahead or more than a month ago. Correct it.",
            "出行日期在一年之后，或早于一个月前。请更正。"),
        .interpreterNeedsReason: Phrase(
            "Something speaks against this interpreter. Say why she interprets all the same, or "
                + "choose another.",
            "此翻译可能有利益冲突。请写明仍请其翻译的理由，或另选翻译。"),
        .lastSecondPerson: Phrase(
            "Nobody else could confirm what needs two persons. Add another administrator, manager "
                + "or supervisor first.",
            "停用后将无人能做双人确认。请先新增管理员、负责人或督导。"),
        .nobodyNamed: Phrase(
            "Say who is expected: a woman the home knows, or a code word.",
            "请说明预约何人：本家已有记录的人，或一个代号。"),
        .reservationInPast: Phrase(
            "A reservation is for tonight or a later night.", "预约须为今晚或以后的夜晚。"),
        .reservationOver: Phrase(
            "It would be over already, or before the night. Correct until when it is kept.",
            "保留时间已过，或早于预约之夜。请更正保留至何时。"),
        .reservationEnded: Phrase(
            "This reservation was answered already.", "此预约已有结果。"),
        .reservationOfAnother: Phrase(
            "The reservation is another woman's. Open hers, or admit without one.",
            "该预约属于他人。请打开她本人的预约，或直接办理入住。"),
        .reservationBed: Phrase(
            "The bed of a reservation is held for it. Choose the bed again.",
            "预约的床位须有对应的预留。请重新选择床位。"),
        .alreadyOut: Phrase(
            "She is out already. Write down that she is back first.", "她已外出。请先登记返回。"),
        .notOut: Phrase("She is not out.", "她没有外出。"),
        .absenceOutsideStay: Phrase(
            "The absence goes beyond the stay. Correct the dates.", "外出日期超出住宿日期。请更正。"),
        .absenceOverlap: Phrase(
            "She was out on these days already. Correct the dates.", "她在这些日子已登记外出。请更正日期。"),
        .papersAtHerWish: Phrase(
            "The home keeps papers only at her own wish. Otherwise they stay in her hand.",
            "证件仅在本人自愿时由本家保管，否则须由本人持有。"),
        .nothingHandedIn: Phrase(
            "Write down what she hands in.", "请写明寄存了什么。"),
        .alreadyGivenBack: Phrase("It was given back already.", "已归还。"),
        .noteIsSigned: Phrase(
            "This note is signed and stays as it is. Amend it with another note.",
            "此记录已签署，不可更改。请另写一条补充记录。"),
        .noteNotSigned: Phrase(
            "Only a signed note of the same woman is amended. Change the draft itself.",
            "只能补充同一人已签署的记录。草稿请直接修改。"),
        .evidenceMissing: Phrase(
            "Write the evidence: what she said or what was seen.", "请写明依据：她说了什么，或看到了什么。"),
        .deciderMissing: Phrase("Write who decided that.", "请写明由谁决定。"),
        .flagResolved: Phrase("This flag was resolved already.", "此提醒已解除。"),
    ].merging(sharingWords) { first, _ in first }.merging(fileWords) { first, _ in first }
        .merging(offerWords) { first, _ in first }
        .merging(watchWords) { first, _ in first }
}
