import GRDB
import Testing

@testable import HomesCore

/// Each rule is broken by a direct write, the triggers gone, and is found; nothing else is.
@Suite struct CheckTests {
    @Test func `a file made by the operations breaks no rule`() throws {
        let house = try CheckFixture.house()
        #expect(try house.store.check().isEmpty)
        #expect(CheckFinding.rules.count == CheckTests.allBreaks.count + 1)
        #expect(Set(CheckFinding.rules.map(\.id)).count == CheckFinding.rules.count)
    }

    @Test func `a trigger that was replaced by one that refuses nothing is found`() throws {
        let house = try CheckFixture.house()
        try house.store.queue.inDatabase { db in
            try db.execute(
                sql: """
                    DROP TRIGGER auditIsNeverCut;
                    CREATE TRIGGER auditIsNeverCut BEFORE DELETE ON audit BEGIN SELECT 1; END;
                    """)
        }
        #expect(try house.store.check().map(\.detail) == ["auditIsNeverCut"])
    }

    @Test func `a file of no programme is said to have none`() throws {
        let store = try HomesStore.throwaway()
        #expect(try store.check().map(\.rule.id) == ["oneProgramme"])
    }

    /// What breaks each rule.
    static let breaks: [(rule: String, sql: String)] = [
        ("integrity", "UPDATE home SET hostType = 'X' WHERE homeCode = 'GD-002'"),
        ("references", "UPDATE room SET homeId = '\(CheckFixture.nobody)' WHERE name = 'spare'"),
        ("codes", "UPDATE person SET prs_Gender = 'X' WHERE personCode = 'AH014-0001'"),
        ("counties", "UPDATE home SET countyCode = '349999' WHERE homeCode = 'AH-015'"),
        ("searchKeys", "UPDATE person SET nameZh = '李' WHERE personCode = 'AH014-0001'"),
        (
            "tiling",
            "UPDATE bedAssignment SET fromNight = '2007-03-02' WHERE stayId = :first"
        ),
        ("stayOrder", "UPDATE stay SET state = 'CHECKED_OUT' WHERE id = :first"),
        (
            "stayFuture",
            """
            UPDATE stay SET entryDate = '2007-03-06' WHERE id = :second;
            UPDATE bedAssignment SET fromNight = '2007-03-06' WHERE stayId = :second
            """
        ),
        (
            "stayOverlap",
            """
            UPDATE "case" SET personId = (SELECT personId FROM stay WHERE id = :first)
              WHERE id = (SELECT caseId FROM stay WHERE id = :second);
            UPDATE stay SET personId = (SELECT personId FROM stay WHERE id = :first)
              WHERE id = :second
            """
        ),
        (
            "stayOperation",
            "UPDATE home SET operatingStartDate = '2007-03-02' WHERE homeCode = 'AH-014'"
        ),
        (
            "stayOfCase",
            """
            UPDATE "case" SET personId = (SELECT personId FROM stay WHERE id = :second)
              WHERE id = (SELECT caseId FROM stay WHERE id = :first)
            """
        ),
        (
            "stayInUse",
            """
            UPDATE "case" SET voidedAt = '2007-03-05T00:00:00.000Z' WHERE id =
              (SELECT caseId FROM stay WHERE id = :first)
            """
        ),
        ("motherHere", "UPDATE bedAssignment SET withMother = 1 WHERE stayId = :second"),
        (
            "bedOnce",
            """
            UPDATE bedAssignment SET bedId =
              (SELECT bedId FROM bedAssignment WHERE stayId = :first) WHERE stayId = :second
            """
        ),
        (
            "bedInventory",
            """
            UPDATE bed SET inventoryEndDate = '2007-03-05' WHERE id =
              (SELECT bedId FROM bedAssignment WHERE stayId = :first)
            """
        ),
        (
            "bedInUse",
            """
            UPDATE bed SET voidedAt = '2007-03-05T00:00:00.000Z' WHERE id =
              (SELECT bedId FROM bedAssignment WHERE stayId = :first)
            """
        ),
        (
            "bedService",
            """
            UPDATE bedStatusPeriod SET status = 'CLOSED', bedId =
              (SELECT bedId FROM bedAssignment WHERE stayId = :first)
              WHERE id NOT IN (SELECT holdId FROM reservation)
            """
        ),
        (
            "bedStatusOnce",
            """
            INSERT INTO bedStatusPeriod (id, createdAt, createdBy, updatedAt, updatedBy, bedId,
              fromNight, status) SELECT '\(CheckFixture.nobody)', createdAt, createdBy, updatedAt,
              updatedBy, bedId, fromNight, 'CLOSED' FROM bedStatusPeriod
              WHERE id NOT IN (SELECT holdId FROM reservation)
            """
        ),
        (
            "bedHome",
            """
            UPDATE room SET homeId = (SELECT id FROM home WHERE homeCode = 'GD-002'),
              name = 'other' WHERE id = (SELECT roomId FROM bed WHERE id =
              (SELECT bedId FROM bedAssignment WHERE stayId = :first))
            """
        ),
        (
            "dropInBeds",
            "UPDATE home SET serviceMode = 'DROP_IN' WHERE homeCode = 'GD-002'"
        ),
        (
            "reservationBed",
            "UPDATE bedStatusPeriod SET status = 'CLOSED' WHERE id = (SELECT holdId FROM reservation)"
        ),
        ("absenceStay", "UPDATE absence SET fromDay = '2007-02-27'"),
        (
            "absenceOnce",
            """
            INSERT INTO absence (id, createdAt, createdBy, updatedAt, updatedBy, stayId, fromDay,
              reason) SELECT '\(CheckFixture.nobody)', createdAt, createdBy, updatedAt,
              updatedBy, stayId, '2007-03-03', 'WORK' FROM absence
            """
        ),
        ("papersAtHerWish", "UPDATE belonging SET atHerWish = '0'"),
        ("placementFollowUps", "DELETE FROM followUp WHERE dayOffset = 180"),
        ("exitFollowUps", "DELETE FROM followUp WHERE stayId IS NOT NULL AND dayOffset = 90"),
        (
            "followUpPerson",
            """
            UPDATE followUp SET personId = (SELECT personId FROM stay WHERE id = :first)
            WHERE stayId IS NOT NULL
            """
        ),
        (
            "planOfCase",
            """
            UPDATE "case" SET personId = (SELECT personId FROM stay WHERE id = :second)
              WHERE id = (SELECT caseId FROM migrationPlan)
            """
        ),
        (
            "checkInDay",
            "UPDATE followUp SET dueOn = '2007-03-19' WHERE migrationPlanId IS NOT NULL"
        ),
        ("planCheckIns", "UPDATE migrationPlan SET checkInDays = '1 3 7 9'"),
        ("placementLaw", "UPDATE offerCheck SET verdict = 'FAIL' WHERE ruleCode = 'L7'"),
        ("placementOverride", "UPDATE offerCheck SET verdict = 'FAIL' WHERE ruleCode = 'L10'"),
        (
            "oneProgramme",
            """
            INSERT INTO programme (id, createdAt, createdBy, updatedAt, updatedBy, nameEn, nameZh,
              utcOffsetMinutes, dateOrder, isInvented) SELECT '\(CheckFixture.nobody)', createdAt,
              createdBy, updatedAt, updatedBy, nameEn, nameZh, 480, dateOrder, 0 FROM programme
            """
        ),
        ("referralConsent", "UPDATE referral SET toOrganisation = '区法院'"),
        (
            "sharingEnded",
            "UPDATE consent SET withdrawnOn = '2007-03-05' WHERE purpose = 'SHARE_WITH'"
        ),
        (
            "fileTogether",
            """
            UPDATE "case" SET homeId = (SELECT id FROM home WHERE homeCode = 'GD-002')
              WHERE id = (SELECT caseId FROM stay WHERE id = :first)
            """
        ),
        (
            "callsTogether",
            """
            UPDATE followUp SET homeId = (SELECT id FROM home WHERE homeCode = 'GD-002')
              WHERE dayOffset = 3
            """
        ),
        (
            "movedByTransfer",
            """
            UPDATE person SET homeId = (SELECT id FROM home WHERE homeCode = 'GD-002')
              WHERE id = (SELECT personId FROM stay WHERE id = :first)
            """
        ),
        ("journalGaps", "DELETE FROM audit WHERE journal = 'AH-014' AND seq = 2"),
        ("personKeys", "DELETE FROM personKey"),
        (
            "journalRecords",
            """
            DELETE FROM followUpIndicator; DELETE FROM riskItem
            """
        ),
    ]

