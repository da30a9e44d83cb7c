import GRDB

/// Which residents a list shows.
public enum ResidentFilter: String, CodeList {
    /// Those with an open stay.
    case here
    /// Those whose last stay has ended.
    case left
    /// Everybody the home knows, those who come by day among them.
    case all

    /// The words on the list.
    public var label: Phrase {
        switch self {
        case .here: Phrase("Here now", "在住")
        case .left: Phrase("Left", "已离开")
        case .all: Phrase("All", "全部")
        }
    }
}

/// Where a resident is.
public enum ResidentStatus: String, CodeList {
    case here
    case left
    case byDay

    /// The word on the list.
    public var label: Phrase {
        switch self {
        case .here: Phrase("here", "在住")
        case .left: Phrase("left", "已离开")
        case .byDay: Phrase("by day", "日间")
        }
    }
}

/// A line of the list of residents.
public struct ResidentRow: Equatable, Sendable {
    /// Her record.
    public let personId: String
    /// Her latest stay; `nil` when she comes by day only.
    public let stayId: String?
    /// `AH014-0231`.
    public let personCode: String
    /// `WX`; `nil` without a name.
    public let initials: String?
    /// Her name, only in a list asked for with names.
    public let name: String?
    /// Her bed: `2/3` is bed 3 of room 2; `nil` when she is not here.
    public let bed: String?
    /// The first night of her latest stay.
    public let entryDate: CivilDate?
    /// The day on which she left.
    public let exitDate: CivilDate?
    /// The nights of that stay so far.
    public let nights: Int
    /// The risk a worker has set on her open case.
    public let risk: RiskLevel?
    /// When the next follow-up or planned exit is due.
    public let nextDue: CivilDate?
    /// How she may be reached, in a word.
    public let contact: ContactSafety
    /// Names, pinyin, code and numbers, folded, for `PersonsFound`; never shown.
    public let searchKey: String
    /// Where she is.
    public let status: ResidentStatus
    /// Whether a flag of hers is open.
    public let isFlagged: Bool
}

extension HomesStore {
    /// The residents of the signer's own home, by code.
    ///
    /// That it is shown is in the journal before it is read.
    ///
    /// - Parameter names: Whether names are shown, which the journal has every time.
    /// - Throws: `refused(.roleMayNot)`; `noSuchRecord` for another home.
    public func residentList(
        homeId: String, filter: ResidentFilter, names: Bool = false, by signature: Signature
    ) throws(StoreError) -> [ResidentRow] {
        if names {
            try perform(.showNames, signature) { op in
                try op.db.require(.listResidents, at: homeId, signature)
                try op.journal(.show, Home.table, homeId, field: "nameZh")
            }
        } else {
            try noteLook(at: .residents, of: homeId, by: signature)
        }
        return try read(.listResidents, at: homeId, by: signature) { db in
            try db.residentList(homeId: homeId, filter: filter, names: names, by: signature)
        }
    }
}

/// What the list takes from a stay.
private struct ListedStay {
    var stayId: String
    var entry: Int
    var exit: Int?
}

/// What the list shows of those who are here beside it.
private struct ListedDetail {
    var bed: String?
    var planned: CivilDate?
}

extension Database {
    fileprivate func residentList(
        homeId: String, filter: ResidentFilter, names: Bool, by signature: Signature
    ) throws -> [ResidentRow] {
        let today = signature.today
        let nameless = names ? try nameless(homeId: homeId, signature) : []
        var stays = try openStays(homeId: homeId)
        let here = Set(stays.keys)
        if filter != .here { try addEndedStays(homeId: homeId, to: &stays) }
        let details = filter == .left ? [:] : try details(homeId: homeId)
        let risks = try risks(homeId: homeId)
        let dues = try followUpsDue(homeId: homeId)
        let contacts = try listedContacts(
            homeId: homeId, hereOnly: filter == .here, on: today)
        let flagged = try self.flagged()
        let merged = try mergedKeys()
        var rows: [ResidentRow] = []
        rows.reserveCapacity(filter == .here ? here.count : 1_024)
        let columns =
            "id, personCode, namePinyin, searchKey, prs_FirstName, prs_SecondName,"
            + " prs_IdentityNumber"
            + (names ? ", nameZh" : "")
        let ofHome =
            "SELECT \(columns) FROM person WHERE homeId = ? AND voidedAt IS NULL"
            + " AND sealedAt IS NULL"
        let sql =
            filter == .here
            ? """
            SELECT \(columns) FROM person WHERE voidedAt IS NULL AND sealedAt IS NULL AND id IN
              (SELECT personId FROM stay WHERE homeId = ? AND exitDate IS NULL
                AND voidedAt IS NULL AND state = 'CHECKED_IN')
            ORDER BY personCode
            """ : ofHome + " ORDER BY personCode"
        try RawCursor.read(self, sql, [homeId]) { row in
            let key = row.key(0)
            let isHere = here.contains(key)
            if filter == .left, isHere { return }
            let stay = stays[key]
            if filter == .left, stay == nil { return }
            let detail = isHere ? details[key] : nil
            let contact = contacts[key]
            let numbers = (contact?.numbers ?? []) + [row.told(6)].compactMap(\.self)
            let due = [dues[key], detail?.planned].compactMap(\.self).min()
            let end = stay?.exit ?? today.dayNumber
            rows.append(
                ResidentRow(
                    personId: row.text(0), stayId: stay?.stayId, personCode: row.text(1),
                    initials: SearchTexts.initials(
                        pinyin: row.optionalText(2), first: row.told(4), second: row.told(5)),
                    name: names && !nameless.contains(key) ? row.told(7) ?? row.told(5) : nil,
                    bed: detail?.bed,
                    entryDate: stay.map { CivilDate(dayNumber: $0.entry) },
                    exitDate: stay?.exit.map { CivilDate(dayNumber: $0) },
                    nights: stay.map { max(0, end - $0.entry) } ?? 0, risk: risks[key],
                    nextDue: due, contact: contact?.safety ?? .none,
                    searchKey: row.text(3) + (merged[key] ?? "") + SearchKey.numbers(numbers),
                    status: isHere ? .here : stay == nil ? .byDay : .left,
                    isFlagged: flagged.contains(key)))
        }
        return rows
    }

