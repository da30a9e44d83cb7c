/// The second schema's part for files that are destroyed when their time is over.
///
/// Rows about persons may be deleted only while `purging` names her. A row of `purging` refers to a
/// row that cannot be there, asked at the commit: so it is gone by then, and no transaction but one
/// that put it there and took it away again deletes anything (as with `nightWithoutBed`).
let schema02Retention =
    """
    CREATE TABLE purging (
      personId TEXT NOT NULL PRIMARY KEY,
      never INTEGER NOT NULL REFERENCES never(id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    ALTER TABLE programme ADD COLUMN fileYears INTEGER NOT NULL DEFAULT 7
      CHECK (fileYears BETWEEN 3 AND 20);
    ALTER TABLE programme ADD COLUMN ledgerYears INTEGER NOT NULL DEFAULT 2
      CHECK (ledgerYears BETWEEN 2 AND 20);
    ALTER TABLE person ADD COLUMN purgedAt TEXT
      CHECK (purgedAt IS NULL OR sealedAt IS NOT NULL);

    CREATE TABLE retentionHold (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      heldOn TEXT NOT NULL CHECK (heldOn IS date(heldOn)),
      reason TEXT NOT NULL CHECK (reason <> ''),
      liftedOn TEXT CHECK (liftedOn IS date(liftedOn)),
      liftedReason TEXT,
      CHECK (liftedOn >= heldOn),
      CHECK ((liftedOn IS NULL) = (liftedReason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX retentionHoldOnce ON retentionHold (personId)
      WHERE liftedOn IS NULL AND voidedAt IS NULL;
    CREATE INDEX retentionHoldByPerson ON retentionHold (personId);

    CREATE TABLE tombstone (
      \(stampColumns01),
      personId TEXT NOT NULL UNIQUE REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      personCode TEXT NOT NULL CHECK (personCode <> ''),
      closedOn TEXT NOT NULL CHECK (closedOn IS date(closedOn)),
      dueOn TEXT NOT NULL CHECK (dueOn IS date(dueOn)),
      purgedOn TEXT NOT NULL CHECK (purgedOn IS date(purgedOn)),
      reason TEXT NOT NULL CHECK (reason IN ('TIME_OVER', 'HER_WISH')),
      secondBy TEXT NOT NULL REFERENCES user(id) CHECK (secondBy <> createdBy),
      CHECK (reason <> 'TIME_OVER' OR purgedOn >= dueOn)
    ) STRICT;
    CREATE INDEX tombstoneByHome ON tombstone (homeId, purgedOn);

    CREATE TABLE tombstoneCount (
      \(stampColumns01),
      tombstoneId TEXT NOT NULL REFERENCES tombstone(id),
      kind TEXT NOT NULL CHECK (kind <> ''),
      destroyed INTEGER NOT NULL CHECK (destroyed >= 0),
      emptied INTEGER NOT NULL CHECK (emptied >= 0),
      UNIQUE (tombstoneId, kind)
    ) STRICT;

    """ + deletedInPurges + "\n"
    + ["tombstone", "tombstoneCount"].map { table in
        """
        CREATE TRIGGER \(table)_isNeverDeleted BEFORE DELETE ON "\(table)"
        BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;
        CREATE TRIGGER \(table)_isNeverChanged BEFORE UPDATE ON "\(table)"
        BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;
        """
    }.joined(separator: "\n") + "\n" + neverDeleted("retentionHold")

/// The first schema's tables about persons, and by which column of the row the purge is named;
/// those that have none are reached over others.
private let deletedInPurges: String = [
    ("person", "id"), ("contact", "personId"), ("consent", "personId"), ("case", "personId"),
    ("stay", "personId"), ("attendance", "personId"), ("placement", "personId"),
    ("followUp", "personId"), ("glassBreak", "personId"), ("bedAssignment", nil),
    ("riskAssessment", nil), ("riskItem", nil), ("checklistAnswer", nil), ("offerCheck", nil),
    ("followUpIndicator", nil),
].map { (table: String, column: String?) in
    let named = column.map { " WHERE personId = OLD.\($0)" } ?? ""
    return """
        DROP TRIGGER \(table)_isNeverDeleted;
        CREATE TRIGGER \(table)_isNeverDeleted BEFORE DELETE ON "\(table)"
        WHEN NOT EXISTS (SELECT 1 FROM purging\(named))
        BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;
        """
}.joined(separator: "\n")
