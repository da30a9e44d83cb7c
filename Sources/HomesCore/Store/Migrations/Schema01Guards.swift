/// The first schema's rules between a record and those it stands on: nothing is voided under a
/// stay, a child in her mother's bed is there with her, no night of a stay is without a bed.
let schema01Guards = schema01InUse + "\n" + schema01MotherHere + "\n" + schema01Tiling

/// What is void carries nothing: neither is a record voided under a valid one, nor does a valid
/// one come to stand on a void one.
private let schema01InUse: String = {
    let stays = "SELECT 1 FROM stay s WHERE s.voidedAt IS NULL AND s."
    let nights = """
        SELECT 1 FROM bedAssignment a JOIN bed b ON b.id = a.bedId WHERE a.voidedAt IS NULL AND
        """
    let carried = [
        ("person", "\(stays)personId = NEW.id"), ("case", "\(stays)caseId = NEW.id"),
        ("home", "\(stays)homeId = NEW.id"), ("room", "\(nights) b.roomId = NEW.id"),
        ("bed", "\(nights) b.id = NEW.id"),
        (
            "stay",
            "SELECT 1 FROM bedAssignment a WHERE a.voidedAt IS NULL AND a.stayId = NEW.id"
        ),
    ].map { table, query in
        """
        CREATE TRIGGER \(table)_stillInUse BEFORE UPDATE OF voidedAt ON "\(table)"
        WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (\(query))
        BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;
        """
    }
    let carrying = [
        onWrite(
            "stillInUse", "stay",
            """
            EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.personId AND p.voidedAt IS NOT NULL)
              OR EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.voidedAt IS NOT NULL)
              OR EXISTS (SELECT 1 FROM home h WHERE h.id = NEW.homeId AND h.voidedAt IS NOT NULL)
            """),
        onWrite(
            "stillInUse", "bedAssignment",
            """
            EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId AND s.voidedAt IS NOT NULL)
              OR EXISTS (SELECT 1 FROM bed b JOIN room r ON r.id = b.roomId
                WHERE b.id = NEW.bedId AND (b.voidedAt IS NOT NULL OR r.voidedAt IS NOT NULL))
            """),
    ]
    return (carried + carrying).joined(separator: "\n")
}()

/// Whether some assignment of the mother's own holds the bed over all nights of a child's.
private func motherHolds(_ child: String, mother: String) -> String {
    """
    EXISTS (SELECT 1 FROM bedAssignment m
      WHERE m.stayId = \(mother) AND m.bedId = \(child).bedId AND m.voidedAt IS NULL
        AND m.withMother = 0 AND m.fromNight <= \(child).fromNight
        AND coalesce(m.toNight, '9999-12-31') >= coalesce(\(child).toNight, '9999-12-31'))
    """
}

/// A child in her mother's bed is there with her. Looked at from both sides: what is written for
/// the child must lie within her mother's nights, and what is changed of the mother's must still
/// hold the child's. So the child's nights end first, and hers begin first.
private let schema01MotherHere = """
    \(onWrite("motherNotHere", "bedAssignment", """
        NEW.withMother = 1 AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
        AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId
          AND \(motherHolds("NEW", mother: "s.motherStayId")))
        """))
    CREATE TRIGGER bedAssignment_childInHerBed AFTER UPDATE ON bedAssignment
    WHEN OLD.voidedAt IS NULL AND OLD.withMother = 0 AND EXISTS (
      SELECT 1 FROM stay s JOIN bedAssignment c ON c.stayId = s.id
      WHERE s.motherStayId = OLD.stayId AND s.voidedAt IS NULL AND c.bedId = OLD.bedId
        AND c.voidedAt IS NULL AND c.withMother = 1
        AND c.fromNight < coalesce(c.toNight, '9999-12-31')
        AND NOT \(motherHolds("c", mother: "s.motherStayId")))
    BEGIN SELECT RAISE(ABORT, 'homes:childInHerBed'); END;
    CREATE TRIGGER stay_motherNotHere BEFORE UPDATE OF motherStayId ON stay
    WHEN NEW.voidedAt IS NULL AND EXISTS (SELECT 1 FROM bedAssignment c
      WHERE c.stayId = NEW.id AND c.voidedAt IS NULL AND c.withMother = 1
        AND c.fromNight < coalesce(c.toNight, '9999-12-31')
        AND NOT \(motherHolds("c", mother: "NEW.motherStayId")))
    BEGIN SELECT RAISE(ABORT, 'homes:motherNotHere'); END;
    """

/// Every night of a stay has a bed, asked when a transaction ends: in its midst a stay or its beds
/// may have changed already and the other not yet. SQLite has no deferred trigger, but it has
/// deferred foreign keys: a stay with a gap is noted in `nightWithoutBed` with a reference to a
/// row that cannot be there, and while the note stands nothing is committed.
///
/// Overlaps are refused at once (`twoBedsAtOnce`), so nights that begin and end with the stay and
/// are as many as its own leave no gap.
private let schema01Tiling = """
    CREATE TABLE never (id INTEGER NOT NULL PRIMARY KEY CHECK (0)) STRICT;
    CREATE TABLE nightWithoutBed (
      id TEXT NOT NULL PRIMARY KEY,
      never INTEGER NOT NULL REFERENCES never(id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    \(noteGaps(after: "INSERT", on: "stay", of: ["NEW.id"]))
    \(noteGaps(after: "UPDATE", on: "stay", of: ["NEW.id"]))
    \(noteGaps(after: "INSERT", on: "bedAssignment", of: ["NEW.stayId"]))
    \(noteGaps(after: "UPDATE", on: "bedAssignment", of: ["OLD.stayId", "NEW.stayId"]))
    """

private func noteGaps(after change: String, on table: String, of stays: [String]) -> String {
    let list = stays.joined(separator: ", ")
    return """
        CREATE TRIGGER \(table)_noteGaps_\(change.lowercased()) AFTER \(change) ON \(table)
        BEGIN
          DELETE FROM nightWithoutBed WHERE id IN (\(list));
          INSERT INTO nightWithoutBed (id, never)
          SELECT s.id, 1 FROM stay s WHERE s.id IN (\(list))
            AND s.voidedAt IS NULL AND s.state <> 'PLANNED' AND NOT coalesce((
              SELECT min(a.fromNight) = s.entryDate
                AND max(coalesce(a.toNight, '9999-12-31')) = coalesce(s.exitDate, '9999-12-31')
                AND sum(julianday(coalesce(a.toNight, '9999-12-31')) - julianday(a.fromNight))
                  = julianday(coalesce(s.exitDate, '9999-12-31')) - julianday(s.entryDate)
              FROM bedAssignment a WHERE a.stayId = s.id AND a.voidedAt IS NULL), 0);
        END;
        """
}