    /// Those whose names the signer may not see in a list.
    private func nameless(homeId: String, _ signature: Signature) throws -> Set<RecordKey> {
        let seesAll =
            Policy.grant(signature.role, .seeNames, Relation(.ownHome, .closedOfAnother)) == .yes
        var keys: Set<RecordKey> = []
        if seesAll { return keys }
        try RawCursor.read(
            self,
            """
            SELECT personId FROM "case" WHERE homeId = ? AND voidedAt IS NULL GROUP BY personId
            HAVING NOT max(cas_Status IN ('Active', 'FollowUp')) AND NOT max(cas_CaseOwner IS ?)
            """, [homeId, signature.userId]
        ) { row in _ = keys.insert(row.key(0)) }
        return keys
    }

    private func openStays(homeId: String) throws -> [RecordKey: ListedStay] {
        var stays: [RecordKey: ListedStay] = [:]
        try RawCursor.read(
            self,
            """
            SELECT personId, id, entryDate FROM stay
            WHERE homeId = ? AND exitDate IS NULL AND voidedAt IS NULL AND state = 'CHECKED_IN'
            """, [homeId]
        ) { row in
            stays[row.key(0)] = ListedStay(
                stayId: row.text(1), entry: row.day(2) ?? 0, exit: nil)
        }
        return stays
    }

    /// The latest ended stay of everybody who has no open one.
    private func addEndedStays(
        homeId: String, to stays: inout [RecordKey: ListedStay]
    ) throws {
        try RawCursor.read(
            self,
            """
            SELECT personId, id, entryDate, exitDate FROM stay
            WHERE homeId = ? AND exitDate IS NOT NULL AND voidedAt IS NULL
            """, [homeId]
        ) { row in
            let key = row.key(0)
            let entry = row.day(2) ?? 0
            if let known = stays[key], known.exit == nil || known.entry > entry { return }
            stays[key] = ListedStay(stayId: row.text(1), entry: entry, exit: row.day(3))
        }
    }

    private func details(homeId: String) throws -> [RecordKey: ListedDetail] {
        var details: [RecordKey: ListedDetail] = [:]
        try RawCursor.read(
            self,
            """
            SELECT s.personId, r.name, b.bedNumber, s.plannedExitDate
            FROM stay s JOIN bedAssignment a ON a.stayId = s.id AND a.voidedAt IS NULL
                AND a.toNight IS NULL
              JOIN bed b ON b.id = a.bedId JOIN room r ON r.id = b.roomId
            WHERE s.homeId = ? AND s.exitDate IS NULL AND s.voidedAt IS NULL
            """, [homeId]
        ) { row in
            details[row.key(0)] = ListedDetail(
                bed: row.text(1) + "/" + row.text(2), planned: row.date(3))
        }
        return details
    }

    private func risks(homeId: String) throws -> [RecordKey: RiskLevel] {
        var risks: [RecordKey: RiskLevel] = [:]
        try RawCursor.read(
            self,
            """
            SELECT personId, riskLevel FROM "case"
            WHERE homeId = ? AND cas_Status IN ('Active', 'FollowUp') AND riskLevel IS NOT NULL
              AND voidedAt IS NULL ORDER BY registrationDate, id
            """, [homeId]
        ) { row in
            risks[row.key(0)] = RiskLevel(rawValue: row.text(1))
        }
        return risks
    }

    /// Those with an open flag, of whatever home: there are few.
    private func flagged() throws -> Set<RecordKey> {
        var keys: Set<RecordKey> = []
        try RawCursor.read(
            self, "SELECT personId FROM flag WHERE resolvedOn IS NULL AND voidedAt IS NULL", []
        ) { row in _ = keys.insert(row.key(0)) }
        return keys
    }

    private func followUpsDue(homeId: String) throws -> [RecordKey: CivilDate] {
        var dues: [RecordKey: CivilDate] = [:]
        try RawCursor.read(
            self,
            """
            SELECT personId, dueOn, callAgainOn FROM followUp
            WHERE homeId = ? AND doneOn IS NULL AND voidedAt IS NULL
            """, [homeId]
        ) { row in
            guard let due = row.date(2) ?? row.date(1) else { return }
            let key = row.key(0)
            dues[key] = dues[key].map { min($0, due) } ?? due
        }
        return dues
    }
}

extension RawCursor {
    /// A text that she gave; `nil` when she gave none.
    func told(_ column: Int32) -> String? {
        guard let text = optionalText(column) else { return nil }
        return Told(stored: .text(text))?.text
    }
}
