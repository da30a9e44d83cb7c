/// The first schema's people: person, contact, consent, case, stay, bed assignment, risk.
let schema01People = """
    CREATE TABLE person (
      \(stampColumns01),
      homeId TEXT NOT NULL REFERENCES home(id),
      personCode TEXT NOT NULL UNIQUE CHECK (personCode <> ''),
      nameZh TEXT,
      prs_FirstName TEXT,
      prs_SecondName TEXT,
      namePinyin TEXT,
      alias TEXT,
      nameDataQuality TEXT,
      prs_Birthdate TEXT,
      dobDataQuality TEXT,
      prs_Gender TEXT,
      prs_IdentityNumber TEXT,
      idDocumentType TEXT,
      idHeldBy TEXT,
      hukouCounty TEXT,
      hukouType TEXT,
      prs_MaritalStatus TEXT,
      prs_NumberOfChildren TEXT,
      prs_PrimaryLanguage TEXT,
      dialect TEXT,
      ethnicity TEXT,
      prs_HighestLevelOfEducation TEXT,
      schoolStatus TEXT,
      skills TEXT,
      searchKey TEXT NOT NULL,
      sealedAt TEXT,
      sealedBy TEXT REFERENCES user(id),
      sealReason TEXT,
      CHECK ((sealedAt IS NULL) = (sealedBy IS NULL)),
      CHECK ((sealedAt IS NULL) = (sealReason IS NULL))
    ) STRICT;
    CREATE INDEX personSealed ON person (id) WHERE sealedAt IS NOT NULL;
    CREATE INDEX personByHome ON person (homeId, personCode);
    CREATE INDEX personByIdentityNumber ON person (prs_IdentityNumber)
      WHERE prs_IdentityNumber IS NOT NULL AND voidedAt IS NULL;

    CREATE TABLE contact (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      kind TEXT NOT NULL CHECK (kind IN ('SELF', 'EMERGENCY', 'EMPLOYER', 'FAMILY')),
      name TEXT,
      relation TEXT,
      phone TEXT,
      mayCall TEXT,
      mayText TEXT,
      mayLeaveMessage TEXT,
      hours TEXT,
      whoMayAnswer TEXT,
      persona TEXT,
      codePhrase TEXT,
      mayBeTold TEXT,
      checkedOn TEXT CHECK (checkedOn IS date(checkedOn))
    ) STRICT;
    CREATE INDEX contactByPerson ON contact (personId);

    CREATE TABLE consent (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      purpose TEXT NOT NULL,
      shareWith TEXT,
      given TEXT NOT NULL,
      givenBy TEXT,
      date TEXT NOT NULL CHECK (date IS date(date)),
      expiresOn TEXT CHECK (expiresOn IS date(expiresOn)),
      withheldWhat TEXT,
      withheldWhy TEXT,
      language TEXT,
      formNumber TEXT,
      withdrawnOn TEXT CHECK (withdrawnOn IS date(withdrawnOn)),
      withdrawnHow TEXT,
      CHECK (expiresOn >= date)
    ) STRICT;
    CREATE INDEX consentByPerson ON consent (personId, expiresOn) WHERE voidedAt IS NULL;

    CREATE TABLE "case" (
      \(stampColumns01),
      caseCode TEXT NOT NULL UNIQUE,
      personId TEXT NOT NULL REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      cas_CaseOwner TEXT REFERENCES user(id),
      cas_Status TEXT NOT NULL CHECK (cas_Status IN
        ('Active', 'FollowUp', 'Closed', 'ClosedReferred')),
      riskLevel TEXT CHECK (riskLevel IN ('HIGH', 'MEDIUM', 'LOW')),
      registrationDate TEXT NOT NULL CHECK (registrationDate IS date(registrationDate)),
      referralSource TEXT,
      cas_ReasonForIncomingReferral TEXT,
      vic_TraffickingStatus TEXT NOT NULL DEFAULT 'NotAssessed',
      vic_TraffickingStatusDecisionMakingOrg TEXT,
      cas_ReasonForCaseClosure TEXT,
      dateClosure TEXT CHECK (dateClosure IS date(dateClosure)),
      closureApprovedBy TEXT REFERENCES user(id),
      CHECK (dateClosure >= registrationDate)
    ) STRICT;
    CREATE INDEX caseByPerson ON "case" (personId);
    CREATE INDEX caseByHome ON "case" (homeId, cas_Status, personId, id) WHERE voidedAt IS NULL;

    CREATE TABLE stay (
      \(stampColumns01),
      caseId TEXT NOT NULL REFERENCES "case"(id),
      personId TEXT NOT NULL REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      entryDate TEXT NOT NULL CHECK (entryDate IS date(entryDate)),
      state TEXT NOT NULL CHECK (state IN ('PLANNED', 'CHECKED_IN', 'CHECKED_OUT')),
      relationshipToHoH TEXT,
      motherStayId TEXT REFERENCES stay(id),
      priorLivingSituation TEXT,
      lengthOfStayThere TEXT,
      needs TEXT,
      belongings TEXT,
      houseRulesExplainedOn TEXT CHECK (houseRulesExplainedOn IS date(houseRulesExplainedOn)),
      houseRulesLanguage TEXT,
      plannedExitDate TEXT CHECK (plannedExitDate IS date(plannedExitDate)),
      exitDate TEXT CHECK (exitDate IS date(exitDate)),
      exitType TEXT,
      destination TEXT,
      destinationPlace TEXT,
      destinationSafeClient TEXT,
      destinationSafeWorker TEXT,
      exitInterview TEXT,
      aftercare TEXT,
      CHECK (exitDate >= entryDate),
      CHECK (plannedExitDate >= entryDate),
      CHECK ((state = 'CHECKED_OUT') = (exitDate IS NOT NULL))
    ) STRICT;
    CREATE INDEX stayByPerson ON stay (personId, entryDate);
    CREATE INDEX stayByCase ON stay (caseId);
    CREATE INDEX stayByMother ON stay (motherStayId) WHERE motherStayId IS NOT NULL;
    CREATE INDEX stayHere ON stay (homeId, entryDate) WHERE exitDate IS NULL AND voidedAt IS NULL;
    CREATE INDEX stayByExit ON stay (homeId, exitDate, entryDate) WHERE voidedAt IS NULL;

    CREATE TABLE bedAssignment (
      \(stampColumns01),
      stayId TEXT NOT NULL REFERENCES stay(id),
      bedId TEXT NOT NULL REFERENCES bed(id),
      fromNight TEXT NOT NULL CHECK (fromNight IS date(fromNight)),
      toNight TEXT CHECK (toNight IS date(toNight)),
      reason TEXT NOT NULL CHECK (reason IN ('ARRIVAL', 'MOVE', 'SWAP', 'ISOLATION')),
      withMother INTEGER NOT NULL DEFAULT 0 CHECK (withMother IN (0, 1)),
      CHECK (toNight >= fromNight)
    ) STRICT;
    CREATE INDEX bedAssignmentByStay ON bedAssignment (stayId, fromNight);
    CREATE INDEX bedAssignmentByBed ON bedAssignment (bedId, toNight, fromNight)
      WHERE voidedAt IS NULL;
    CREATE INDEX bedAssignmentByEnd ON bedAssignment (toNight, fromNight, bedId, stayId)
      WHERE voidedAt IS NULL;

    CREATE TABLE riskAssessment (
      \(stampColumns01),
      caseId TEXT NOT NULL REFERENCES "case"(id),
      assessedOn TEXT NOT NULL CHECK (assessedOn IS date(assessedOn)),
      stage TEXT NOT NULL CHECK (stage IN
        ('INTAKE', 'MIDSTAY', 'PRE_DEPARTURE', 'EXIT', 'FOLLOW_UP', 'AD_HOC')),
      herOwnRating TEXT,
      workerRating TEXT,
      reason TEXT,
      nextReviewDue TEXT CHECK (nextReviewDue IS date(nextReviewDue)),
      CHECK (nextReviewDue >= assessedOn)
    ) STRICT;
    CREATE INDEX riskAssessmentByCase ON riskAssessment (caseId, assessedOn, id, nextReviewDue)
      WHERE voidedAt IS NULL;

    CREATE TABLE riskItem (
      \(stampColumns01),
      riskAssessmentId TEXT NOT NULL REFERENCES riskAssessment(id),
      level TEXT NOT NULL CHECK (level IN ('INDIVIDUAL', 'HOUSEHOLD', 'COMMUNITY')),
      code TEXT NOT NULL,
      answer TEXT,
      note TEXT,
      UNIQUE (riskAssessmentId, code)
    ) STRICT;
    """
