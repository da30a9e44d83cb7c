import GRDB

/// Takes a woman out of every table: from her person over every reference to her and to what is
/// hers, so that tables that come later are swept without being named here.
struct PurgeSweep {
    /// What was done to a table's rows.
    struct Count: Equatable {
        var destroyed = 0
        var emptied = 0
    }

    let db: Database
    /// Hers, and those of the files that became a part of hers.
    let persons: Set<String>
    let signature: Signature
    private(set) var counts: [String: Count] = [:]
    /// Transfers of children that stood on hers and went with it, though the child's file stays.
    private(set) var goneWithHer: [String] = []
    private var doomed: [String: Set<String>] = [:]

    init(db: Database, persons: Set<String>, signature: Signature) {
        self.db = db
        self.persons = persons
        self.signature = signature
    }

    /// What stays of a row that figures count: of a case and a stay when they began and ended and
    /// how, of a person her code and home. Everything else becomes what it is in an empty record.
    private static let kept: [String: Set<String>] = [
        Person.table: ["homeId", "personCode"],
        Case.table: [
            "caseCode", "personId", "homeId", "cas_Status", "registrationDate", "dateClosure",
            "closureApprovedBy", "cas_ReasonForCaseClosure",
        ],
        Stay.table: [
            "caseId", "personId", "homeId", "entryDate", "state", "motherStayId", "exitDate",
            "exitType",
        ],
    ]

    /// Sweeps every table but `person`, then empties her row.
    mutating func run(_ person: Person) throws {
        for kind in RecordKinds.all where kind.table != Person.table {
            for column in kind.references(to: Person.table) {
                doom(
                    kind.table,
                    try ids(in: kind.table, "\"\(column)\"", among: persons))
            }
        }
        try keepWhatIsCounted(birthdate: person.birthdate)
        try emptyIncidents()
        try doomWhatStandsOn()
        try emptyDrafts()
        for kind in RecordKinds.all {
            guard let ids = doomed[kind.table], !ids.isEmpty else { continue }
            if kind.table == Stay.table {
                try db.execute(
                    sql: """
                        UPDATE stay SET motherStayId = NULL
                        WHERE motherStayId IN (SELECT value FROM json_each(?))
                        """, arguments: [JSON.list(ids)])
            }
            try db.execute(
                sql: """
                    DELETE FROM "\(kind.table)" WHERE id IN (SELECT value FROM json_each(?))
                    """, arguments: [JSON.list(ids)])
            counts[kind.table, default: Count()].destroyed += db.changesCount
        }
        try emptyPerson(person)
    }

    private mutating func doom(_ table: String, _ ids: Set<String>) {
        if !ids.isEmpty { doomed[table, default: []].formUnion(ids) }
    }