    /// Those of the other parts of the work beside them.
    private static let allBreaks = breaks + caseworkBreaks + fileBreaks + watchBreaks

    @Test(arguments: allBreaks.map(\.rule))
    func `a broken rule is found`(_ rule: String) throws {
        let house = try CheckFixture.house()
        let sql = try #require(CheckTests.allBreaks.first { $0.rule == rule }).sql
        try CheckFixture.write(sql, to: house)
        // The triggers are gone in every case; that is the schema rule's own finding.
        let findings = try house.store.check().filter { $0.rule.id != "schema" }
        let found = Set(findings.map(\.rule.id))
        #expect(found.contains(rule))
        let others = found.subtracting([rule]).subtracting(CheckFixture.alsoBroken[rule] ?? [])
        #expect(others.isEmpty, "\(rule) also finds \(others)")
        for finding in findings {
            #expect(!finding.phrase.english.isEmpty && !finding.phrase.chinese.isEmpty)
            #expect(!"\(finding.phrase)".contains("王小明"))
        }
    }

    @Test func `a trigger that was taken away is found`() throws {
        let house = try CheckFixture.house()
        try house.store.read { try $0.execute(sql: "DROP TRIGGER auditIsNeverCut") }
        let findings = try house.store.check()
        #expect(findings.map(\.rule.id) == ["schema"])
        #expect(findings[0].detail == "auditIsNeverCut")
    }

