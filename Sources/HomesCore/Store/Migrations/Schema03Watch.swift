/// Which entries of the journal say that a name or a phone was typed over another, or that a new
/// record that may have one was undone: what `auditTries` is an index of. SQLite takes the index
/// only where a query says the very same.
let retypedInJournal = """
    ((action = 'update' AND operation <> 'undo' AND field IN ('name', 'phone', 'nameZh', 'alias',
      'prs_FirstName', 'prs_SecondName', 'org_Name', 'legalRepresentative', 'knowsName',
      'knowsPhone', 'destinationContact', 'destinationPhone', 'description'))
    OR (action = 'void' AND operation = 'undo' AND "table" IN ('person', 'contact', 'employer',
      'visit', 'reservation', 'migrationPlan', 'incident')))
    """

/// The third schema's part for watched persons and for the outsiders who come by.
let schema03Watch = """
    CREATE TABLE watchedPerson (
      \(stampColumns01),
      watchCode TEXT NOT NULL CHECK (watchCode <> ''),
      homeId TEXT REFERENCES home(id),
      kind TEXT NOT NULL CHECK (kind IN
        ('RECRUITER', 'IMPOSTOR', 'DANGEROUS_RELATIVE', 'OTHER')),
      name TEXT,
      aliases TEXT,
      phones TEXT,
      recognise TEXT,
      watchedSince TEXT NOT NULL CHECK (watchedSince IS date(watchedSince)),
      liftedOn TEXT CHECK (liftedOn IS date(liftedOn)),
      liftedBy TEXT REFERENCES user(id),
      liftedReason TEXT,
      CHECK (coalesce(name, '') || coalesce(aliases, '') || coalesce(phones, '') <> ''),
      CHECK (liftedOn >= watchedSince),
      CHECK ((liftedOn IS NULL) = (liftedBy IS NULL)),
      CHECK ((liftedOn IS NULL) = (coalesce(liftedReason, '') = ''))
    ) STRICT;
    CREATE UNIQUE INDEX watchedPersonCode ON watchedPerson (watchCode);
    -- Whether anything changed since the names were last read, without reading them.
    CREATE INDEX watchedPersonVersion ON watchedPerson (rowVersion);
    CREATE INDEX watchedPersonByHome ON watchedPerson (homeId);

    CREATE TABLE sighting (
      \(stampColumns01),
      watchedPersonId TEXT NOT NULL REFERENCES watchedPerson(id),
      homeId TEXT REFERENCES home(id),
      seenHomeId TEXT REFERENCES home(id),
      seenOn TEXT NOT NULL CHECK (seenOn IS date(seenOn)),
      place TEXT NOT NULL CHECK (place IN ('INTAKE', 'PERSON', 'CONTACT', 'PLAN', 'VISIT',
        'RESERVATION', 'EMPLOYER', 'INCIDENT', 'CASEWORK')),
      likeness TEXT NOT NULL CHECK (likeness IN ('PHONE', 'WRITTEN', 'SOUND', 'SLIP')),
      closedOn TEXT CHECK (closedOn IS date(closedOn)),
      closedBy TEXT REFERENCES user(id),
      whatWasDone TEXT,
      CHECK (closedOn >= seenOn),
      CHECK ((closedOn IS NULL) = (closedBy IS NULL)),
      CHECK ((closedOn IS NULL) = (coalesce(whatWasDone, '') = ''))
    ) STRICT;
    CREATE INDEX sightingByHome ON sighting (homeId, closedOn);
    CREATE INDEX sightingByWatched ON sighting (watchedPersonId, createdAt);

    -- A sighting is a fact: nobody takes it back, and what was done about it stays said.
    CREATE TRIGGER sighting_sightingStays BEFORE UPDATE ON sighting
    WHEN OLD.closedOn IS NOT NULL OR NEW.voidedAt IS NOT NULL
      OR NEW.watchedPersonId <> OLD.watchedPersonId OR NEW.homeId IS NOT OLD.homeId
      OR NEW.seenHomeId IS NOT OLD.seenHomeId OR NEW.seenOn <> OLD.seenOn
      OR NEW.place <> OLD.place OR NEW.likeness <> OLD.likeness
    BEGIN SELECT RAISE(ABORT, 'homes:sightingStays'); END;

    CREATE INDEX auditTries ON audit (journal, at, userId, action, "table", rowId, field)
      WHERE \(retypedInJournal);

    ALTER TABLE visit ADD COLUMN outsiderName TEXT;
    ALTER TABLE visit ADD COLUMN outsiderPhone TEXT;
    """ + "\n" + neverDeleted("watchedPerson", "sighting")
