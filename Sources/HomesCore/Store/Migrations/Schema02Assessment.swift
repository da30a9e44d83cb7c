/// The second schema's part for indicators, case plan, flags, notes.
let schema02Assessment = """
    CREATE TABLE indicator (
      \(stampColumns01),
      caseId TEXT NOT NULL REFERENCES "case"(id),
      indicator TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('1', '0', 'UNKNOWN')),
      assessedOn TEXT NOT NULL CHECK (assessedOn IS date(assessedOn)),
      evidence TEXT,
      nextStep TEXT,
      decidedBy TEXT,
      CHECK (answer <> '1' OR coalesce(evidence, '') <> ''),
      CHECK (nextStep IS NULL OR decidedBy IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX indicatorOnce ON indicator (caseId, indicator) WHERE voidedAt IS NULL;

    CREATE TABLE planGoal (
      \(stampColumns01),
      caseId TEXT NOT NULL REFERENCES "case"(id),
      spl_Type TEXT NOT NULL,
      spl_Objectives TEXT NOT NULL CHECK (spl_Objectives <> ''),
      agreedWithHer TEXT NOT NULL,
      agreedOn TEXT NOT NULL CHECK (agreedOn IS date(agreedOn)),
      spl_PlannedEndDate TEXT CHECK (spl_PlannedEndDate IS date(spl_PlannedEndDate)),
      state TEXT NOT NULL CHECK (state IN ('OPEN', 'MET', 'DROPPED')),
      spl_ActualEndDate TEXT CHECK (spl_ActualEndDate IS date(spl_ActualEndDate)),
      endReason TEXT,
      CHECK (spl_PlannedEndDate >= agreedOn),
      CHECK (spl_ActualEndDate >= agreedOn),
      CHECK ((state = 'OPEN') = (spl_ActualEndDate IS NULL)),
      CHECK (state <> 'DROPPED' OR coalesce(endReason, '') <> '')
    ) STRICT;
    CREATE INDEX planGoalByCase ON planGoal (caseId, agreedOn);

    CREATE TABLE planAction (
      \(stampColumns01),
      goalId TEXT NOT NULL REFERENCES planGoal(id),
      spl_ActionPlan TEXT NOT NULL CHECK (spl_ActionPlan <> ''),
      doer TEXT NOT NULL CHECK (doer IN ('SHE', 'WORKER', 'ORGANISATION')),
      doerName TEXT,
      dueOn TEXT CHECK (dueOn IS date(dueOn)),
      state TEXT NOT NULL CHECK (state IN ('OPEN', 'DONE', 'DROPPED')),
      endedOn TEXT CHECK (endedOn IS date(endedOn)),
      outcome TEXT,
      CHECK ((state = 'OPEN') = (endedOn IS NULL)),
      CHECK (state <> 'DROPPED' OR coalesce(outcome, '') <> '')
    ) STRICT;
    CREATE INDEX planActionByGoal ON planAction (goalId, dueOn);
    CREATE INDEX planActionOpen ON planAction (dueOn, goalId)
      WHERE state = 'OPEN' AND voidedAt IS NULL;
    CREATE TRIGGER planGoal_stillInUse BEFORE UPDATE OF voidedAt ON planGoal
    WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (
      SELECT 1 FROM planAction a WHERE a.goalId = NEW.id AND a.voidedAt IS NULL)
    BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;
    \(onWrite("stillInUse", "planAction", """
        EXISTS (SELECT 1 FROM planGoal g WHERE g.id = NEW.goalId AND g.voidedAt IS NOT NULL)
        """))

    CREATE TABLE flag (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      message TEXT NOT NULL CHECK (message <> ''),
      raisedOn TEXT NOT NULL CHECK (raisedOn IS date(raisedOn)),
      raisedBy TEXT NOT NULL REFERENCES user(id),
      resolvedOn TEXT CHECK (resolvedOn IS date(resolvedOn)),
      resolvedBy TEXT REFERENCES user(id),
      resolution TEXT,
      CHECK (resolvedOn >= raisedOn),
      CHECK ((resolvedOn IS NULL) = (resolvedBy IS NULL)),
      CHECK ((resolvedOn IS NULL) = (resolution IS NULL)),
      CHECK (resolution <> '')
    ) STRICT;
    CREATE INDEX flagByPerson ON flag (personId, raisedOn);
    CREATE INDEX flagOpen ON flag (personId) WHERE resolvedOn IS NULL AND voidedAt IS NULL;

    CREATE TABLE note (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      date TEXT NOT NULL CHECK (date IS date(date)),
      kind TEXT NOT NULL,
      text TEXT NOT NULL CHECK (text <> ''),
      amendsId TEXT REFERENCES note(id),
      signedAt TEXT,
      signedBy TEXT REFERENCES user(id),
      CHECK ((signedAt IS NULL) = (signedBy IS NULL)),
      CHECK (signedBy IS NULL OR signedBy = createdBy),
      CHECK (signedAt IS NULL OR voidedAt IS NULL)
    ) STRICT;
    CREATE INDEX noteByPerson ON note (personId, date);
    CREATE INDEX noteByAmended ON note (amendsId) WHERE amendsId IS NOT NULL;
    CREATE INDEX noteUnsigned ON note (createdBy, personId)
      WHERE signedAt IS NULL AND voidedAt IS NULL;
    -- A file may be merged or handed on: whose note it is may change, what it says may not.
    CREATE TRIGGER note_isSigned BEFORE UPDATE ON note
    WHEN OLD.signedAt IS NOT NULL AND (NEW.text IS NOT OLD.text OR NEW.kind IS NOT OLD.kind
      OR NEW.date IS NOT OLD.date OR NEW.amendsId IS NOT OLD.amendsId
      OR NEW.signedAt IS NOT OLD.signedAt OR NEW.signedBy IS NOT OLD.signedBy
      OR NEW.createdBy IS NOT OLD.createdBy OR NEW.voidedAt IS NOT OLD.voidedAt)
    BEGIN SELECT RAISE(ABORT, 'homes:noteIsSigned'); END;
    CREATE TRIGGER note_amendsSigned_insert BEFORE INSERT ON note
    WHEN NEW.amendsId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM note o
      WHERE o.id = NEW.amendsId AND o.signedAt IS NOT NULL AND o.amendsId IS NULL
        AND o.personId = NEW.personId)
    BEGIN SELECT RAISE(ABORT, 'homes:noteNotSigned'); END;
    CREATE TRIGGER note_amendsSigned_update BEFORE UPDATE OF amendsId ON note
    WHEN NEW.amendsId IS NOT OLD.amendsId
    BEGIN SELECT RAISE(ABORT, 'homes:noteNotSigned'); END;

    \(neverDeleted("indicator", "planGoal", "planAction", "flag", "note"))
    """
