import GRDB

extension DemoProgramme {
    /// Fills an empty file.
    ///
    /// Neither the disk is waited for nor a way back kept meanwhile, and indexes that no trigger
    /// needs are built at the end: a half-made demonstration is to be thrown away.
    ///
    /// - Throws: `refused(.duplicateValue)` when the file has a programme; what the store throws.
    public func make(in store: HomesStore) throws(StoreError) {
        let isEmpty = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM programme") == 0
        }
        guard isEmpty else { throw .refused(.duplicateValue) }
        try HomesStore.translating(during: OperationName.makeDemonstration.rawValue) {
            try store.queue.inDatabase { db in
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
                        PRAGMA cache_size = -8000; PRAGMA shrink_memory
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
