import GRDB

extension DemoProgramme {
    /// Fills an empty file.
    ///
    /// Waiting for the disk is switched off meanwhile: a half-made demonstration is thrown away.
    ///
    /// - Throws: `refused(.duplicateValue)` when the file has a programme; what the store throws.
    public func make(in store: HomesStore) throws(StoreError) {
        let isEmpty = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM programme") == 0
        }
        guard isEmpty else { throw .refused(.duplicateValue) }
        try HomesStore.translating(during: OperationName.makeDemonstration.rawValue) {
            try store.queue.inDatabase { db in
                try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -160000")
                defer {
                    try? db.execute(
                        sql: """
                            PRAGMA synchronous = EXTRA; PRAGMA cache_size = -8000;
                            PRAGMA shrink_memory
                            """)
                }
                try fill(db)
            }
        }
    }

    private func fill(_ db: Database) throws {
        let registry = DemoRegistry()
        let shares = shares(of: registry.sites)
        var staff: DemoStaff?
        try db.inTransaction {
            let writer = DemoWriter(db: db, random: SplitMix64(seed: seed, part: -1))
            staff = try DemoStaff(self, registry, writer)
            try writer.writeJournal("PROGRAMME")
            return .commit
        }
        guard let staff else { return }
        for (index, site) in staff.sites.enumerated() {
            try db.inTransaction {
                let random = SplitMix64(seed: seed, part: index)
                let writer = DemoWriter(
                    db: db, random: SplitMix64(seed: seed, part: index + 10_000))
                let maker = DemoHomeMaker(
                    writer: writer, setting: staff.setting, site: site, random: random)
                try people(of: site, share: shares[index], index: index, maker)
                return .commit
            }
        }
    }
}
