/// The second schema's part for reservations, turn-aways, visits, absences, belongings.
let schema02Arrivals = """
    CREATE TABLE reservation (
      \(stampColumns01),
      homeId TEXT NOT NULL REFERENCES home(id),
      personId TEXT REFERENCES person(id),
      codeWord TEXT,
      forNight TEXT NOT NULL CHECK (forNight IS date(forNight)),
      bedId TEXT REFERENCES bed(id),
      holdId TEXT REFERENCES bedStatusPeriod(id),
      madeBy TEXT,
      expiresAt TEXT NOT NULL CHECK (length(expiresAt) = 24),
      note TEXT,
      outcome TEXT CHECK (outcome IN ('ARRIVED', 'NO_SHOW', 'CANCELLED')),
      outcomeOn TEXT CHECK (outcomeOn IS date(outcomeOn)),
      CHECK (personId IS NOT NULL OR codeWord <> ''),
      CHECK ((bedId IS NULL) = (holdId IS NULL)),
      CHECK ((outcome IS NULL) = (outcomeOn IS NULL))
    ) STRICT;
    CREATE INDEX reservationOpen ON reservation (homeId, forNight)
      WHERE outcome IS NULL AND voidedAt IS NULL;
    CREATE INDEX reservationByPerson ON reservation (personId) WHERE personId IS NOT NULL;
    CREATE UNIQUE INDEX reservationByHold ON reservation (holdId)
      WHERE holdId IS NOT NULL AND voidedAt IS NULL;

    CREATE TABLE turnAway (
      \(stampColumns01),
      homeId TEXT NOT NULL REFERENCES home(id),
      date TEXT NOT NULL CHECK (date IS date(date)),
      ageBand TEXT NOT NULL,
      tally INTEGER NOT NULL DEFAULT 1 CHECK (tally BETWEEN 1 AND 99),
      reason TEXT NOT NULL,
      referredTo TEXT
    ) STRICT;
    CREATE INDEX turnAwayByDate ON turnAway (homeId, date) WHERE voidedAt IS NULL;

    CREATE TABLE visit (
      \(stampColumns01),
      homeId TEXT NOT NULL REFERENCES home(id),
      date TEXT NOT NULL CHECK (date IS date(date)),
      personId TEXT REFERENCES person(id),
      ageBand TEXT,
      tally INTEGER NOT NULL DEFAULT 1 CHECK (tally BETWEEN 1 AND 999),
      note TEXT,
      CHECK ((personId IS NULL) = (ageBand IS NOT NULL)),
      CHECK (personId IS NULL OR tally = 1)
    ) STRICT;
    CREATE INDEX visitByDate ON visit (homeId, date) WHERE voidedAt IS NULL;
    CREATE INDEX visitByPerson ON visit (personId) WHERE personId IS NOT NULL;
    CREATE TABLE visitService (
      \(stampColumns01),
      visitId TEXT NOT NULL REFERENCES visit(id),
      service TEXT NOT NULL,
      UNIQUE (visitId, service)
    ) STRICT;

    CREATE TABLE absence (
      \(stampColumns01),
      stayId TEXT NOT NULL REFERENCES stay(id),
      fromDay TEXT NOT NULL CHECK (fromDay IS date(fromDay)),
      reason TEXT NOT NULL CHECK (reason IN ('LEAVE', 'HOSPITAL', 'WORK', 'MISSING')),
      expectedBack TEXT CHECK (expectedBack IS date(expectedBack)),
      toDay TEXT CHECK (toDay IS date(toDay)),
      ended TEXT CHECK (ended IN ('BACK', 'LEFT')),
      note TEXT,
      CHECK (expectedBack >= fromDay),
      CHECK (toDay >= fromDay),
      CHECK ((toDay IS NULL) = (ended IS NULL))
    ) STRICT;
    CREATE INDEX absenceByStay ON absence (stayId, fromDay) WHERE voidedAt IS NULL;
    CREATE INDEX absenceOpen ON absence (stayId) WHERE toDay IS NULL AND voidedAt IS NULL;

    CREATE TABLE belonging (
      \(stampColumns01),
      stayId TEXT NOT NULL REFERENCES stay(id),
      item TEXT NOT NULL CHECK (item <> ''),
      count INTEGER NOT NULL DEFAULT 1 CHECK (count BETWEEN 1 AND 999),
      kind TEXT NOT NULL CHECK (kind IN ('DOCUMENT', 'MONEY', 'THING')),
      atHerWish TEXT NOT NULL,
      handedInOn TEXT NOT NULL CHECK (handedInOn IS date(handedInOn)),
      receiptNumber TEXT NOT NULL CHECK (receiptNumber <> ''),
      givenBackOn TEXT CHECK (givenBackOn IS date(givenBackOn)),
      givenBackTo TEXT,
      CHECK (givenBackOn >= handedInOn),
      CHECK (kind <> 'DOCUMENT' OR atHerWish = '1')
    ) STRICT;
    CREATE INDEX belongingByStay ON belonging (stayId, handedInOn) WHERE voidedAt IS NULL;

    \(neverDeleted(
        "reservation", "turnAway", "visit", "visitService", "absence", "belonging"))
    \(schema02ReservationHold)
    \(schema02AbsenceInStay)
    """

/// The bed of a reservation is held by a period of its own: what counts held beds counts it once,
/// and no second hold can lie over it.
private let schema02ReservationHold = onWrite(
    "reservationBed", "reservation",
    """
    NEW.holdId IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM bedStatusPeriod h JOIN bed b ON b.id = h.bedId JOIN room r ON r.id = b.roomId
      WHERE h.id = NEW.holdId AND h.bedId = NEW.bedId AND h.status = 'HELD'
        AND h.voidedAt IS NULL AND r.homeId = NEW.homeId)
    """)

/// An absence lies within its stay, and nobody is out twice at once. Out and back on one day is an
/// empty range: two such outings of one day do not meet.
private let schema02AbsenceInStay = """
    \(onWrite("absenceOutsideStay", "absence", """
        NOT EXISTS (SELECT 1 FROM stay s
          WHERE s.id = NEW.stayId AND s.voidedAt IS NULL AND s.state <> 'PLANNED'
            AND NEW.fromDay >= s.entryDate
            AND coalesce(NEW.toDay, '9999-12-31') <= coalesce(s.exitDate, '9999-12-31'))
        """))
    \(onWrite("absenceOverlap", "absence", """
        EXISTS (SELECT 1 FROM absence o
          WHERE o.stayId = NEW.stayId AND o.id <> NEW.id AND o.voidedAt IS NULL
            AND NEW.fromDay < coalesce(o.toDay, '9999-12-31')
            AND o.fromDay < coalesce(NEW.toDay, '9999-12-31'))
        """))
    CREATE TRIGGER stay_absenceOutsideStay BEFORE UPDATE OF entryDate, exitDate ON stay
    WHEN NEW.voidedAt IS NULL AND EXISTS (SELECT 1 FROM absence a
      WHERE a.stayId = NEW.id AND a.voidedAt IS NULL AND (a.fromDay < NEW.entryDate
        OR coalesce(a.toDay, '9999-12-31') > coalesce(NEW.exitDate, '9999-12-31')))
    BEGIN SELECT RAISE(ABORT, 'homes:absenceOutsideStay'); END;
    """