    @Test func `findings are limited`() throws {
        let house = try CheckFixture.house()
        try CheckFixture.write("UPDATE person SET searchKey = ''", to: house)
        let all = try house.store.check().filter { $0.rule.id == "searchKeys" }
        #expect(all.count == 3)
        #expect(
            try house.store.check(limit: 2).filter { $0.rule.id == "searchKeys" }.count == 2)
    }
}

/// A file with a record for every rule.
private enum CheckFixture {
    static let nobody = "00000000-0000-7000-8000-00000000dead"

    /// What cannot be broken alone: another rule is broken with it.
    static let alsoBroken: [String: Set<String>] = [
        "integrity": ["codes"],
        "codes": ["integrity"],
        "stayOrder": ["integrity", "exitFollowUps"],
        "papersAtHerWish": ["integrity"],
        "bedHome": ["reservationBed"],
        "stayFuture": ["integrity"],
        "placementFollowUps": ["journalRecords"],
        "exitFollowUps": ["journalRecords"],
        "planOfCase": ["stayOfCase"],
        "movedByTransfer": ["fileTogether"],
        "mergedEmpty": ["stayInUse"],
        "mergedVoid": ["integrity", "mergedEmpty"],
        "purgedEmpty": ["tombstones"],
        "tombstones": ["purgedEmpty"],
    ]

