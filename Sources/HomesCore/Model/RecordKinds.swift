/// Every record kind, for what must hold for all of them: undo, checks, exports, tests.
public enum RecordKinds {
    /// One record kind without its type.
    public struct Kind: Sendable {
        /// The table's name.
        public let table: String
        /// What people call one.
        public let noun: Phrase
        /// The fields' names, in order.
        public let columns: [String]
        /// The fields' labels by name.
        public let labels: [String: Phrase]
        /// The record type.
        public let type: any Record.Type
        /// Which columns hold the ids of other records, and of which table.
        public let references: [Reference]
        /// The codes that coded columns allow.
        public let codes: [Codes]
        /// The columns in which people write words or numbers of their own.
        let texts: [String]
        /// How many stored properties the struct has, the stamp among them.
        public let propertyCount: Int
        /// What a stored value reads like, by the field's name; `nil` when it is shown as it is.
        public let wording: @Sendable (_ field: String, _ text: String) -> Phrase?

        init<R: Record>(_ type: R.Type) {
            table = R.table
            noun = R.noun
            self.type = type
            columns = R.fields.map(\.name)
            references = R.fields.compactMap { field in
                guard case .reference(let table) = field.kind else { return nil }
                return Reference(column: field.name, table: table)
            }
            labels = Dictionary(
                R.fields.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
            codes = R.fields.compactMap { field in
                guard case .choice(let choices) = field.kind else { return nil }
                return Codes(column: field.name, codes: choices.map(\.code))
            }
            texts = R.fields.filter(\.kind.holdsWords).map(\.name)
            propertyCount = Mirror(reflecting: R()).children.count
            wording = { name, text in
                guard case .choice(let choices)? = R.field(name)?.kind else { return nil }
                return choices.first { $0.code == text }?.label
            }
        }

        /// The columns that hold ids of a table.
        public func references(to table: String) -> [String] {
            references.lazy.filter { $0.table == table }.map(\.column)
        }
    }

    /// The codes that a column allows.
    public struct Codes: Equatable, Sendable {
        /// The column.
        public let column: String
        /// What it may hold.
        public let codes: [String]
    }

    /// A column that holds the id of another record.
    public struct Reference: Equatable, Sendable {
        /// The column.
        public let column: String
        /// The table of the record referred to.
        public let table: String
    }

    /// All kinds, in the order of the data dictionary.
    public static let all: [Kind] =
        programme + casework + jobs

    private static let programme: [Kind] = [
        Kind(Programme.self), Kind(User.self), Kind(UserHome.self), Kind(Province.self),
        Kind(MinimumWage.self), Kind(Home.self), Kind(Room.self), Kind(Bed.self),
        Kind(BedStatusPeriod.self), Kind(Person.self), Kind(Contact.self), Kind(Consent.self),
        Kind(Case.self), Kind(Stay.self), Kind(BedAssignment.self), Kind(RiskAssessment.self),
        Kind(RiskItem.self), Kind(CounsellingSession.self), Kind(SessionTopic.self),
        Kind(Attendance.self), Kind(ChecklistAnswer.self), Kind(Employer.self), Kind(JobOffer.self),
        Kind(Placement.self),
        Kind(OfferCheck.self), Kind(FollowUp.self), Kind(FollowUpIndicator.self),
        Kind(GlassBreak.self),
    ]

    /// What came with migration 02, a line a part of the work.
    private static let casework: [Kind] = [
        Kind(MigrationPlan.self), Kind(SessionMaterial.self),
        Kind(Reservation.self), Kind(TurnAway.self), Kind(Visit.self), Kind(VisitService.self),
        Kind(Absence.self), Kind(Belonging.self),
        Kind(Indicator.self), Kind(PlanGoal.self), Kind(PlanAction.self), Kind(PersonFlag.self),
        Kind(Note.self),
        Kind(Referral.self), Kind(Incident.self), Kind(IncidentPerson.self), Kind(Transfer.self),
        Kind(ClosureRequest.self),
        Kind(RetentionHold.self), Kind(Tombstone.self), Kind(TombstoneCount.self),
    ]

    /// What came with migration 03.
    private static let jobs: [Kind] = [
        Kind(EmployerName.self), Kind(EmployerContact.self), Kind(EmployerVisit.self),
        Kind(PlacementChange.self), Kind(WatchedPerson.self), Kind(Sighting.self),
    ]

    /// The kind of a table.
    public static func kind(table: String) -> Kind? {
        all.first { $0.table == table }
    }
}
