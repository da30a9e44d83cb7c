import GRDB

/// A session in a home's list: no note, no resident.
public struct SessionRow: Equatable, Sendable {
    /// The session's id.
    public let id: String
    /// When it was.
    public let date: CivilDate
    /// One person, a family or a group.
    public let kind: SessionKind
    /// In person, by phone, online.
    public let mode: SessionMode
    /// The counsellor's name shown.
    public let counsellor: String
    /// How long, in minutes.
    public let durationMinutes: Int?
    /// What was covered, in the topics' order.
    public let topics: [CounsellingTopic]
    /// How many residents took part.
    public let residents: Int
    /// How many women took part without a name.
    public let others: Int
}

/// Somebody who took part, by code.
public struct AttendanceRow: Equatable, Sendable {
    /// The attendance itself.
    public let attendance: Attendance
    /// Her code; `nil` for a tally.
    public let personCode: String?
}

/// A session with everything recorded about it.
public struct SessionPage: Equatable, Sendable {
    /// The session.
    public let session: CounsellingSession
    /// The counsellor's name shown.
    public let counsellor: String
    /// What was covered, in the topics' order.
    public let topics: [CounsellingTopic]
    /// What was given out, by the codes of the list of materials.
    public let materials: [String]
    /// Who took part.
    public let attendances: [AttendanceRow]
}

/// How often a topic was covered with somebody, and when last.
public struct TopicCoverage: Equatable, Sendable {
    /// In how many sessions.
    public let count: Int
    /// The day of the latest.
    public let lastOn: CivilDate
}

extension HomesStore {
    /// The sessions of a home between two days, both included, the latest first.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func sessions(
        homeId: String, from: CivilDate, to: CivilDate, by signature: Signature
    ) throws(StoreError) -> [SessionRow] {
        try read(.seeSessions, at: homeId, by: signature) { db in
            let rows = try Row.fetchAll(
                try db.cachedStatement(
                    sql: """
                        SELECT s.id, s.date, s.kind, s.mode, u.displayName, s.durationMinutes,
                          (SELECT group_concat(t.topic) FROM sessionTopic t
                            WHERE t.sessionId = s.id AND t.voidedAt IS NULL),
                          (SELECT count(*) FROM attendance a WHERE a.sessionId = s.id
                            AND a.voidedAt IS NULL AND a.personId IS NOT NULL),
                          (SELECT coalesce(sum(a.tally), 0) FROM attendance a
                            WHERE a.sessionId = s.id AND a.voidedAt IS NULL
                              AND a.personId IS NULL)
                        FROM counsellingSession s JOIN user u ON u.id = s.counsellorId
                        WHERE s.homeId = ? AND s.date BETWEEN ? AND ? AND s.voidedAt IS NULL
                          AND NOT (s.kind = 'INDIVIDUAL' AND EXISTS (SELECT 1 FROM attendance a
                            JOIN person p ON p.id = a.personId
                            WHERE a.sessionId = s.id AND p.sealedAt IS NOT NULL))
                        ORDER BY s.date DESC, s.id DESC
                        """),
                arguments: [homeId, from.iso, to.iso])
            return try rows.map { row in
                SessionRow(
                    id: row[0], date: try row.date(1),
                    kind: try row.code(2), mode: try row.code(3), counsellor: row[4],
                    durationMinutes: row[5], topics: CounsellingTopic.list(row[6]),
                    residents: row[7], others: row[8])
            }
        }
    }

    /// A session with its note and who took part; each resident's journal gets an entry first.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func session(_ id: String, by signature: Signature) throws(StoreError) -> SessionPage {
        // A look at a session of several is no look into the file of each.
        let several = try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) > 1 FROM attendance WHERE sessionId = ? AND voidedAt IS NULL
                      AND personId IS NOT NULL
                    """, arguments: [id]) == 1
        }
        try perform(several ? .showList : .showPerson, signature) { operation in
            _ = try operation.db.own(
                CounsellingSession.self, id, signature, for: .openRecord)
            let attendances = try operation.db.fetchValid(
                Attendance.self, "sessionId = ?", [id])
            let persons = attendances.compactMap(\.personId)
            for personId in persons {
                try operation.journal(.show, CounsellingSession.table, id, about: personId)
            }
            if persons.isEmpty { try operation.journal(.show, CounsellingSession.table, id) }
        }
        return try read(by: signature) { db in
            let session = try db.own(
                CounsellingSession.self, id, signature, for: .openRecord)
            let topics = try db.fetchValid(SessionTopic.self, "sessionId = ?", [id])
            let attendances = try db.fetchValid(
                Attendance.self,
                "sessionId = ? AND (personId IS NULL OR \(notSealed("personId")))", [id])
            return SessionPage(
                session: session,
                counsellor: try db.fetch(User.self, id: session.counsellorId)?.displayName ?? "",
                topics: topics.map(\.topic).sorted { $0.number < $1.number },
                materials: try db.materials(of: session),
                attendances: try attendances.map { attendance in
                    let person = try attendance.personId.flatMap {
                        try db.fetch(Person.self, id: $0)
                    }
                    return AttendanceRow(attendance: attendance, personCode: person?.personCode)
                })
        }
    }

    /// Which topics somebody has had, how often and when last; her journal gets an entry first.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func topicCoverage(
        personId: String, by signature: Signature
    ) throws(StoreError) -> [CounsellingTopic: TopicCoverage] {
        try perform(.showPerson, signature) { operation in
            _ = try operation.db.own(Person.self, personId, signature, for: .openRecord)
            try operation.journal(.show, Attendance.table, nil, about: personId)
        }
        return try read { try $0.topicCoverage(personId: personId) }
    }
}

extension CounsellingTopic {
    /// Topics from their codes with commas between, in the topics' order.
    static func list(_ codes: String?) -> [CounsellingTopic] {
        (codes ?? "").split(separator: ",").compactMap { CounsellingTopic(rawValue: String($0)) }
            .sorted { $0.number < $1.number }
    }
}

extension Database {
    /// What was given out in a session, in the order of the codes; what the old column says too.
    func materials(of session: CounsellingSession) throws -> [String] {
        let rows = try fetchValid(SessionMaterial.self, "sessionId = ?", [session.id])
        return Set(rows.map(\.material) + [session.materialsGiven].compactMap(\.self)).sorted()
    }

    /// Which topics somebody has had in sessions that count.
    func topicCoverage(personId: String) throws -> [CounsellingTopic: TopicCoverage] {
        let rows = try Row.fetchAll(
            try cachedStatement(
                sql: """
                    SELECT t.topic, count(*), max(s.date) FROM attendance a
                    JOIN counsellingSession s ON s.id = a.sessionId AND s.voidedAt IS NULL
                    JOIN sessionTopic t ON t.sessionId = s.id AND t.voidedAt IS NULL
                    WHERE a.personId = ? AND a.voidedAt IS NULL
                    GROUP BY t.topic
                    """),
            arguments: [personId])
        var coverage: [CounsellingTopic: TopicCoverage] = [:]
        for row in rows {
            coverage[try row.code(0)] = TopicCoverage(count: row[1], lastOn: try row.date(2))
        }
        return coverage
    }
}
