/// The first schema's access: what was opened under broken glass.
let schema01Access = """
    CREATE TABLE glassBreak (
      \(stampColumns01),
      userId TEXT NOT NULL REFERENCES user(id),
      personId TEXT NOT NULL REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      reason TEXT NOT NULL CHECK (length(reason) >= \(GlassBreak.leastReason)),
      at TEXT NOT NULL,
      until TEXT NOT NULL CHECK (until > at),
      reviewedBy TEXT REFERENCES user(id) CHECK (reviewedBy <> userId),
      reviewedAt TEXT,
      reviewFinding TEXT CHECK (reviewFinding IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
      reviewNote TEXT,
      CHECK ((reviewedAt IS NULL) = (reviewedBy IS NULL)),
      CHECK ((reviewedAt IS NULL) = (reviewFinding IS NULL))
    ) STRICT;
    CREATE INDEX glassBreakOpen ON glassBreak (userId, personId, until);
    CREATE INDEX glassBreakToReview ON glassBreak (homeId, at) WHERE reviewedAt IS NULL;
    """
