/// The third schema's part for employers: other names, contacts, visits; what changes in a job; who
/// placed a woman with an employer that was not approved.
let schema03Employers = """
    CREATE TABLE employerName (
      \(stampColumns01),
      employerId TEXT NOT NULL REFERENCES employer(id),
      name TEXT NOT NULL CHECK (name <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('ALSO_CALLED', 'FORMER', 'ON_THE_DOOR')),
      knownSince TEXT NOT NULL CHECK (knownSince IS date(knownSince))
    ) STRICT;
    CREATE INDEX employerNameByEmployer ON employerName (employerId);

    CREATE TABLE employerContact (
      \(stampColumns01),
      employerId TEXT NOT NULL REFERENCES employer(id),
      name TEXT NOT NULL CHECK (name <> ''),
      position TEXT,
      phone TEXT
    ) STRICT;
    CREATE INDEX employerContactByEmployer ON employerContact (employerId);

    CREATE TABLE employerVisit (
      \(stampColumns01),
      employerId TEXT NOT NULL REFERENCES employer(id),
      homeId TEXT REFERENCES home(id),
      visitedOn TEXT NOT NULL CHECK (visitedOn IS date(visitedOn)),
      announced TEXT NOT NULL,
      sawWorkplace TEXT NOT NULL,
      sawDormitory TEXT NOT NULL,
      spokeAlone TEXT NOT NULL,
      workersHoldPapers TEXT NOT NULL,
      workersComeAndGo TEXT NOT NULL,
      sawUnder16 TEXT NOT NULL,
      finding TEXT NOT NULL CHECK (finding IN ('GOOD', 'CONCERNS', 'NOBODY_MAY_GO')),
      note TEXT,
      CHECK (finding = 'GOOD' OR coalesce(note, '') <> '')
    ) STRICT;
    CREATE INDEX employerVisitByEmployer ON employerVisit (employerId, visitedOn);

    CREATE TABLE placementChange (
      \(stampColumns01),
      placementId TEXT NOT NULL REFERENCES placement(id),
      personId TEXT NOT NULL REFERENCES person(id),
      changedOn TEXT NOT NULL CHECK (changedOn IS date(changedOn)),
      wageYuan INTEGER CHECK (wageYuan >= 0),
      wageBasis TEXT,
      hoursPerDay INTEGER CHECK (hoursPerDay BETWEEN 1 AND 24),
      what TEXT,
      toldBy TEXT NOT NULL CHECK (toldBy IN ('HERSELF', 'EMPLOYER', 'CONTRACT', 'VISIT', 'OTHER')),
      CHECK (wageYuan IS NOT NULL OR hoursPerDay IS NOT NULL OR coalesce(what, '') <> ''),
      CHECK ((wageYuan IS NULL) = (wageBasis IS NULL))
    ) STRICT;
    CREATE INDEX placementChangeByPlacement ON placementChange (placementId, changedOn);
    CREATE INDEX placementChangeByPerson ON placementChange (personId);
    \(onWrite("invalidValue", "placementChange", """
        NOT EXISTS (SELECT 1 FROM placement p WHERE p.id = NEW.placementId
          AND p.personId = NEW.personId AND p.startDate <= NEW.changedOn)
        """))

    -- What checking the employer had come to when she was placed, and when it was set aside.
    ALTER TABLE placement ADD COLUMN employerStatusAtStart TEXT
      CHECK (employerStatusAtStart IN ('PENDING', 'APPROVED', 'SUSPENDED', 'BLACKLISTED'));
    ALTER TABLE placement ADD COLUMN overrideOn TEXT
      CHECK (overrideOn IS date(overrideOn))
      CHECK (overrideOn IS NULL OR overrideBy IS NOT NULL);

    \(neverDeleted("employerName", "employerContact", "employerVisit", "placementChange"))
    """
