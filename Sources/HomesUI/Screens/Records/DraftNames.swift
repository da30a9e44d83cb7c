import HomesCore

/// What drafts are called, in the language of the screens: the file keeps only the code of whom or
/// what a draft is about.
enum DraftNames {
    /// The form and the code, as the list of drafts and the message row show them.
    static func phrase(form: String, about code: String) -> Phrase {
        let name = names[form] ?? Phrase("Form", "表单")
        return code.isEmpty ? name : name + Phrase(verbatim: " " + code)
    }

    private static let names: [String: Phrase] = [
        IntakeScreen.formName: Phrase("Intake", "入住登记"),
        ReservationFormScreen.formName: Phrase("Expected", "预约"),
        TurnAwayFormScreen.formName: Phrase("Turned away", "未能接收"),
        VisitFormScreen.formName: Phrase("Visit", "来访"),
        AbsenceScreen.formName: Phrase("Goes out", "外出登记"),
        AbsenceEditScreen.formName: Phrase("Absence", "外出"),
        BelongingFormScreen.formName: Phrase("Hands in", "寄存登记"),
        BelongingEditScreen.formName: Belonging.noun,
        EditPersonScreen.formName: Phrase("Edit", "修改资料"),
        EditStayScreen.formName: Phrase("Edit stay", "修改住宿记录"),
        EditCaseScreen.formName: Phrase("Edit case", "修改个案"),
        ContactScreen.formName: Phrase("Safe contact", "安全联系方式"),
        RiskScreen.formName: Phrase("Risk assessment", "风险评估"),
        ConsentScreen.formName: Phrase("Consent", "知情同意"),
        ConsentWithdrawalScreen.formName: Phrase("Withdrawal of consent", "撤回同意"),
        MigrationPlanFormScreen.formName: MigrationPlan.noun,
        ExitScreen.formName: Phrase("Exit", "办理离开"),
        SessionFormScreen.formName: Phrase("Counselling session", "咨询辅导"),
        FollowUpScreen.formName: Phrase("Follow-up", "回访"),
        EmployerFormScreen.formName: Phrase("Employer", "用人单位"),
        EmployerApprovalScreen.formName: Phrase("Check of an employer", "核查用人单位"),
        OfferFormScreen.formName: Phrase("Job offer", "招工信息"),
        PlacementFormScreen.formName: Phrase("Placement", "就业安置"),
        PlacementEditScreen.formName: Phrase("Terms of placement", "就业安置条件"),
        PlacementEndScreen.formName: Phrase("End of placement", "结束安置"),
        ReferralScreen.formName: Phrase("Referral", "转介"),
        ReferralAnswerScreen.formName: Phrase("Answer to a referral", "转介结果"),
        IncidentFormScreen.formName: Phrase("Incident", "事件"),
        IncidentEditScreen.formName: Phrase("Incident", "事件"),
        TransferFormScreen.formName: Phrase("Transfer", "转家"),
        ClosureScreen.formName: Phrase("Closure", "结案"),
        BedPeriodScreen.formName: Phrase("Bed", "床位"),
        UserFormScreen.formName: Phrase("New user", "新用户"),
        IndicatorFormScreen.formName: Phrase("Indicator", "强迫劳动迹象"),
        PlanGoalScreen.formName: PlanGoal.noun,
        PlanActionScreen.formName: PlanAction.noun,
        FlagFormScreen.formName: Phrase("Flag", "提醒"),
        FlagResolutionScreen.formName: Phrase("Resolution of a flag", "解除提醒"),
        NoteFormScreen.formName: Note.noun,
        RecordFormScreen<Programme>.formName: Programme.noun,
        RecordFormScreen<Home>.formName: Home.noun,
        RecordFormScreen<EmployerVisit>.formName: EmployerVisit.noun,
        RecordFormScreen<EmployerName>.formName: EmployerName.noun,
        RecordFormScreen<EmployerContact>.formName: EmployerContact.noun,
        RecordFormScreen<PlacementChange>.formName: PlacementChange.noun,
        RecordFormScreen<Room>.formName: Room.noun,
        RecordFormScreen<Bed>.formName: Bed.noun,
        RecordFormScreen<WatchedPerson>.formName: WatchedPerson.noun,
    ]
}
