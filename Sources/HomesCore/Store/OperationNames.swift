/// What the staff do, as the journal names it and as history and undo say it.
public enum OperationName: String, CodeList {
    case setUp, addUser, signIn, signOut, importRegistry, importStays, importWages, editRegistry
    case admit, admitAgain, moveBed, swapBeds, holdBed, releaseHold, closeBed, reopenBed
    case editRecord, voidRecord, undo
    case recordSession, registerEmployer, approveEmployer, recordOffer, startPlacement
    case endPlacement, doFollowUp, putOffFollowUp, closeAlert, exit, correctExit
    case showPerson, searchPersons, showNames, report, check, makeDemonstration, assessRisk
    case recordConsent, withdrawConsent, checkOffer, answerChecklist
    case changeRole, disableUser, issuePassword, changePassword, lockOut, recover, newShares
    case sealPerson, unsealPerson, breakGlass, reviewGlass, refuseAccess
    case showList, printReaders, seeAlarm, purge
    case reserveBed, endReservation, recordTurnAway, recordVisit, recordAbsence
    case endAbsence, takeBelongings, returnBelongings, assessIndicators, planCase
    case raiseFlag, resolveFlag, writeNote, signNote, amendNote
    case refer, answerReferral, recordIncident, editIncident, proposeTransfer
    case answerTransfer, askClosure, answerClosure, reopenCase, mergePersons
    case unmergePersons, planMigration, printSheet, copyFile
    case withdrawTransfer, closeCase, matchWork
    case visitEmployer, changePlacement
    case showWatched, enterWatched, editWatched, liftWatched, closeSighting

    /// The words of history and of the undo offer.
    public var label: Phrase { OperationName.words[self] ?? Phrase(verbatim: rawValue) }

