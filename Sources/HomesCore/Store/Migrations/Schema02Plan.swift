/// The second schema's part for the safe-migration plan, interpreters, materials.
let schema02Plan = schema02Sessions + "\n" + schema02MigrationPlan + "\n" + schema02CheckIns

/// Several materials a session, and why an interpreter with a conflict interpreted all the same.
/// What the one old column said is a row of the new table, too.
private let schema02Sessions = """
    ALTER TABLE counsellingSession ADD COLUMN interpreterCounty TEXT;
    ALTER TABLE counsellingSession ADD COLUMN interpreterWork TEXT;
    ALTER TABLE counsellingSession ADD COLUMN interpreterReason TEXT;

    CREATE TABLE sessionMaterial (
      \(stampColumns01),
      sessionId TEXT NOT NULL REFERENCES counsellingSession(id),
      material TEXT NOT NULL CHECK (material <> '')
    ) STRICT;
    CREATE UNIQUE INDEX sessionMaterialOnce ON sessionMaterial (sessionId, material)
      WHERE voidedAt IS NULL;
    \(neverDeleted("sessionMaterial"))
    INSERT INTO sessionMaterial (id, createdAt, createdBy, updatedAt, updatedBy, voidedAt,
      voidedBy, voidReason, sessionId, material)
    SELECT id, createdAt, createdBy, updatedAt, updatedBy, voidedAt, voidedBy, voidReason, id,
      materialsGiven
    FROM counsellingSession WHERE materialsGiven <> '';
    """

/// One current plan a case; earlier versions are in the journal.
private let schema02MigrationPlan = """
    CREATE TABLE migrationPlan (
      \(stampColumns01),
      caseId TEXT NOT NULL REFERENCES "case"(id),
      personId TEXT NOT NULL REFERENCES person(id),
      agreedOn TEXT CHECK (agreedOn IS date(agreedOn)),
      travelDate TEXT CHECK (travelDate IS date(travelDate)),
      destinationCounty TEXT,
      destinationContact TEXT,
      destinationPlace TEXT,
      destinationMayCall TEXT NOT NULL,
      destinationPhone TEXT,
      route TEXT,
      knowsName TEXT,
      knowsRelation TEXT,
      knowsMayCall TEXT NOT NULL,
      knowsPhone TEXT,
      phonesCheckedOn TEXT CHECK (phonesCheckedOn IS date(phonesCheckedOn)),
      checkInDays TEXT CHECK (checkInDays GLOB '[0-9]*' AND checkInDays NOT GLOB '*[^0-9 ]*'),
      checkInMethod TEXT,
      ifNotReached TEXT,
      codePhrase TEXT,
      codePhraseOnPaper TEXT NOT NULL,
      copyLeftWith TEXT,
      returnFareYuan INTEGER CHECK (returnFareYuan >= 0),
      hotlineCard TEXT,
      note TEXT
    ) STRICT;
    CREATE UNIQUE INDEX migrationPlanOfCase ON migrationPlan (caseId) WHERE voidedAt IS NULL;
    CREATE INDEX migrationPlanByPerson ON migrationPlan (personId);
    \(neverDeleted("migrationPlan"))
    \(onWrite("stayOfAnotherPerson", "migrationPlan", """
        NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.personId = NEW.personId)
        """))
    """

private let followUpColumns01 = """
    id, createdAt, createdBy, updatedAt, updatedBy, rowVersion, voidedAt, voidedBy, voidReason,
      personId, homeId, placementId, stayId, dayOffset, dueOn, snoozeCount, callAgainOn, doneOn,
      method, reached, codePhraseUsed, safeToTalk, sameEmployer, wagePaidInFull, hours, holdsOwnId,
      canLeaveFreely, WorkPlaceViolenceThreats, WorkplacePromiseDifference, CoercedToContinueWork,
      LaborExploitPastThreeMonths, actionTaken, alertRaisedOn, alertClosedOn, alertClosedReason
    """

/// A follow-up comes from a placement, a stay that ended, or a check-in of a plan: SQLite changes no
/// CHECK of a table that is there, so the table is made anew and takes its rows, indexes and trigger
/// over.
private let schema02CheckIns = """
    CREATE TABLE followUpWithPlan (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      placementId TEXT REFERENCES placement(id),
      stayId TEXT REFERENCES stay(id),
      migrationPlanId TEXT REFERENCES migrationPlan(id),
      dayOffset INTEGER NOT NULL CHECK (dayOffset >= 0),
      dueOn TEXT NOT NULL CHECK (dueOn IS date(dueOn)),
      snoozeCount INTEGER NOT NULL DEFAULT 0 CHECK (snoozeCount BETWEEN 0 AND 2),
      callAgainOn TEXT CHECK (callAgainOn IS date(callAgainOn)),
      doneOn TEXT CHECK (doneOn IS date(doneOn)),
      method TEXT,
      reached TEXT,
      codePhraseUsed TEXT,
      safeToTalk TEXT,
      sameEmployer TEXT,
      wagePaidInFull TEXT,
      hours TEXT,
      holdsOwnId TEXT,
      canLeaveFreely TEXT,
      WorkPlaceViolenceThreats TEXT,
      WorkplacePromiseDifference TEXT,
      CoercedToContinueWork TEXT,
      LaborExploitPastThreeMonths TEXT,
      actionTaken TEXT,
      alertRaisedOn TEXT CHECK (alertRaisedOn IS date(alertRaisedOn)),
      alertClosedOn TEXT CHECK (alertClosedOn IS date(alertClosedOn)),
      alertClosedReason TEXT,
      CHECK ((placementId IS NOT NULL) + (stayId IS NOT NULL) + (migrationPlanId IS NOT NULL) = 1),
      CHECK ((doneOn IS NULL) = (reached IS NULL)),
      CHECK (alertRaisedOn IS NULL OR doneOn IS NOT NULL),
      CHECK (alertClosedOn IS NULL
        OR (alertRaisedOn IS NOT NULL AND coalesce(alertClosedReason, '') <> ''))
    ) STRICT;
    INSERT INTO followUpWithPlan (\(followUpColumns01))
    SELECT \(followUpColumns01) FROM followUp ORDER BY rowid;
    DROP TABLE followUp;
    ALTER TABLE followUpWithPlan RENAME TO followUp;
    CREATE UNIQUE INDEX followUpOfPlacement ON followUp (placementId, dayOffset)
      WHERE placementId IS NOT NULL AND voidedAt IS NULL;
    CREATE UNIQUE INDEX followUpOfStay ON followUp (stayId, dayOffset)
      WHERE stayId IS NOT NULL AND voidedAt IS NULL;
    CREATE UNIQUE INDEX followUpOfPlan ON followUp (migrationPlanId, dayOffset)
      WHERE migrationPlanId IS NOT NULL AND voidedAt IS NULL;
    CREATE INDEX followUpDue ON followUp (homeId, dueOn)
      WHERE doneOn IS NULL AND voidedAt IS NULL;
    CREATE INDEX followUpAlert ON followUp (homeId, alertRaisedOn)
      WHERE alertRaisedOn IS NOT NULL AND alertClosedOn IS NULL AND voidedAt IS NULL;
    CREATE INDEX followUpByPerson ON followUp (personId, dueOn);
    \(neverDeleted("followUp"))
    """
