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
      prevHash BLOB NOT NULL CHECK (length(prevHash) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      UNIQUE (journal, seq)
    ) STRICT;
    CREATE INDEX auditByPerson ON audit (personId, id) WHERE personId IS NOT NULL;
    CREATE INDEX auditByOperation ON audit (operationId);
    CREATE INDEX auditByUser ON audit (userId, id);
    CREATE INDEX auditSignOut ON audit (userId, journal, seq) WHERE action = 'logout';
    CREATE INDEX auditHandover ON audit (journal, seq, userId, operation, operationId)
      WHERE operation IN ('admit', 'admitAgain', 'moveBed', 'swapBeds', 'exit');

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