    private static let words: [OperationName: Phrase] = [
        .setUp: Phrase("Set up the programme", "建立项目"),
        .addUser: Phrase("Added a user", "新增用户"),
        .signIn: Phrase("Signed in", "登录"),
        .signOut: Phrase("Signed out", "退出"),
        .importRegistry: Phrase("Imported the registry", "导入名册"),
        .importStays: Phrase("Imported stays", "导入住宿记录"),
        .importWages: Phrase("Imported minimum wages", "导入最低工资标准"),
        .editRegistry: Phrase("Changed the registry", "修改名册"),
        .admit: Phrase("Admitted", "办理入住"),
        .admitAgain: Phrase("Admitted again", "再次入住"),
        .moveBed: Phrase("Moved to another bed", "调换床位"),
        .swapBeds: Phrase("Swapped beds", "互换床位"),
        .holdBed: Phrase("Held a bed", "预留床位"),
        .releaseHold: Phrase("Released a bed", "解除预留"),
        .closeBed: Phrase("Took a bed out of service", "停用床位"),
        .reopenBed: Phrase("Put a bed back in service", "恢复床位"),
        .editRecord: Phrase("Changed a record", "修改记录"),
        .voidRecord: Phrase("Voided a record", "作废记录"),
        .undo: Phrase("Undid", "撤销"),
        .recordSession: Phrase("Recorded a session", "登记咨询辅导"),
        .registerEmployer: Phrase("Registered an employer", "登记用人单位"),
        .approveEmployer: Phrase("Checked an employer", "核查用人单位"),
        .recordOffer: Phrase("Recorded a job offer", "登记招工信息"),
        .visitEmployer: Phrase("Visited an employer", "走访用人单位"),
        .changePlacement: Phrase("Recorded a change in a job", "登记岗位变动"),
        .startPlacement: Phrase("Started a placement", "安排就业"),
        .endPlacement: Phrase("Ended a placement", "结束就业"),
        .doFollowUp: Phrase("Did a follow-up", "完成回访"),
        .putOffFollowUp: Phrase("Put off a follow-up", "推迟回访"),
        .closeAlert: Phrase("Closed an alert", "解除警示"),
        .exit: Phrase("Recorded the exit", "办理离开"),
        .correctExit: Phrase("Corrected the exit", "更正离开记录"),
        .showPerson: Phrase("Opened the record", "查看记录"),
        .searchPersons: Phrase("Searched", "查找"),
        .showNames: Phrase("Showed names", "显示姓名"),
        .report: Phrase("Made a report", "生成报表"),
        .check: Phrase("Checked the file", "检查数据"),
        .makeDemonstration: Phrase("Made an invented programme", "生成虚构项目"),
        .assessRisk: Phrase("Assessed risk", "风险评估"),
        .recordConsent: Phrase("Recorded consent", "登记知情同意"),
        .withdrawConsent: Phrase("Recorded that consent was withdrawn", "登记撤回同意"),
        .checkOffer: Phrase("Checked a job offer", "核查招工信息"),
        .answerChecklist: Phrase("Went through the checklist", "核对出发前清单"),
        .changeRole: Phrase("Changed a user's role or homes", "更改用户角色或所属之家"),
        .disableUser: Phrase("Disabled a user", "停用用户"),
        .issuePassword: Phrase("Issued a one-time password", "发放一次性密码"),
        .changePassword: Phrase("Chose a password", "设定密码"),
        .lockOut: Phrase("Locked everybody out", "紧急锁定"),
        .recover: Phrase("Restored access with recovery shares", "用恢复份额恢复访问"),
        .newShares: Phrase("Made new recovery shares", "重新生成恢复份额"),
        .sealPerson: Phrase("Sealed the record", "封存档案"),
        .unsealPerson: Phrase("Opened the sealed record", "解封档案"),
        .breakGlass: Phrase("Broke the glass", "紧急查阅"),
        .reviewGlass: Phrase("Reviewed a broken glass", "复核紧急查阅"),
        .refuseAccess: Phrase("Was refused", "被拒绝"),
        .showList: Phrase("Looked at a list", "查看名单"),
        .printReaders: Phrase("Printed who read the file", "打印查阅记录"),
        .seeAlarm: Phrase("Looked into an alarm", "核查查阅警报"),
        .purge: Phrase("Destroyed what was kept", "销毁记录"),
        .reserveBed: Phrase("Expected somebody", "登记预约"),
        .endReservation: Phrase("Ended a reservation", "结束预约"),
        .recordTurnAway: Phrase("Turned somebody away", "登记未能接收"),
        .recordVisit: Phrase("Recorded a visit", "登记来访"),
        .recordAbsence: Phrase("Recorded that she is out", "登记外出"),
        .endAbsence: Phrase("Recorded that she is back", "登记返回"),
        .takeBelongings: Phrase("Took belongings in", "登记寄存物品"),
        .returnBelongings: Phrase("Gave belongings back", "归还寄存物品"),
        .assessIndicators: Phrase("Went through the indicators", "核对强迫劳动迹象"),
        .planCase: Phrase("Changed the case plan", "修改个案计划"),
        .raiseFlag: Phrase("Raised a flag", "添加提醒标记"),
        .resolveFlag: Phrase("Resolved a flag", "解除提醒标记"),
        .writeNote: Phrase("Wrote a note", "撰写记录"),
        .signNote: Phrase("Signed a note", "签署记录"),
        .amendNote: Phrase("Amended a note", "补充记录"),
        .refer: Phrase("Referred her", "办理转介"),
        .answerReferral: Phrase("Recorded the answer to a referral", "登记转介结果"),
        .recordIncident: Phrase("Recorded an incident", "登记事件"),
        .editIncident: Phrase("Went on with an incident", "跟进事件"),
        .proposeTransfer: Phrase("Proposed a transfer", "提出转家"),
        .answerTransfer: Phrase("Answered a transfer", "答复转家"),
        .askClosure: Phrase("Asked to close the case", "申请结案"),
        .answerClosure: Phrase("Answered for the closure", "审批结案"),
        .reopenCase: Phrase("Opened the case again", "重新立案"),
        .mergePersons: Phrase("Merged two files", "合并档案"),
        .unmergePersons: Phrase("Took a merge apart", "拆分合并的档案"),
        .planMigration: Phrase("Planned her journey", "制定外出计划"),
        .printSheet: Phrase("Printed a sheet", "打印表单"),
        .copyFile: Phrase("Gave her a copy of her file", "提供档案副本"),
        .withdrawTransfer: Phrase("Withdrew a proposed transfer", "撤回转家申请"),
        .closeCase: Phrase("Closed the case", "结案"),
        .matchWork: Phrase("Looked for work for her", "查找适合她的工作"),
        .showWatched: Phrase("Looked at a watched person", "查看关注人员"),
        .enterWatched: Phrase("Entered a watched person", "登记关注人员"),
        .editWatched: Phrase("Corrected a watched person", "更正关注人员"),
        .liftWatched: Phrase("Lifted a watch", "解除关注"),
        .closeSighting: Phrase("Closed a sighting", "处理发现记录"),
    ]
}

/// What a journal entry says was done to a record.
public enum JournalAction: String, CodeList {
    case show, search, create, update, void, restore, undo, export, print
    case login, logout, failedLogin, unlock, confirm, `import`, breakGlass, denied, purge
    case acknowledge

    /// The words.
    public var label: Phrase {
        switch self {
        case .show: Phrase("seen", "查看")
        case .search: Phrase("searched", "查找")
        case .create: Phrase("added", "新增")
        case .update: Phrase("changed", "修改")
        case .void: Phrase("voided", "作废")
        case .restore: Phrase("void taken back", "恢复")
        case .undo: Phrase("undone", "撤销")
        case .export: Phrase("exported", "导出")
        case .print: Phrase("printed", "打印")
        case .login: Phrase("signed in", "登录")
        case .logout: Phrase("signed out", "退出")
        case .failedLogin: Phrase("failed to sign in", "登录失败")
        case .unlock: Phrase("access restored", "恢复访问")
        case .confirm: Phrase("confirmed by a second person", "第二人确认")
        case .import: Phrase("imported", "导入")
        case .breakGlass: Phrase("glass broken", "紧急查阅")
        case .denied: Phrase("access refused", "拒绝访问")
        case .purge: Phrase("destroyed", "销毁")
        case .acknowledge: Phrase("looked into", "已核查")
        }
    }
}
