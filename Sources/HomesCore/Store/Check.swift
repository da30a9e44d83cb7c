import GRDB

/// Something in the file that should not be. Says which record by table and id; never what is in
/// it.
public struct CheckFinding: Equatable, Sendable {
    /// The rule that does not hold.
    public let rule: CheckRule
    /// The table; empty for the file itself.
    public let table: String
    /// The record's id; empty for the file itself.
    public let id: String
    /// How SQLite names the damage; `nil` for the rules of the data.
    public let detail: String?

    /// The sentence: what does not hold, and where.
    public var phrase: Phrase {
        var text = rule.broken
        if !table.isEmpty {
            let noun = RecordKinds.kind(table: table)?.noun ?? Phrase(verbatim: table)
            text = text + Phrase(" (", "（") + noun + Phrase(verbatim: " \(id)") + Phrase(")", "）")
        }
        return detail.map { text + Phrase(verbatim: " [\($0)]") } ?? text
    }

    /// All rules, in the order in which they are checked.
    public static var rules: [CheckRule] { CheckRule.all }
}

/// A rule that must hold for the file: one line of the check.
public struct CheckRule: Equatable, Sendable, Identifiable {
    /// Its name.
    public let id: String
    /// What holds.
    public let title: Phrase
    /// What is said when it does not.
    public let broken: Phrase
    /// The table of the records that break it, and the query for their ids; `nil` for the rules
    /// that look at the file itself or need more than SQL.
    let query: CheckQuery?

    init(_ id: String, _ title: Phrase, _ broken: Phrase, _ query: CheckQuery? = nil) {
        self.id = id
        self.title = title
        self.broken = broken
        self.query = query
    }
}

/// Where a rule looks.
struct CheckQuery: Equatable, Sendable {
    /// The table whose ids the query gives.
    let table: String
    /// Gives the ids of the records that break the rule.
    let sql: String
}

extension HomesStore {
    /// As `check(limit:)`, for somebody at a screen.
    ///
    /// - Throws: `refused(.roleMayNot)`.
    public func check(
        limit: Int = 100, by signature: Signature
    ) throws(StoreError) -> [CheckFinding] {
        try read(.checkFile, at: nil, by: signature) { _ in }
        return try check(limit: limit)
    }

    /// Checks the file and every rule of its data, recounted without the triggers that keep them.
    ///
    /// - Parameter limit: How many findings a rule names at most.
    /// - Returns: What does not hold; empty when all is well.
    public func check(limit: Int = 100) throws(StoreError) -> [CheckFinding] {
        try read { db in
            var findings: [CheckFinding] = []
            for rule in CheckRule.all {
                if let query = rule.query {
                    let ids = try String.fetchAll(db, sql: query.sql + " LIMIT \(limit)")
                    findings += ids.map {
                        CheckFinding(rule: rule, table: query.table, id: $0, detail: nil)
                    }
                } else {
                    findings += try db.check(rule, limit: limit)
                }
            }
            return findings
        }
    }
}

extension Database {
    fileprivate func check(_ rule: CheckRule, limit: Int) throws -> [CheckFinding] {
        switch rule.id {
        case CheckRule.integrity.id:
            return try String.fetchAll(self, sql: "PRAGMA integrity_check(\(limit))")
                .filter { $0 != "ok" }
                .map { CheckFinding(rule: rule, table: "", id: "", detail: $0) }
        case CheckRule.references.id:
            return try Row.fetchAll(self, sql: "PRAGMA foreign_key_check").prefix(limit).map {
                row in
                let table: String = row[0]
                let rowid: Int? = row[1]
                let id = try rowid.flatMap {
                    try String.fetchOne(
                        self, sql: "SELECT id FROM \"\(table)\" WHERE rowid = ?", arguments: [$0])
                }
                return CheckFinding(rule: rule, table: table, id: id ?? "", detail: row[2])
            }
        case CheckRule.schema.id: return try checkSchema(rule)
        case CheckRule.tiling.id: return try checkTiling(rule, limit: limit)
        case CheckRule.searchKeys.id: return try checkSearchKeys(rule, limit: limit)
        case CheckRule.counties.id: return try checkCounties(rule, limit: limit)
        case CheckRule.codes.id: return try checkCodes(rule, limit: limit)
        default: return []
        }
    }

