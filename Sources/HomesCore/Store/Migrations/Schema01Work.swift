/// The first schema's work: counselling, employers, offers, placements, follow-ups.
let schema01Work = """
    CREATE TABLE counsellingSession (
      \(stampColumns01),
      homeId TEXT NOT NULL REFERENCES home(id),
      date TEXT NOT NULL CHECK (date IS date(date)),
      mode TEXT NOT NULL CHECK (mode IN ('1', '2', '3')),
      kind TEXT NOT NULL CHECK (kind IN ('INDIVIDUAL', 'GROUP', 'FAMILY')),
      counsellorId TEXT NOT NULL REFERENCES user(id),
      interpreter TEXT,
      durationMinutes INTEGER CHECK (durationMinutes BETWEEN 1 AND 1440),
      language TEXT,
      materialsGiven TEXT,
      note TEXT
    ) STRICT;
    CREATE INDEX counsellingSessionByHome ON counsellingSession (homeId, date);

    CREATE TABLE sessionTopic (
      \(stampColumns01),
      sessionId TEXT NOT NULL REFERENCES counsellingSession(id),
      topic TEXT NOT NULL CHECK (topic GLOB 'T[1-9]' OR topic GLOB 'T1[0-4]'),
      UNIQUE (sessionId, topic)
    ) STRICT;

    CREATE TABLE attendance (
      \(stampColumns01),
      sessionId TEXT NOT NULL REFERENCES counsellingSession(id),
      personId TEXT REFERENCES person(id),
      ageBand TEXT,
      tally INTEGER NOT NULL DEFAULT 1 CHECK (tally >= 1),
      preScore INTEGER CHECK (preScore BETWEEN 0 AND 100),
      postScore INTEGER CHECK (postScore BETWEEN 0 AND 100),
      CHECK (personId IS NULL OR tally = 1),
      CHECK (personId IS NOT NULL OR ageBand IS NOT NULL)
    ) STRICT;
    CREATE INDEX attendanceBySession ON attendance (sessionId);
    CREATE INDEX attendanceByPerson ON attendance (personId);
    CREATE UNIQUE INDEX attendanceOnce ON attendance (sessionId, personId)
      WHERE personId IS NOT NULL AND voidedAt IS NULL;

    CREATE TABLE checklistAnswer (
      \(stampColumns01),
      caseId TEXT NOT NULL REFERENCES "case"(id),
      item TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('1', '0', 'NA'))
    ) STRICT;
    CREATE UNIQUE INDEX checklistAnswerOnce ON checklistAnswer (caseId, item)
      WHERE voidedAt IS NULL;

    CREATE TABLE employer (
      \(stampColumns01),
      org_Name TEXT NOT NULL CHECK (org_Name <> ''),
      licenceNumber TEXT,
      licenceSeenOn TEXT CHECK (licenceSeenOn IS date(licenceSeenOn)),
      legalRepresentative TEXT,
      address TEXT,
      countyCode TEXT,
      phone TEXT,
      industry TEXT,
      size INTEGER CHECK (size >= 0),
      dormitory TEXT,
      approvedStatus TEXT NOT NULL CHECK (approvedStatus IN
        ('PENDING', 'APPROVED', 'SUSPENDED', 'BLACKLISTED')),
      approvedReason TEXT,
      approvedBy TEXT REFERENCES user(id),
      approvedSecondBy TEXT REFERENCES user(id),
      approvedOn TEXT CHECK (approvedOn IS date(approvedOn)),
      lastVisitOn TEXT CHECK (lastVisitOn IS date(lastVisitOn)),
      searchKey TEXT NOT NULL,
      CHECK (approvedBy IS NULL OR approvedSecondBy IS NULL OR approvedBy <> approvedSecondBy),
      CHECK (approvedStatus <> 'APPROVED' OR (approvedBy IS NOT NULL
        AND approvedSecondBy IS NOT NULL AND approvedOn IS NOT NULL))
    ) STRICT;

    CREATE TABLE jobOffer (
      \(stampColumns01),
      employerId TEXT NOT NULL REFERENCES employer(id),
      source TEXT NOT NULL CHECK (source IN ('PUBLIC_AGENCY', 'LICENSED_AGENCY', 'UNLICENSED',
        'DIRECT', 'RELATIVE_OR_FRIEND', 'ADVERT', 'INTERNET')),
      offeredOn TEXT NOT NULL CHECK (offeredOn IS date(offeredOn)),
      occupation TEXT NOT NULL,
      workplaceKind TEXT,
      countyCode TEXT,
      wageYuan INTEGER CHECK (wageYuan >= 0),
      wageBasis TEXT,
      probationWageYuan INTEGER CHECK (probationWageYuan >= 0),
      hoursPerDay INTEGER CHECK (hoursPerDay BETWEEN 1 AND 24),
      daysPerWeek INTEGER CHECK (daysPerWeek BETWEEN 1 AND 7),
      overtimeHoursPerDay INTEGER CHECK (overtimeHoursPerDay BETWEEN 0 AND 24),
      overtimeHoursPerMonth INTEGER CHECK (overtimeHoursPerMonth BETWEEN 0 AND 744),
      overtimePaid TEXT,
      probationMonths INTEGER CHECK (probationMonths BETWEEN 0 AND 60),
      contractTermMonths INTEGER CHECK (contractTermMonths BETWEEN 1 AND 600),
      openEnded TEXT,
      lodging TEXT,
      meals TEXT,
      deductionsYuan INTEGER CHECK (deductionsYuan >= 0),
      feeAskedYuan INTEGER CHECK (feeAskedYuan >= 0),
      depositAskedYuan INTEGER CHECK (depositAskedYuan >= 0),
      idDemanded TEXT,
      promisedInWriting TEXT,
      contractItemsStated INTEGER CHECK (contractItemsStated BETWEEN 0 AND 9),
      toldConditions TEXT,
      paidMonthlyInMoney TEXT,
      mayLeaveWithNotice TEXT,
      marriageTerms TEXT,
      employerChecksId TEXT,
      agencyLabour TEXT,
      heavyOrHazardous TEXT,
      forcedPaceOrLifting TEXT,
      registeredForMinors TEXT,
      hasHealthChecks TEXT,
      agencyLicenceSeen TEXT,
      minAge INTEGER CHECK (minAge BETWEEN 0 AND 99),
      hazards TEXT,
      openings INTEGER CHECK (openings >= 0),
      closesOn TEXT CHECK (closesOn IS date(closesOn)),
      note TEXT
    ) STRICT;
    CREATE INDEX jobOfferByEmployer ON jobOffer (employerId);

    CREATE TABLE placement (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      offerId TEXT NOT NULL REFERENCES jobOffer(id),
      startDate TEXT NOT NULL CHECK (startDate IS date(startDate)),
      contractSignedOn TEXT CHECK (contractSignedOn IS date(contractSignedOn)),
      contractCopyHeld TEXT,
      wageYuanAtStart INTEGER CHECK (wageYuanAtStart >= 0),
      hoursPerDayAtStart INTEGER CHECK (hoursPerDayAtStart BETWEEN 1 AND 24),
      endDate TEXT CHECK (endDate IS date(endDate)),
      endReason TEXT,
      employmentType TEXT,
      ledgerComplete TEXT,
      overrideReason TEXT,
      overrideBy TEXT REFERENCES user(id),
      overrideSecondBy TEXT REFERENCES user(id),
      CHECK (endDate >= startDate),
      CHECK (overrideBy IS NULL OR (coalesce(overrideSecondBy, overrideBy) <> overrideBy
        AND coalesce(length(overrideReason), 0) >= 20))
    ) STRICT;
    CREATE INDEX placementByPerson ON placement (personId, startDate);
    CREATE INDEX placementByOffer ON placement (offerId);
    CREATE INDEX placementByHome ON placement (homeId, startDate);

    CREATE TABLE offerCheck (
      \(stampColumns01),
      placementId TEXT NOT NULL REFERENCES placement(id),
      offerId TEXT NOT NULL REFERENCES jobOffer(id),
      ruleCode TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('PASS', 'FAIL', 'WARN', 'UNKNOWN')),
      article TEXT NOT NULL,
      effectiveFrom TEXT NOT NULL CHECK (effectiveFrom IS date(effectiveFrom)),
      evidence TEXT,
      checkedOn TEXT NOT NULL CHECK (checkedOn IS date(checkedOn)),
      UNIQUE (placementId, ruleCode)
    ) STRICT;

    CREATE TABLE followUp (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      placementId TEXT REFERENCES placement(id),
      stayId TEXT REFERENCES stay(id),
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
      CHECK ((placementId IS NULL) <> (stayId IS NULL)),
      CHECK ((doneOn IS NULL) = (reached IS NULL)),
      CHECK (alertRaisedOn IS NULL OR doneOn IS NOT NULL),
      CHECK (alertClosedOn IS NULL OR (alertRaisedOn IS NOT NULL AND coalesce(alertClosedReason, '') <> ''))
    ) STRICT;
    CREATE UNIQUE INDEX followUpOfPlacement ON followUp (placementId, dayOffset)
      WHERE placementId IS NOT NULL AND voidedAt IS NULL;
    CREATE UNIQUE INDEX followUpOfStay ON followUp (stayId, dayOffset)
      WHERE stayId IS NOT NULL AND voidedAt IS NULL;
    CREATE INDEX followUpDue ON followUp (homeId, dueOn)
      WHERE doneOn IS NULL AND voidedAt IS NULL;
    CREATE INDEX followUpAlert ON followUp (homeId, alertRaisedOn)
      WHERE alertRaisedOn IS NOT NULL AND alertClosedOn IS NULL AND voidedAt IS NULL;
    CREATE INDEX followUpByPerson ON followUp (personId, dueOn);

    CREATE TABLE followUpIndicator (
      \(stampColumns01),
      followUpId TEXT NOT NULL REFERENCES followUp(id),
      indicator TEXT NOT NULL,
      answer TEXT NOT NULL,
      evidence TEXT
    ) STRICT;
    CREATE UNIQUE INDEX followUpIndicatorOnce ON followUpIndicator (followUpId, indicator)
      WHERE voidedAt IS NULL;
    """
