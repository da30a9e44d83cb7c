import GRDB

extension Database {
    // MARK: The case plan

    /// The goals of a case's plan: the open ones first, each with its actions.
    func planLines(caseId: String) throws -> [PlanLine] {
        try fetchValid(
            PlanGoal.self, "caseId = ?", [caseId],
            order: "state <> 'OPEN', coalesce(spl_PlannedEndDate, '9999'), agreedOn, id"
        ).map { goal in
            PlanLine(
                goal: goal,
                actions: try fetchValid(
                    PlanAction.self, "goalId = ?", [goal.id],
                    order: "state <> 'OPEN', coalesce(dueOn, '9999'), endedOn, id"))
        }
    }

    // MARK: Flags and notes

    /// Her flags: the open ones first, then the latest.
    func flags(personId: String) throws -> [PersonFlag] {
        try fetchValid(
            PersonFlag.self, "personId = ?", [personId],
            order: "resolvedOn IS NOT NULL, raisedOn DESC, id DESC")
    }

    /// Her notes, the latest first, each with what amends it: the signed ones, and the signer's own
    /// drafts.
    func noteLines(personId: String, for signature: Signature) throws -> [NoteLine] {
        let notes = try fetchValid(
            Note.self, "personId = ? AND (signedAt IS NOT NULL OR createdBy = ?)",
            [personId, signature.userId], order: "date DESC, id DESC")
        let amending = Dictionary(
            grouping: notes.filter { $0.amendsId != nil }, by: { $0.amendsId ?? "" })
        return notes.filter { $0.amendsId == nil }.map { note in
            NoteLine(
                note: note,
                amendments: (amending[note.id] ?? []).sorted {
                    ($0.signedAt?.iso ?? "9999", $0.id) < ($1.signedAt?.iso ?? "9999", $1.id)
                })
        }
    }

    // MARK: The workflow

    /// Where a case is, from its records.
    func workflow(
        of file: Case, plan: [PlanLine], sessions: [AttendedSession], placements: [Placement]
    ) throws -> CaseWorkflow {
        let assessed = try String.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT assessedOn FROM riskAssessment WHERE caseId = ? AND voidedAt IS NULL
                    """), arguments: [file.id])
        let services =
            sessions.map(\.session.date) + placements.map(\.startDate)
            + plan.flatMap(\.actions).filter { $0.state == .done }.compactMap(\.endedOn)
        return CaseWorkflow(
            CaseFacts(
                status: file.cas_Status, reopenedOn: try reopenedOn(file),
                assessedOn: assessed.compactMap { CivilDate(iso: $0) },
                goals: plan.map {
                    CaseFacts.Goal($0.goal.state, endedOn: $0.goal.spl_ActualEndDate)
                },
                servicesOn: services.filter { $0 >= file.registrationDate }))
    }

    /// The day on which a case was opened again last, from the journal; `nil` when it never was.
    private func reopenedOn(_ file: Case) throws -> CivilDate? {
        let at = try String.fetchOne(
            try cachedStatement(
                sql: """
                    SELECT a.at FROM audit a WHERE a.personId = ? AND a.operation = 'reopenCase'
                      AND a."table" = 'case' AND a.rowId = ?
                      AND \(notTakenBack) ORDER BY a.id DESC LIMIT 1
                    """), arguments: [file.personId, file.id])
        guard let at, let instant = Instant(iso: at) else { return nil }
        let offset =
            try Int.fetchOne(
                try cachedStatement(sql: "SELECT max(utcOffsetMinutes) FROM programme")) ?? 0
        return instant.localDate(offsetMinutes: offset)
    }

    // MARK: Indicators

    /// The eleven indicators of a case, in the ILO's order.
    func indicatorLines(of file: Case) throws -> [IndicatorLine] {
        let records = Dictionary(
            try fetchValid(Indicator.self, "caseId = ?", [file.id]).map { ($0.indicator, $0) },
            uniquingKeysWith: { _, last in last })
        let changes = records.isEmpty ? [:] : try indicatorChanges(personId: file.personId)
        return ILOIndicator.allCases.map { indicator in
            let record = records[indicator]
            return IndicatorLine(
                indicator: indicator, record: record,
                earlier: record.map { earlier($0, changes[$0.id] ?? []) } ?? [])
        }
    }

    /// The answers before the one that holds: its changes taken back one by one, the last first.
    private func earlier(_ record: Indicator, _ changes: [IndicatorChange]) -> [EarlierIndicator] {
        var state = record
        var lines: [EarlierIndicator] = []
        for (index, change) in changes.enumerated().reversed() where !change.old.isEmpty {
            for (name, old) in change.old {
                _ = Indicator.field(name)?.set(&state, journalText: old)
            }
            lines.append(
                EarlierIndicator(
                    assessedOn: state.assessedOn, who: index > 0 ? changes[index - 1].who : "",
                    answer: state.answer, evidence: state.evidence, nextStep: state.nextStep,
                    decidedBy: state.decidedBy))
        }
        return lines
    }

    /// What was done to a woman's indicators, by record, the first first; without what was undone.
    private func indicatorChanges(personId: String) throws -> [String: [IndicatorChange]] {
        let rows = try Row.fetchCursor(
            try cachedStatement(
                sql: """
                    SELECT a.rowId, a.operationId, coalesce(u.displayName, ''), a.field, a.old,
                      a.new, a.sealed, a.journal, a.seq
                    FROM audit a LEFT JOIN user u ON u.id = a.userId
                    WHERE a.personId = ? AND a."table" = 'indicator' AND a.operation <> 'undo'
                      AND \(notTakenBack) ORDER BY a.id
                    """), arguments: [personId])
        var keys = PersonKeys()
        var changes: [String: [IndicatorChange]] = [:]
        while let row = try rows.next() {
            let rowId: String = row[0]
            let operationId: String = row[1]
            var list = changes[rowId] ?? []
            if list.last?.operationId != operationId {
                list.append(IndicatorChange(operationId: operationId, who: row[2]))
            }
            if let field: String = row[3] {
                let said = try keys.said(
                    JournalText(old: row[4], new: row[5]), row[6], about: personId,
                    at: JournalPlace(journal: row[7], seq: row[8], rowId: rowId, field: field),
                    self)
                if case .text(let text) = said {
                    list[list.count - 1].old.append((field, text.old))
                }
            }
            changes[rowId] = list
        }
        return changes
    }
}

/// Entries `a` of the journal about a woman whose operation was not undone.
private let notTakenBack = """
    NOT EXISTS (SELECT 1 FROM audit u WHERE u.personId = a.personId AND u.id > a.id
      AND u.action = 'undo' AND u.rowId = a.operationId)
    """

/// One operation on an indicator: what its fields were before.
private struct IndicatorChange {
    let operationId: String
    let who: String
    var old: [(name: String, text: String?)] = []
}