    static func house() throws -> HouseFixture {
        let house = try HouseFixture()
        var spare = Room()
        spare.homeId = house.other.id
        spare.name = "spare"
        try house.store.addRoom(spare, by: house.admin)
        var intake = house.intake(from: HouseFixture.day("2007-03-01"), bed: house.beds[0])
        intake.risk = RiskAssessment()
        intake.riskItems = [RiskItem()]
        let first = try house.store.admit(intake, by: house.worker)
        try house.agree(first.person.id, to: .shareWith, with: "法律援助中心")
        try house.refer(first.person.id, to: "法律援助中心")
        try house.admit("李丽", from: "2007-03-04", bed: 1)
        let left = try house.admit("张红", from: "2007-02-01", bed: 2)
        try house.store.exit(
            stayId: try house.stay(left).id, Departure(date: HouseFixture.day("2007-02-03")),
            by: house.worker)
        try house.store.holdBed(house.beds[3].id, from: house.today, by: house.worker)
        try arrivals(house)
        try place(left.person, house)
        var plan = MigrationPlan()
        plan.caseId = left.case.id
        plan.travelDate = HouseFixture.day("2007-03-05")
        plan.checkInDays = "1 3 7"
        try house.store.planMigration(plan, by: house.worker)
        try house.addCasework(about: left.person)
        try house.seeSomebodyWatched()
        return house
    }

    /// Somebody expected, somebody out, something kept.
    private static func arrivals(_ house: HouseFixture) throws {
        var reservation = Reservation()
        reservation.codeWord = "red umbrella"
        reservation.forNight = house.today
        reservation.bedId = house.beds[2].id
        reservation.expiresAt = Reservation.defaultExpiry(
            forNight: house.today, offsetMinutes: 480)
        try house.store.reserve(reservation, by: house.worker)
        let stays = try house.store.read { db in
            try db.fetchValid(Stay.self, "exitDate IS NULL", order: "entryDate")
        }
        var absence = Absence()
        absence.stayId = stays[0].id
        absence.fromDay = HouseFixture.day("2007-03-03")
        try house.store.recordAbsence(absence, by: house.worker)
        try house.store.takeBelongings(
            Belonging.items(in: "ID card", kind: .document), ofStay: stays[0].id,
            by: house.worker)
    }

    /// A placement as the store's own operation leaves it, whatever the law of the day says.
    private static func place(_ person: Person, _ house: HouseFixture) throws {
        try house.store.perform(.startPlacement, house.worker) { op in
            var employer = Employer()
            employer.org_Name = "厂"
            employer = try op.insert(employer, about: nil)
            var offer = JobOffer()
            offer.employerId = employer.id
            offer.offeredOn = house.today
            offer.occupation = "缝纫"
            offer = try op.insert(offer, about: nil)
            var placement = Placement()
            placement.personId = person.id
            placement.homeId = house.home.id
            placement.offerId = offer.id
            placement.startDate = house.today
            placement = try op.insert(placement, about: nil)
            for code in ["L7", "L10"] {
                var check = OfferCheck()
                check.placementId = placement.id
                check.offerId = offer.id
                check.ruleCode = code
                check.verdict = .pass
                check.article = code
                check.effectiveFrom = house.today
                check.checkedOn = house.today
                try op.insert(check, about: nil)
            }
            for due in FollowUpSchedule.due(afterPlacementStart: house.today) {
                var followUp = FollowUp()
                followUp.personId = person.id
                followUp.homeId = house.home.id
                followUp.placementId = placement.id
                followUp.dayOffset = due.dayOffset
                followUp.dueOn = due.dueOn
                try op.insert(followUp, about: nil)
            }
        }
    }

    /// Writes past every trigger, check and foreign key.
    static func write(_ sql: String, to house: HouseFixture) throws {
        try house.store.read { db in
            for name in try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            {
                try db.execute(sql: "DROP TRIGGER \"\(name)\"")
            }
            try db.execute(
                sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            let stays = try String.fetchAll(
                db, sql: "SELECT id FROM stay WHERE exitDate IS NULL ORDER BY entryDate")
            for statement in sql.split(separator: ";") {
                var arguments: StatementArguments = [:]
                if statement.contains(":first") { arguments += ["first": stays[0]] }
                if statement.contains(":second") { arguments += ["second": stays[1]] }
                try db.execute(sql: String(statement), arguments: arguments)
            }
            try db.execute(sql: "PRAGMA ignore_check_constraints = OFF")
        }
    }
}
