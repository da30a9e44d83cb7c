import GRDB

/// A resident in the matrix of topics: what she has had and what her checklist says.
public struct CoverageRow: Equatable, Sendable {
    /// Her record.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// Her initials; `nil` without a name.
    public let initials: String?
    /// Her name, only in a matrix asked for with names.
    public let name: String?
    /// Names, pinyin and code, folded.
    public let searchKey: String
    /// The case whose checklist is answered; `nil` without one.
    public let caseId: String?
    /// The topics she has had.
    public let coverage: [CounsellingTopic: TopicCoverage]
    /// The pre-departure checklist as far as it was asked.
    public let checklist: [ChecklistItem: YesNoNA]
    /// Whether she is ready to depart: advice, never a lock.
    public let readiness: Readiness
}

extension HomesStore {
    /// The residents who are here by the topics they have had; each woman's journal gets an entry
    /// first.
    ///
    /// - Parameter names: Whether names are shown.
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func coverageMatrix(
        homeId: String, names: Bool = false, by signature: Signature
    ) throws(StoreError) -> [CoverageRow] {
        let residents = try residentList(
            homeId: homeId, filter: .here, names: names, by: signature)
        try noteLook(
            at: .topics, of: homeId, persons: residents.map(\.personId), by: signature)
        return try read { db in
            try residents.map { try db.coverageRow($0, on: signature.today) }
        }
    }
}

extension Database {
    fileprivate func coverageRow(_ resident: ResidentRow, on today: CivilDate) throws -> CoverageRow
    {
        let coverage = try topicCoverage(personId: resident.personId)
        let file = try fetchValid(
            Case.self, "personId = ?", [resident.personId],
            order: "registrationDate DESC, id DESC"
        ).first
        let checklist =
            try file.map { try self.checklist(caseId: $0.id).mapValues(\.answer) } ?? [:]
        let birthdate = try fetch(Person.self, id: resident.personId)?.birthdate
        return CoverageRow(
            personId: resident.personId, personCode: resident.personCode,
            initials: resident.initials, name: resident.name, searchKey: resident.searchKey,
            caseId: file?.id, coverage: coverage, checklist: checklist,
            readiness: Readiness(
                topics: Set(coverage.keys), checklist: checklist,
                ageInYears: birthdate?.years(on: today)))
    }
}