    private func ids(
        in table: String, _ column: String, among: Set<String>
    ) throws -> Set<String> {
        Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM "\(table)"
                    WHERE \(column) IN (SELECT value FROM json_each(?))
                    """, arguments: [JSON.list(among)]))
    }

    // MARK: What is counted

    private mutating func keepWhatIsCounted(birthdate: Birthdate?) throws {
        for stay in try mine(Stay.self) where !stay.stamp.isVoided {
            doomed[Stay.table]?.remove(stay.id)
            try empty(stay)
        }
        for file in try mine(Case.self) where !file.stamp.isVoided {
            doomed[Case.table]?.remove(file.id)
            try empty(file)
        }
        for attendance in try mine(Attendance.self) where !attendance.stamp.isVoided {
            doomed[Attendance.table]?.remove(attendance.id)
            guard let session = try db.fetch(CounsellingSession.self, id: attendance.sessionId)
            else { continue }
            var nameless = attendance
            nameless.personId = nil
            nameless.ageBand = birthdate?.years(on: session.date).map(AgeBand.init) ?? .from25
            try save(nameless)
            if session.kind == .individual { try emptySession(session) }
        }
        for visit in try mine(Visit.self) where !visit.stamp.isVoided {
            doomed[Visit.table]?.remove(visit.id)
            var nameless = visit
            nameless.personId = nil
            nameless.ageBand = birthdate?.years(on: visit.date).map(AgeBand.init) ?? .from25
            nameless.note = nil
            try save(nameless)
        }
    }

    /// A session with her alone: that it was, how long and on what topics, without a word of it.
    private mutating func emptySession(_ session: CounsellingSession) throws {
        var blank = CounsellingSession()
        blank.stamp = session.stamp
        blank.homeId = session.homeId
        blank.date = session.date
        blank.mode = session.mode
        blank.kind = session.kind
        blank.counsellorId = session.counsellorId
        blank.durationMinutes = session.durationMinutes
        try save(blank)
    }

    /// An incident with her alone: that it was, and of what class. One with another woman, too, is in
    /// that one's file as well and keeps its words until hers goes.
    private mutating func emptyIncidents() throws {
        let alone = Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT incidentId FROM incidentPerson
                    WHERE personId IN (SELECT personId FROM purging) AND incidentId NOT IN (
                      SELECT incidentId FROM incidentPerson WHERE personId IS NOT NULL
                        AND personId NOT IN (SELECT personId FROM purging))
                    """))
        doom(IncidentPerson.table, try ids(in: IncidentPerson.table, "incidentId", among: alone))
        let records = try db.fetchAll(
            Incident.self, "id IN (SELECT value FROM json_each(?))", [JSON.list(alone)])
        for incident in records {
            var blank = Incident()
            blank.stamp = incident.stamp
            blank.homeId = incident.homeId
            blank.date = incident.date
            blank.reportedOn = incident.reportedOn
            blank.class = incident.class
            blank.status = incident.status
            blank.closedOn = incident.closedOn
            blank.closedReason = incident.closedReason.map { _ in "-" }
            blank.stamp.voidReason = incident.stamp.voidReason.map { _ in "-" }
            try save(blank)
        }
    }

    private func mine<R: Record>(_ type: R.Type) throws -> [R] {
        try db.fetchAll(
            type, "id IN (SELECT value FROM json_each(?))",
            [JSON.list(doomed[R.table] ?? [])])
    }

    private mutating func empty<R: Record>(_ record: R) throws {
        var blank = R()
        blank.stamp = record.stamp
        for field in R.fields where Self.kept[R.table]?.contains(field.name) == true {
            _ = field.set(&blank, field.get(record))
        }
        try save(blank)
    }

    private mutating func save<R: Record>(_ record: R) throws {
        var saved = record
        saved.stamp.updatedAt = signature.at
        saved.stamp.updatedBy = signature.userId
        saved.stamp.rowVersion += 1
        try db.updateRow(saved, fields: R.fields)
        counts[R.table, default: Count()].emptied += 1
    }

    // MARK: What stands on it

    /// Rows that refer to what is hers: all of them, but the bed of a stay that is counted, and
    /// another woman's, such as the stay of a child who came with her.
    private mutating func doomWhatStandsOn() throws {
        var seen: [String: Set<String>] = [:]
        var roots = doomed
        for type in [Stay.table, Case.table] {
            roots[type, default: []].formUnion(
                try ids(in: type, "personId", among: persons))
        }
        while !roots.isEmpty {
            var next: [String: Set<String>] = [:]
            for (table, ids) in roots {
                seen[table, default: []].formUnion(ids)
                for kind in RecordKinds.all {
                    for column in kind.references(to: table) where table != Person.table {
                        let found = try standing(kind, column, on: ids)
                            .subtracting(seen[kind.table] ?? [])
                        if !found.isEmpty { next[kind.table, default: []].formUnion(found) }
                    }
                }
            }
            for (table, ids) in next { doom(table, ids) }
            roots = next
        }
        goneWithHer = try String.fetchAll(
            db,
            sql: """
                SELECT id FROM transfer WHERE id IN (SELECT value FROM json_each(?))
                  AND personId NOT IN (SELECT personId FROM purging) ORDER BY id
                """, arguments: [JSON.list(doomed[Transfer.table] ?? [])])
    }

    private func standing(
        _ kind: RecordKinds.Kind, _ column: String, on ids: Set<String>
    ) throws -> Set<String> {
        var condition = ""
        switch kind.table {
        case Stay.table, Case.table, Person.table: return []
        case BedAssignment.table:
            condition = """
                AND (voidedAt IS NOT NULL
                  OR stayId NOT IN (SELECT id FROM stay WHERE voidedAt IS NULL))
                """
        // A child's transfer stands on her mother's consent and goes with it.
        case Transfer.table: break
        default:
            for person in kind.references(to: Person.table) {
                condition += """
                     AND ("\(person)" IS NULL
                      OR "\(person)" IN (SELECT personId FROM purging))
                    """
            }
        }
        return Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM "\(kind.table)"
                    WHERE "\(column)" IN (SELECT value FROM json_each(?)) \(condition)
                    """, arguments: [JSON.list(ids)]))
    }

    // MARK: Her own row, and what was typed about her

    private mutating func emptyPerson(_ person: Person) throws {
        var blank = Person()
        blank.stamp = person.stamp
        blank.homeId = person.homeId
        blank.personCode = person.personCode
        blank.searchKey = SearchTexts.key(of: blank)
        blank.sealedAt = signature.at
        blank.sealedBy = signature.userId
        blank.sealReason = "purge"
        blank.purgedAt = signature.at
        try save(blank)
    }

    /// Drafts of forms about her or about what was hers, whoever typed them.
    private mutating func emptyDrafts() throws {
        let all = doomed.values.reduce(into: persons) { $0.formUnion($1) }
        try db.execute(
            sql: """
                DELETE FROM draft WHERE EXISTS (SELECT 1 FROM json_each(?) j
                  WHERE recordId = j.value OR recordId LIKE j.value || '/%'
                    OR recordId LIKE '%/' || j.value)
                """, arguments: [JSON.list(all)])
        if db.changesCount > 0 {
            counts["draft", default: Count()].destroyed += db.changesCount
        }
    }
}
