/// The first schema's invariants that one row cannot see (DATA.md, "Invariants"). Each refusal is
/// `homes:` and the name of a `Refusal`, which words it.
///
/// Two ranges of nights [a, b) and [c, d) meet when a < d and c < b; an open end is written
/// as '9999-12-31'. An empty range (in and out on one day) holds no night and meets no bed.
let schema01Triggers = """
    \(onWrite("stayOverlap", "stay", """
        EXISTS (SELECT 1 FROM stay o
          WHERE o.personId = NEW.personId AND o.id <> NEW.id AND o.voidedAt IS NULL
            AND NEW.entryDate < coalesce(o.exitDate, '9999-12-31')
            AND o.entryDate < coalesce(NEW.exitDate, '9999-12-31'))
        """))
    \(onWrite("stayInFuture", "stay", """
        (NEW.exitDate > \(localToday01) OR (NEW.state <> 'PLANNED' AND NEW.entryDate > \(localToday01)))
        """))
    \(onWrite("stayOutsideOperation", "stay", """
        EXISTS (SELECT 1 FROM home h WHERE h.id = NEW.homeId
          AND (NEW.entryDate < h.operatingStartDate
            OR NEW.entryDate >= coalesce(h.operatingEndDate, '9999-12-31')
            OR NEW.exitDate > coalesce(h.operatingEndDate, '9999-12-31')))
        """))
    \(onWrite("stayOfAnotherPerson", "stay", """
        NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.personId = NEW.personId)
        """))
    CREATE TRIGGER stayExitLeavesNoGap BEFORE UPDATE OF exitDate ON stay
    WHEN NEW.exitDate IS NOT NULL AND NEW.voidedAt IS NULL
      AND (OLD.exitDate IS NULL OR NEW.exitDate < OLD.exitDate) AND NEW.exitDate IS NOT
      (SELECT max(coalesce(a.toNight, '9999-12-31')) FROM bedAssignment a
        WHERE a.stayId = NEW.id AND a.voidedAt IS NULL)
    BEGIN SELECT RAISE(ABORT, 'homes:nightWithoutBed'); END;

    \(onWrite("bedTaken", "bedAssignment", """
        NEW.withMother = 0 AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
        AND EXISTS (SELECT 1 FROM bedAssignment o
          WHERE o.bedId = NEW.bedId AND o.id <> NEW.id AND o.voidedAt IS NULL AND o.withMother = 0
            AND o.fromNight < coalesce(o.toNight, '9999-12-31')
            AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
            AND o.fromNight < coalesce(NEW.toNight, '9999-12-31'))
        """))
    \(onWrite("twoBedsAtOnce", "bedAssignment", """
        EXISTS (SELECT 1 FROM bedAssignment o
          WHERE o.stayId = NEW.stayId AND o.id <> NEW.id AND o.voidedAt IS NULL
            AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
            AND o.fromNight < coalesce(NEW.toNight, '9999-12-31'))
        """))
    \(onWrite("bedOutsideInventory", "bedAssignment", """
        EXISTS (SELECT 1 FROM bed b WHERE b.id = NEW.bedId
          AND (NEW.fromNight < b.inventoryStartDate
            OR coalesce(NEW.toNight, '9999-12-31') > coalesce(b.inventoryEndDate, '9999-12-31')
            OR (NEW.fromNight >= b.inventoryEndDate)))
        """))
    \(onWrite("bedOutOfService", "bedAssignment", """
        NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
        AND EXISTS (SELECT 1 FROM bedStatusPeriod p
          WHERE p.bedId = NEW.bedId AND p.voidedAt IS NULL AND p.status <> 'HELD'
            AND p.fromNight < coalesce(p.toNight, '9999-12-31')
            AND NEW.fromNight < coalesce(p.toNight, '9999-12-31')
            AND p.fromNight < coalesce(NEW.toNight, '9999-12-31'))
        """))
    \(onWrite("bedOfAnotherHome", "bedAssignment", """
        NOT EXISTS (SELECT 1 FROM stay s JOIN bed b ON b.id = NEW.bedId JOIN room r ON r.id = b.roomId
          WHERE s.id = NEW.stayId AND s.homeId = r.homeId)
        """))
    \(onWrite("bedOutsideStay", "bedAssignment", """
        EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId
          AND (NEW.fromNight < s.entryDate
            OR (s.exitDate IS NOT NULL
              AND coalesce(NEW.toNight, '9999-12-31') > s.exitDate)))
        """))
    CREATE TRIGGER bedAssignmentLeavesNoGap BEFORE INSERT ON bedAssignment
    WHEN NEW.voidedAt IS NULL AND NEW.fromNight IS NOT
      coalesce(
        (SELECT max(coalesce(a.toNight, '9999-12-31')) FROM bedAssignment a
          WHERE a.stayId = NEW.stayId AND a.voidedAt IS NULL),
        (SELECT s.entryDate FROM stay s WHERE s.id = NEW.stayId))
    BEGIN SELECT RAISE(ABORT, 'homes:nightWithoutBed'); END;

    \(onWrite("bedNotEmpty", "bedStatusPeriod", """
        NEW.status <> 'HELD' AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
        AND EXISTS (SELECT 1 FROM bedAssignment a
          WHERE a.bedId = NEW.bedId AND a.voidedAt IS NULL
            AND a.fromNight < coalesce(a.toNight, '9999-12-31')
            AND NEW.fromNight < coalesce(a.toNight, '9999-12-31')
            AND a.fromNight < coalesce(NEW.toNight, '9999-12-31'))
        """))
    \(onWrite("bedStatusOverlap", "bedStatusPeriod", """
        NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
        AND EXISTS (SELECT 1 FROM bedStatusPeriod o
          WHERE o.bedId = NEW.bedId AND o.id <> NEW.id AND o.voidedAt IS NULL
            AND o.fromNight < coalesce(o.toNight, '9999-12-31')
            AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
            AND o.fromNight < coalesce(NEW.toNight, '9999-12-31'))
        """))
    CREATE TRIGGER bedInventoryHoldsItsNights
    BEFORE UPDATE OF inventoryStartDate, inventoryEndDate ON bed
    WHEN EXISTS (SELECT 1 FROM bedAssignment a WHERE a.bedId = NEW.id AND a.voidedAt IS NULL
      AND (a.fromNight < NEW.inventoryStartDate
        OR coalesce(a.toNight, '9999-12-31') > coalesce(NEW.inventoryEndDate, '9999-12-31')))
    BEGIN SELECT RAISE(ABORT, 'homes:bedNotEmpty'); END;
    CREATE TRIGGER homeOperationHoldsItsStays
    BEFORE UPDATE OF operatingStartDate, operatingEndDate ON home
    WHEN EXISTS (SELECT 1 FROM stay s WHERE s.homeId = NEW.id AND s.voidedAt IS NULL
      AND (s.entryDate < NEW.operatingStartDate
        OR s.entryDate >= coalesce(NEW.operatingEndDate, '9999-12-31')
        OR s.exitDate > coalesce(NEW.operatingEndDate, '9999-12-31')))
    BEGIN SELECT RAISE(ABORT, 'homes:stayOutsideOperation'); END;
    \(onWrite("placementOverlap", "placement", """
        EXISTS (SELECT 1 FROM placement o
          WHERE o.personId = NEW.personId AND o.id <> NEW.id AND o.voidedAt IS NULL
            AND NEW.startDate < coalesce(o.endDate, '9999-12-31')
            AND o.startDate < coalesce(NEW.endDate, '9999-12-31'))
        """))
    \(onWrite("dropInHasNoBeds", "bed", """
        EXISTS (SELECT 1 FROM room r JOIN home h ON h.id = r.homeId
          WHERE r.id = NEW.roomId AND h.serviceMode = 'DROP_IN')
        """))
    CREATE TRIGGER homeWithBedsIsNotDropIn BEFORE UPDATE OF serviceMode ON home
    WHEN NEW.serviceMode = 'DROP_IN' AND EXISTS (
      SELECT 1 FROM bed b JOIN room r ON r.id = b.roomId
      WHERE r.homeId = NEW.id AND b.voidedAt IS NULL)
    BEGIN SELECT RAISE(ABORT, 'homes:dropInHasNoBeds'); END;
    """

