import HomesCore

/// Every screen, for what must hold for all of them: no duplicate key, help in both languages, the
/// README's key table.
public enum ScreenKinds {
    /// A screen's keys without the screen.
    public struct Kind: Sendable {
        /// The type's name.
        public let name: String
        /// Its keys and what they do, in its own order.
        public let keys: [(keys: [Key], help: Phrase)]

        init<S: Screen>(_ type: S.Type) {
            name = ScreenKinds.name(of: type)
            keys = S.bindings.map { ($0.keys, $0.help) }
        }
    }

    /// The kind of a screen that is shown: its type's name, without the record kind of a form for
    /// any record.
    public static func name(of screen: any Screen) -> String { name(of: type(of: screen)) }

    private static func name(of type: any Screen.Type) -> String {
        String(String(describing: type).prefix { $0 != "<" })
    }

    /// All of them, in the order of the screen map.
    public static let all: [Kind] = [
        Kind(SetUpScreen.self), Kind(SignInScreen.self),
        Kind(HomeChoiceScreen.self), Kind(ChoosePasswordScreen.self), Kind(SharesScreen.self),
        Kind(PasswordScreen.self), Kind(StartScreen.self),
        Kind(TodayScreen.self), Kind(HandoverScreen.self),
        Kind(ResidentListScreen.self), Kind(ResidentScreen.self), Kind(IntakeScreen.self),
        Kind(DuplicateListScreen.self), Kind(ReservationFormScreen.self),
        Kind(TurnAwayFormScreen.self), Kind(VisitFormScreen.self), Kind(ArrivalListScreen.self),
        Kind(AbsenceScreen.self), Kind(AbsenceEditScreen.self), Kind(BelongingListScreen.self),
        Kind(BelongingFormScreen.self), Kind(BelongingEditScreen.self),
        Kind(BedBoardScreen.self), Kind(SessionListScreen.self), Kind(SessionScreen.self),
        Kind(SessionFormScreen.self), Kind(CounsellingMatrixScreen.self),
        Kind(CounsellingChecklistScreen.self), Kind(JobsScreen.self), Kind(EmployerScreen.self),
        Kind(EmployerVisitScreen.self), Kind(EmployerAlikeScreen.self),
        Kind(EmployerFormScreen.self), Kind(EmployerApprovalScreen.self), Kind(OfferScreen.self),
        Kind(OfferFormScreen.self), Kind(OfferChecksScreen.self), Kind(OfferRuleScreen.self),
        Kind(OfferChoiceScreen.self), Kind(OfferCompareScreen.self),
        Kind(OfferMatchScreen.self), Kind(CandidateListScreen.self), Kind(OfferRefusalScreen.self),
        Kind(PlacementScreen.self),
        Kind(PlacementFormScreen.self), Kind(PlacementEditScreen.self),
        Kind(PlacementEndScreen.self),
        Kind(FollowUpListScreen.self), Kind(FollowUpScreen.self), Kind(FollowUpReachScreen.self),
        Kind(AlertListScreen.self), Kind(NextStepScreen.self),
        Kind(OccupancyScreen.self), Kind(HomeBedsScreen.self),
        Kind(EditPersonScreen.self), Kind(EditStayScreen.self), Kind(EditCaseScreen.self),
        Kind(ContactScreen.self), Kind(ConflictScreen.self), Kind(RiskScreen.self),
        Kind(ConsentScreen.self), Kind(ConsentWithdrawalScreen.self),
        Kind(MigrationPlanScreen.self), Kind(MigrationPlanFormScreen.self),
        Kind(DepartureGapsScreen.self),
        Kind(ExitScreen.self), Kind(ReportListScreen.self),
        Kind(ReportFormScreen.self), Kind(ReportScreen.self), Kind(ProgrammeScreen.self),
        Kind(BedPeriodScreen.self), Kind(WhyScreen.self), Kind(RegistryScreen.self),
        Kind(RegistryHomeScreen.self), Kind(RecordFormScreen<Home>.self), Kind(UserListScreen.self),
        Kind(UserFormScreen.self), Kind(IssuedPasswordScreen.self),
        Kind(SheetListScreen.self), Kind(SheetScreen.self), Kind(PaperListScreen.self),
        Kind(ReadersScreen.self), Kind(BrowsingListScreen.self), Kind(BrowsingScreen.self),
        Kind(CheckScreen.self), Kind(AboutScreen.self),
        Kind(LookupScreen.self),
        Kind(CountyLookupScreen.self), Kind(CalendarScreen.self), Kind(ConfirmScreen.self),
        Kind(UndoScreen.self), Kind(PromptScreen.self), Kind(HelpScreen.self),
        Kind(PaletteScreen.self), Kind(BreakGlassScreen.self), Kind(UnsealScreen.self),
        Kind(GlassListScreen.self), Kind(GlassReviewScreen.self),
        Kind(RiskCompareScreen.self), Kind(IndicatorListScreen.self),
        Kind(IndicatorFormScreen.self), Kind(CasePlanScreen.self), Kind(PlanGoalScreen.self),
        Kind(PlanActionScreen.self), Kind(FlagListScreen.self), Kind(FlagFormScreen.self),
        Kind(FlagResolutionScreen.self), Kind(NoteFormScreen.self), Kind(NoteScreen.self),
        Kind(ReferralScreen.self), Kind(ReferralAnswerScreen.self),
        Kind(IncidentListScreen.self), Kind(IncidentScreen.self), Kind(IncidentFormScreen.self),
        Kind(IncidentEditScreen.self), Kind(TransferFormScreen.self),
        Kind(TransferOfferScreen.self), Kind(ClosureScreen.self), Kind(ClosureAnswerScreen.self),
        Kind(MergeChoiceScreen.self), Kind(MergeScreen.self), Kind(PurgeListScreen.self),
        Kind(TombstoneListScreen.self), Kind(WatchListScreen.self), Kind(WatchedPersonScreen.self),
        Kind(SightingListScreen.self), Kind(SightingScreen.self), Kind(WatchAlertScreen.self),
    ]

    /// The README's key table: the keys of every screen, then of each one.
    public static var table: String {
        var lines = ["| screen | keys |", "| --- | --- |"]
        let everywhere = ShellKeys.all.map { cell($0.keys, $0.help) }.joined(separator: " · ")
        lines.append("| *everywhere* | \(everywhere) |")
        for kind in all where !kind.keys.isEmpty {
            let cells = kind.keys.map { cell($0.keys, $0.help) }.joined(separator: " · ")
            lines.append("| \(words(kind.name)) | \(cells) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ keys: [Key], _ help: Phrase) -> String {
        let names = keys.map { "`" + escaped($0.name.english) + "`" }.joined(separator: " ")
        return names + " " + escaped(help.english)
    }

    private static func escaped(_ text: String) -> String {
        text.map { $0 == "|" ? "\\|" : String($0) }.joined()
    }

    /// `BedBoardScreen` as `Bed board`.
    private static func words(_ name: String) -> String {
        var words = ""
        for character in name.hasSuffix("Screen") ? name.dropLast(6) : name[...] {
            if character.isUppercase, !words.isEmpty {
                words += " " + character.lowercased()
            } else {
                words.append(character)
            }
        }
        return words
    }
}
