import GRDB
import Testing

@testable import HomesCore

/// What the schema refuses whoever writes: direct statements, past every operation.
@Suite struct SchemaGuardTests {
    let house: HouseFixture
    let mother: Admission
    let stranger: Admission

    init() throws {
        house = try HouseFixture()
        mother = try house.admit(from: "2007-03-01")
        stranger = try house.admit("李丽", from: "2007-03-01", bed: 1)
    }

    /// What the schema says to a statement; `nil` when it lets it pass.
    private func answer(_ sql: String) -> String? {
        do {
            try house.store.queue.inDatabase { db in
                try db.inTransaction {
                    try db.execute(sql: sql)
                    return .commit
                }
            }
            return nil
        } catch {
            return (error as? DatabaseError)?.message ?? "\(error)"
        }
    }

    private func admitChild(in bed: Int = 0) throws -> Admission {
        var intake = house.intake("小红", from: HouseFixture.day("2007-03-02"), bed: house.beds[bed])
        intake.stay.motherStayId = try house.stay(mother).id
        return try house.store.admit(intake, by: house.worker)
    }

    // MARK: In her mother's bed

    @Test func `a stranger is in nobody's bed as her child`() throws {
        let hers = try #require(stranger.assignment)
        #expect(
            answer("UPDATE bedAssignment SET withMother = 1 WHERE id = '\(hers.id)'")
                == "homes:motherNotHere")
        #expect(
            answer(
                """
                UPDATE bedAssignment SET withMother = 1, bedId = '\(house.beds[0].id)'
                WHERE id = '\(hers.id)'
                """) == "homes:motherNotHere")
        // Not even when her stay says so of a mother who sleeps elsewhere.
        #expect(
            answer(
                """
                UPDATE stay SET motherStayId = '\(try house.stay(mother).id)'
                  WHERE id = '\(try house.stay(stranger).id)';
                UPDATE bedAssignment SET withMother = 1 WHERE id = '\(hers.id)'
                """) == "homes:motherNotHere")
    }

    @Test func `a child's nights in the bed are her mother's, at both ends`() throws {
        let child = try admitChild()
        let part = try #require(child.assignment)
        #expect(part.withMother)
        let hers = try #require(mother.assignment)
        for sql in [
            "UPDATE bedAssignment SET toNight = '2007-03-04' WHERE id = '\(hers.id)'",
            "UPDATE bedAssignment SET bedId = '\(house.beds[2].id)' WHERE id = '\(hers.id)'",
            "UPDATE bedAssignment SET voidedAt = updatedAt WHERE id = '\(hers.id)'",
            "UPDATE bedAssignment SET withMother = 1 WHERE id = '\(hers.id)'",
        ] {
            let said = answer(sql)
            #expect(
                said == "homes:childInHerBed" || said == "homes:motherNotHere",
                "\(sql): \(String(describing: said))")
        }
        #expect(
            answer("UPDATE bedAssignment SET fromNight = '2007-02-01' WHERE id = '\(part.id)'")
                != nil)
        #expect(
            answer("UPDATE stay SET motherStayId = NULL WHERE id = '\(try house.stay(child).id)'")
                == "homes:motherNotHere")
        #expect(try house.store.check().isEmpty)
    }

    @Test func `a child does not stay in the bed after her mother, by correcting her exit`() throws
    {
        let child = try admitChild()
        let day = HouseFixture.day
        try house.store.exit(
            stayId: try house.stay(mother).id, Departure(date: day("2007-03-04")),
            children: [try house.stay(child).id], by: house.worker)
        #expect(throws: StoreError.refused(.motherNotHere)) {
            try house.store.correctExit(
                stayId: try house.stay(child).id, Departure(date: day("2007-03-05")),
                by: house.worker)
        }
        #expect(try house.store.check().isEmpty)
    }

    // MARK: Voiding what is in use

    @Test func `nothing that a stay stands on is voided under it`() throws {
        let stay = try house.stay(mother)
        let stamp = "voidedAt = updatedAt, voidedBy = updatedBy, voidReason = 'x'"
        for (table, id) in [
            ("person", stay.personId), ("case", stay.caseId), ("home", stay.homeId),
            ("room", house.room.id), ("bed", house.beds[0].id), ("stay", stay.id),
        ] {
            #expect(
                answer("UPDATE \"\(table)\" SET \(stamp) WHERE id = '\(id)'")
                    == "homes:stillInUse", "\(table)")
        }
        #expect(answer("UPDATE bed SET \(stamp) WHERE id = '\(house.beds[3].id)'") == nil)
        #expect(try house.store.check().isEmpty)
    }

    @Test func `nothing new stands on what is void`() throws {
        let stamp = "voidedAt = updatedAt, voidedBy = updatedBy, voidReason = 'x'"
        #expect(answer("UPDATE bed SET \(stamp) WHERE id = '\(house.beds[3].id)'") == nil)
        #expect(throws: StoreError.self) { try house.admit("张红", bed: 3) }
        #expect(
            answer(
                """
                UPDATE bedAssignment SET bedId = '\(house.beds[3].id)'
                WHERE id = '\(try #require(mother.assignment).id)'
                """) == "homes:stillInUse")
    }

    @Test func `only records that staff may void are voided one by one`() throws {
        let assignment = try #require(mother.assignment)
        for (table, id, signature) in [
            (BedAssignment.table, assignment.id, house.worker),
            (Programme.table, try house.store.programme().id, house.admin),
            (User.table, house.worker.userId, house.admin),
        ] {
            #expect(throws: StoreError.noSuchRecord, "\(table)") {
                try house.store.void(table: table, id: id, reason: "twice", by: signature)
            }
        }
        #expect(throws: StoreError.self) {
            try house.store.void(
                table: Home.table, id: house.home.id, reason: "twice", by: house.admin)
        }
        #expect(try house.store.check().isEmpty)
    }

    // MARK: Nights without a bed

    @Test func `no statement leaves a night without a bed`() throws {
        let stay = try house.stay(mother)
        let part = try #require(mother.assignment)
        for sql in [
            "UPDATE bedAssignment SET voidedAt = updatedAt WHERE id = '\(part.id)'",
            "UPDATE bedAssignment SET toNight = '2007-03-03' WHERE id = '\(part.id)'",
            "UPDATE bedAssignment SET fromNight = '2007-03-02' WHERE id = '\(part.id)'",
            "UPDATE stay SET entryDate = '2007-02-25' WHERE id = '\(stay.id)'",
            """
            UPDATE bedAssignment SET toNight = '2007-03-03' WHERE id = '\(part.id)';
            UPDATE stay SET exitDate = '2007-03-03', state = 'CHECKED_OUT' WHERE id = '\(stay.id)';
            UPDATE stay SET exitDate = '2007-03-05' WHERE id = '\(stay.id)'
            """,
        ] {
            #expect(answer(sql) != nil, "\(sql)")
        }
        // In one transaction both may change, in any order.
        #expect(
            answer(
                """
                UPDATE stay SET entryDate = '2007-02-25' WHERE id = '\(stay.id)';
                UPDATE bedAssignment SET fromNight = '2007-02-25' WHERE id = '\(part.id)'
                """) == nil)
        #expect(try house.store.check().isEmpty)
    }

    @Test func `an operation that left a night without a bed is refused in words`() throws {
        let part = try #require(mother.assignment)
        #expect(throws: StoreError.refused(.nightWithoutBed)) {
            try house.store.perform(.moveBed, house.worker) { op in
                var record = try op.db.existing(BedAssignment.self, part.id)
                record.toNight = HouseFixture.day("2007-03-03")
                try op.update(record, about: nil)
            }
        }
        #expect(try house.store.check().isEmpty)
    }
}
