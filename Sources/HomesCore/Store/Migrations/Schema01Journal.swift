/// The first schema's journal and drafts.
let schema01Journal = """
    CREATE TABLE audit (
      id INTEGER PRIMARY KEY,
      journal TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq >= 1),
      at TEXT NOT NULL,
      userId TEXT NOT NULL,
      role TEXT NOT NULL,
      operationId TEXT NOT NULL,
      operation TEXT NOT NULL,
      action TEXT NOT NULL,
      "table" TEXT,
      rowId TEXT,
      personId TEXT,
      field TEXT,
      old TEXT,
      new TEXT,
      reason TEXT,
      sealed BLOB,
      prevHash BLOB NOT NULL CHECK (length(prevHash) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      -- What is said about a person is sealed under her key, and nobody's words are sealed.
      CHECK (personId IS NULL OR (old IS NULL AND new IS NULL AND reason IS NULL)),
      CHECK (sealed IS NULL OR (personId IS NOT NULL AND length(sealed) >= 60)),
      UNIQUE (journal, seq)
    ) STRICT;
    CREATE INDEX auditByPerson ON audit (personId, id) WHERE personId IS NOT NULL;
    CREATE INDEX auditByOperation ON audit (operationId);
    CREATE INDEX auditByUser ON audit (userId, id);
    CREATE INDEX auditSignOut ON audit (userId, journal, seq) WHERE action = 'logout';
    CREATE INDEX auditHandover ON audit (journal, seq, userId, operation, operationId)
      WHERE operation IN ('admit', 'admitAgain', 'moveBed', 'swapBeds', 'exit');
    CREATE INDEX auditLists ON audit (userId, at) WHERE operation = 'showList';
    CREATE INDEX auditReads ON audit (journal, at, userId, operation, personId, "table", "new")
      WHERE action IN ('show', 'search');
    CREATE INDEX auditPurges ON audit (personId) WHERE action = 'purge';
    CREATE INDEX auditAlarmsSeen ON audit (journal, rowId) WHERE operation = 'seeAlarm';

    CREATE TRIGGER auditIsNeverChanged BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;
    -- REPLACE would take the old entry away without asking the triggers that guard it.
    CREATE TRIGGER auditIsNeverReplaced BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;
    -- An entry follows the last of its journal, and carries that one's hash.
    CREATE TRIGGER auditFollowsTheLast BEFORE INSERT ON audit
    WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM audit WHERE journal = NEW.journal), 0)
      OR (NEW.seq > 1 AND NEW.prevHash IS NOT
        (SELECT hash FROM audit WHERE journal = NEW.journal AND seq = NEW.seq - 1))
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;
    CREATE TRIGGER auditIsNeverCut BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

    -- The key under which the journal says something about a person. It goes only after the
    -- journal has said that it goes, and never comes back.
    CREATE TABLE personKey (
      personId TEXT NOT NULL PRIMARY KEY REFERENCES person(id),
      "key" BLOB NOT NULL CHECK (length("key") = 32)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER personKeyIsNeverChanged BEFORE UPDATE ON personKey
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;
    CREATE TRIGGER personKeyIsMadeOnce BEFORE INSERT ON personKey
    WHEN EXISTS (SELECT 1 FROM personKey WHERE personId = NEW.personId)
      OR EXISTS (SELECT 1 FROM audit WHERE personId = NEW.personId AND action = 'purge')
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;
    CREATE TRIGGER personKeyGoesWithAPurge BEFORE DELETE ON personKey
    WHEN NOT EXISTS (SELECT 1 FROM audit WHERE personId = OLD.personId AND action = 'purge'
      AND operation = 'purge')
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

    -- The key of the fingerprints of what was searched for. There is one.
    CREATE TABLE searchKeyring (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      "key" BLOB NOT NULL CHECK (length("key") = 32)
    ) STRICT;
    CREATE TRIGGER searchKeyringIsNeverChanged BEFORE UPDATE ON searchKeyring
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;
    CREATE TRIGGER searchKeyringIsNeverCut BEFORE DELETE ON searchKeyring
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;
    CREATE TRIGGER searchKeyringIsNeverReplaced BEFORE INSERT ON searchKeyring
    WHEN EXISTS (SELECT 1 FROM searchKeyring)
    BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

    CREATE TABLE draft (
      id TEXT NOT NULL PRIMARY KEY,
      userId TEXT NOT NULL REFERENCES user(id),
      form TEXT NOT NULL,
      recordId TEXT NOT NULL DEFAULT '',
      title TEXT NOT NULL,
      savedAt TEXT NOT NULL,
      focus TEXT,
      UNIQUE (userId, form, recordId)
    ) STRICT;
    CREATE TABLE draftField (
      draftId TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (draftId, field)
    ) STRICT, WITHOUT ROWID;
    """
