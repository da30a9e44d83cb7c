import GRDB

/// Somebody watched for, in the list.
public struct WatchRow: Equatable, Sendable {
    /// Who.
    public let person: WatchedPerson
    /// The code of the home that entered him; `nil` for the programme.
    public let homeCode: String?
    /// How many sightings were sent to the reader that nobody has closed.
    public let open: Int
    /// When he was seen last.
    public let lastSeen: CivilDate?
}

/// Somebody watched for, with where he was seen.
public struct WatchPage: Equatable, Sendable {
    /// Who.
    public let person: WatchedPerson
    /// The code of the home that entered him; `nil` for the programme.
    public let homeCode: String?
    /// Who lifted the watch.
    public let liftedBy: String?
    /// Where he was seen, the latest first: those sent to where the reader works.
    public let sightings: [SightingRow]
}

/// A sighting in a list: by codes.
public struct SightingRow: Equatable, Sendable {
    /// The sighting.
    public let sighting: Sighting
    /// Who was seen.
    public let watchCode: String
    /// Why he is watched for.
    public let kind: WatchKind
    /// The code of the home to whose manager it was sent; `nil` for the programme's supervisors.
    public let homeCode: String?
    /// The code of the home where it was written down; `nil` for the programme's staff.
    public let seenHomeCode: String?
}

/// A sighting with what the manager needs to act. Which home entered the watch is not in it.
public struct SightingPage: Equatable, Sendable {
    /// The sighting.
    public let row: SightingRow
    /// His names.
    public let names: [String]
    /// His phones.
    public let phones: [String]
    /// How to recognise him, what to do.
    public let recognise: String?
    /// Who wrote down what was like him; only where it was written down.
    public let worker: String?
    /// Who closed it.
    public let closedBy: String?
    /// What the home where he was seen did, for whoever watches for him elsewhere.
    public let doneWhereSeen: String?
}

extension HomesStore {
    /// Those watched for: those of the signer's home, or everybody's for who looks after every home.
    /// Those seen and not closed first, then those watched for, then those lifted.
    ///
    /// - Throws: `refused(.roleMayNot)`.
    public func watchedPersons(by signature: Signature) throws(StoreError) -> [WatchRow] {
        try noteLook(at: .watched, of: signature.homeId, by: signature)
        return try read(.seeWatched, at: signature.homeId, by: signature) { db in
            try db.watchRows(signature)
        }
    }

    /// Somebody watched for. The look is in the journal before he is shown.
    ///
    /// - Throws: `noSuchRecord` for another home's; `refused(.roleMayNot)`.
    public func watchedPerson(
        _ id: String, by signature: Signature
    ) throws(StoreError) -> WatchPage {
        try perform(.showWatched, signature) { op in
            _ = try op.db.reachableWatched(id, signature, for: .seeWatched)
            try op.journal(.show, WatchedPerson.table, id)
        }
        return try read(by: signature) { db in
            let person = try db.reachableWatched(id, signature, for: .seeWatched)
            let rows = try db.sightingRows(signature, and: "s.watchedPersonId = ?", [id])
            return WatchPage(
                person: person, homeCode: try db.homeCode(person.homeId),
                liftedBy: try db.displayName(person.liftedBy), sightings: rows)
        }
    }

    /// Sightings sent to where the signer works, those not closed first, then the latest.
    ///
    /// - Throws: `refused(.roleMayNot)`.
    public func sightings(by signature: Signature) throws(StoreError) -> [SightingRow] {
        try noteLook(at: .sightings, of: signature.homeId, by: signature)
        return try read(.seeWatched, at: signature.homeId, by: signature) { db in
            try db.sightingRows(signature)
        }
    }

    /// A sighting with what is known of whom it was like. The look is in the journal first.
    ///
    /// - Throws: `noSuchRecord` for one sent elsewhere; `refused(.roleMayNot)`.
    public func sighting(_ id: String, by signature: Signature) throws(StoreError) -> SightingPage {
        try perform(.showWatched, signature) { op in
            _ = try op.db.reachableSighting(id, signature, for: .seeWatched)
            try op.journal(.show, Sighting.table, id)
        }
        return try read(by: signature) { db in
            let sighting = try db.reachableSighting(id, signature, for: .seeWatched)
            let rows = try db.sightingRows(signature, and: "s.id = ?", [id])
            guard let row = rows.first,
                let person = try db.fetch(WatchedPerson.self, id: sighting.watchedPersonId)
            else { throw StoreError.noSuchRecord }
            let isWhereSeen = sighting.seenHomeId == sighting.homeId
            return SightingPage(
                row: row, names: person.names, phones: person.phoneTexts,
                recognise: person.recognise,
                worker: isWhereSeen ? try db.displayName(sighting.stamp.createdBy) : nil,
                closedBy: try db.displayName(sighting.closedBy),
                doneWhereSeen: isWhereSeen ? nil : try db.doneWhereSeen(sighting))
        }
    }
}