    /// Every table, trigger and index of this program's schema must be in the file, as it is here.
    private func checkSchema(_ rule: CheckRule) throws -> [CheckFinding] {
        let fresh = try DatabaseQueue()
        try Migrations.migrator.migrate(fresh)
        let wanted = try fresh.inDatabase { try $0.schemaTexts() }
        let present = try schemaTexts()
        return wanted.filter { present[$0.key] != $0.value }.keys.sorted().map {
            CheckFinding(rule: rule, table: "", id: "", detail: $0)
        }
    }

    /// What every part of the schema says, by its name.
    private func schemaTexts() throws -> [String: String] {
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT name, coalesce(sql, '') FROM sqlite_schema
                WHERE type IN ('trigger', 'index', 'table')
                """)
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// The nights of every stay, one bed each, without gap or overlap.
    private func checkTiling(_ rule: CheckRule, limit: Int) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var stay = ""
        var next: Int? = 0
        var end: Int?
        var holds = true
        func finish() {
            if !stay.isEmpty, !holds || next != end, findings.count < limit {
                findings.append(
                    CheckFinding(rule: rule, table: Stay.table, id: stay, detail: nil))
            }
        }
        try RawCursor.read(
            self,
            """
            SELECT s.id, s.entryDate, s.exitDate, a.fromNight, a.toNight
            FROM stay s LEFT JOIN bedAssignment a ON a.stayId = s.id AND a.voidedAt IS NULL
            WHERE s.voidedAt IS NULL AND s.state <> 'PLANNED'
            ORDER BY s.id, a.fromNight, coalesce(a.toNight, '9999-12-31'), a.id
            """
        ) { row in
            let id = row.text(0)
            if id != stay {
                finish()
                stay = id
                next = row.day(1)
                end = row.day(2)
                holds = true
            }
            // A second run of nights after one that goes on is an overlap.
            if next == nil || row.day(3) != next { holds = false }
            next = row.day(4)
        }
        finish()
        return findings
    }

    /// Reads only what the key is made of: a record that cannot be read is another rule's finding.
    private func checkSearchKeys(_ rule: CheckRule, limit: Int) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        try RawCursor.read(
            self,
            """
            SELECT id, personCode, nameZh, prs_FirstName, prs_SecondName, namePinyin, alias,
              searchKey FROM person WHERE voidedAt IS NULL ORDER BY id
            """
        ) { row in
            var person = Person()
            person.personCode = row.text(1)
            person.nameZh = Told(row.told(2))
            person.prs_FirstName = Told(row.told(3))
            person.prs_SecondName = Told(row.told(4))
            person.namePinyin = row.optionalText(5)
            person.alias = Told(row.told(6))
            if findings.count < limit, SearchTexts.key(of: person) != row.text(7) {
                findings.append(
                    CheckFinding(rule: rule, table: Person.table, id: row.text(0), detail: nil))
            }
        }
        return findings
    }

    private func checkCounties(_ rule: CheckRule, limit: Int) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for (table, column) in [
            (Home.table, "countyCode"), (Person.table, "hukouCounty"),
            (Employer.table, "countyCode"), (JobOffer.table, "countyCode"),
        ] {
            let codes = try String.fetchAll(
                self,
                sql: """
                    SELECT DISTINCT "\(column)" FROM "\(table)"
                    WHERE "\(column)" IS NOT NULL AND "\(column)" NOT LIKE '#%'
                      AND voidedAt IS NULL
                    """)
            for code in codes where !Regions.isKnown(code) {
                let ids = try String.fetchAll(
                    self,
                    sql: """
                        SELECT id FROM "\(table)" WHERE "\(column)" = ? AND voidedAt IS NULL
                        ORDER BY id LIMIT \(limit)
                        """, arguments: [code])
                findings += ids.map {
                    CheckFinding(rule: rule, table: table, id: $0, detail: nil)
                }
            }
        }
        return Array(findings.prefix(limit))
    }

    /// Every coded answer is one of its list.
    private func checkCodes(_ rule: CheckRule, limit: Int) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for kind in RecordKinds.all {
            for coded in kind.codes {
                let column = coded.column
                let list = coded.codes.map { "'\($0)'" }.joined(separator: ", ")
                let ids = try String.fetchAll(
                    self,
                    sql: """
                        SELECT id FROM "\(kind.table)" WHERE "\(column)" IS NOT NULL
                          AND "\(column)" NOT IN (\(list))
                          AND substr("\(column)", 1, 1) <> char(2) ORDER BY id LIMIT \(limit)
                        """)
                findings += ids.map {
                    CheckFinding(rule: rule, table: kind.table, id: $0, detail: column)
                }
            }
        }
        return Array(findings.prefix(limit))
    }
}
