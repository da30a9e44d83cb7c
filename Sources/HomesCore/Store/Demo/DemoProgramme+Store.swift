import GRDB

extension DemoProgramme {
    /// Makes the invented programme in its folder, with passwords for those of its users who play
    /// a part in the demonstration; the others have none yet.
    ///
    /// - Throws: as `HomesStore.make`.
    public func make(in store: HomesStore) throws(StoreError) {
        let accounts = DemoProgramme.accounts
        let first = DemoProgramme.userName(for: .admin)
        _ = try store.make(
            userName: first, password: accounts.first { $0.userName == first }?.password ?? ""
        ) { maker throws(StoreError) in
            try fill(maker)
            let ids = Dictionary(
                try maker.users().map { ($0.userName, $0.id) },
                uniquingKeysWith: { first, _ in first })
            for account in accounts where account.userName != first {
                guard let id = ids[account.userName] else { continue }
                try maker.give(account.password, toUser: id)
            }
            guard let id = ids[first] else { throw StoreError.noProgramme }
            return id
        }
    }

    /// Fills an empty file.
    ///
    /// Neither the disk is waited for nor a way back kept meanwhile, and indexes that no trigger
    /// needs are built at the end: a half-made demonstration is to be thrown away.
    ///
    /// - Throws: `refused(.duplicateValue)` when the file has a programme; what the store throws.
    package func fill(_ store: HomesStore) throws(StoreError) {
        let isEmpty = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM programme") == 0
        }
        guard isEmpty else { throw .refused(.duplicateValue) }
        let queue = try store.openQueue()
        try store.translating(during: OperationName.makeDemonstration.rawValue) {
            try queue.inDatabase { db in
                try db.execute(
                    sql: """
                        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
                        PRAGMA cache_size = -160000
                        """)
                try db.inTransaction {
                    let later = try takeIndexes(db)
                    try fill(db)
                    for sql in later { try db.execute(sql: sql) }
                    return .commit
                }
                try db.execute(
                    sql: """
                        PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;
                        PRAGMA cache_size = -\(HomesStore.cacheKibibytes); PRAGMA shrink_memory
                        """)
            }
        }
    }

    /// Drops the indexes that neither uniqueness nor a trigger needs; how to make them again.
    private func takeIndexes(_ db: Database) throws -> [String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT name, sql FROM sqlite_schema
                WHERE type = 'index' AND sql LIKE 'CREATE INDEX%' AND name NOT IN
                  ('stayByPerson', 'bedAssignmentByStay', 'bedAssignmentByBed',
                   'bedStatusPeriodByBed', 'placementByPerson', 'auditPurges')
                ORDER BY rowid
                """)
        for row in rows { try db.execute(sql: "DROP INDEX \"\(row["name"] as String)\"") }
        return rows.map { $0["sql"] }
    }

    private func fill(_ db: Database) throws {
        let registry = DemoRegistry()
        let shares = shares(of: registry.sites)
        let writer = DemoWriter(
            db: db, random: SplitMix64(seed: seed, part: -1), isSparse: isSparse)
        let staff = try DemoStaff(self, registry, writer)
        try writer.writeJournal("PROGRAMME")
        for (index, site) in staff.sites.enumerated() {
            let writer = DemoWriter(
                db: db, random: SplitMix64(seed: seed, part: index + 10_000), isSparse: isSparse)
            let maker = DemoHomeMaker(
                writer: writer, setting: staff.setting, site: site,
                random: SplitMix64(seed: seed, part: index))
            try people(of: site, share: shares[index], index: index, maker)
        }
    }
}