extension Database {
    /// Whether the signer sees what belongs to other homes.
    private func seesEveryHome(_ signature: Signature) -> Bool {
        Policy.grant(signature.role, .seeWatched, Relation(.otherHome)) == .yes
    }

    fileprivate func watchRows(_ signature: Signature) throws -> [WatchRow] {
        let all = seesEveryHome(signature)
        let people = try fetchValid(
            WatchedPerson.self, "?1 OR homeId IS ?2", [all, signature.homeId], order: "watchCode")
        let rows = try sightingRows(signature)
        let seen = Dictionary(grouping: rows, by: \.sighting.watchedPersonId)
        let codes = try homeCodes()
        return people.map { person in
            let sightings = (seen[person.id] ?? []).map(\.sighting)
            return WatchRow(
                person: person, homeCode: person.homeId.flatMap { codes[$0] },
                open: sightings.count { $0.closedOn == nil },
                lastSeen: sightings.map(\.seenOn).max())
        }.sorted { ($0.rank, $0.person.watchCode) < ($1.rank, $1.person.watchCode) }
    }

    /// Sightings that were sent to where the signer works, or to anybody for who sees every home.
    fileprivate func sightingRows(
        _ signature: Signature, and condition: String = "1",
        _ arguments: StatementArguments = []
    ) throws -> [SightingRow] {
        let all = seesEveryHome(signature)
        let rows = try fetchSightings(
            "(? OR s.homeId IS ?) AND \(condition)", [all, signature.homeId] + arguments)
        return rows.sorted { left, right in
            let (a, b) = (left.sighting, right.sighting)
            if (a.closedOn == nil) != (b.closedOn == nil) { return a.closedOn == nil }
            return (a.stamp.createdAt, a.id) > (b.stamp.createdAt, b.id)
        }
    }

    private func fetchSightings(
        _ condition: String, _ arguments: StatementArguments
    ) throws -> [SightingRow] {
        let ids = try String.fetchAll(
            cachedStatement(sql: "SELECT s.id FROM sighting s WHERE \(condition)"),
            arguments: arguments)
        let codes = try homeCodes()
        return try ids.compactMap { id in
            guard let sighting = try fetch(Sighting.self, id: id),
                let person = try fetch(WatchedPerson.self, id: sighting.watchedPersonId)
            else { return nil }
            return SightingRow(
                sighting: sighting, watchCode: person.watchCode, kind: person.kind,
                homeCode: sighting.homeId.flatMap { codes[$0] },
                seenHomeCode: sighting.seenHomeId.flatMap { codes[$0] })
        }
    }

    /// The open sightings that a home's manager has to close; none for whoever may not.
    func sightingsToClose(homeId: String, by signature: Signature) throws -> [SightingRow] {
        guard Policy.grant(signature.role, .closeSighting, signature.relation(to: homeId)) == .yes
        else { return [] }
        return try sightingRows(signature, and: "s.closedOn IS NULL")
    }

    /// What the home where he was seen wrote down about the same sighting.
    fileprivate func doneWhereSeen(_ sighting: Sighting) throws -> String? {
        try String.fetchOne(
            cachedStatement(
                sql: """
                    SELECT whatWasDone FROM sighting WHERE watchedPersonId = ? AND createdAt = ?
                      AND place = ? AND seenHomeId IS ? AND homeId IS seenHomeId
                    """),
            arguments: [
                sighting.watchedPersonId, sighting.stamp.createdAt.iso, sighting.place.rawValue,
                sighting.seenHomeId,
            ]) ?? nil
    }

    private func homeCodes() throws -> [String: String] {
        let rows = try Row.fetchAll(
            cachedStatement(sql: "SELECT id, homeCode FROM home"))
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    fileprivate func homeCode(_ id: String?) throws -> String? {
        try id.flatMap { try fetch(Home.self, id: $0)?.homeCode }
    }

    fileprivate func displayName(_ userId: String?) throws -> String? {
        try userId.flatMap { try fetch(User.self, id: $0)?.displayName }
    }
}

extension WatchRow {
    /// Those to act on first, those lifted last.
    fileprivate var rank: Int { open > 0 ? 0 : person.liftedOn == nil ? 1 : 2 }
}