/// Today in the programme's time zone at the moment of the change.
private let localToday01 = """
    date(NEW.updatedAt, (SELECT utcOffsetMinutes FROM programme) || ' minutes')
    """

/// The same test before an insert and before an update, unless the row is voided.
func onWrite(_ refusal: String, _ table: String, _ condition: String) -> String {
    ["INSERT", "UPDATE"].map { change in
        """
        CREATE TRIGGER \(table)_\(refusal)_\(change.lowercased()) BEFORE \(change) ON \(table)
        WHEN NEW.voidedAt IS NULL AND (\(condition))
        BEGIN SELECT RAISE(ABORT, 'homes:\(refusal)'); END;
        """
    }.joined(separator: "\n")
}

/// Rows are voided, never deleted (DATA.md, "General rules").
let schema01NoDelete = [
    "user", "programme", "province", "minimumWage", "home", "userHome", "room", "bed",
    "bedStatusPeriod", "person", "contact", "consent", "case", "stay", "bedAssignment",
    "riskAssessment", "riskItem", "counsellingSession", "sessionTopic", "attendance",
    "checklistAnswer", "employer", "glassBreak",
    "jobOffer", "placement", "offerCheck", "followUp", "followUpIndicator",
].map { table in
    """
    CREATE TRIGGER \(table)_isNeverDeleted BEFORE DELETE ON "\(table)"
    BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;
    """
}.joined(separator: "\n")
