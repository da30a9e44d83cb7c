-- Written from the migrations (RECORD=1 swift test --filter SchemaFileTests).

CREATE TABLE user (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  userName TEXT NOT NULL CHECK (userName <> ''),
  displayName TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN
    ('CASEWORKER', 'HOME_MANAGER', 'SUPERVISOR', 'DATA_OFFICER', 'ADMIN')),
  language TEXT NOT NULL CHECK (language IN ('en', 'zh')),
  keySlot TEXT UNIQUE CHECK (length(keySlot) = 32),
  passwordState TEXT NOT NULL DEFAULT 'NONE'
    CHECK (passwordState IN ('NONE', 'TEMPORARY', 'OWN')),
  disabledOn TEXT,
  codeOfConductAcceptedOn TEXT
) STRICT;

CREATE TABLE keyState (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL CHECK (generation >= 1),
  secondPublicKey BLOB NOT NULL CHECK (length(secondPublicKey) = 32)
) STRICT;

CREATE TABLE programme (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  nameEn TEXT NOT NULL,
  nameZh TEXT NOT NULL,
  utcOffsetMinutes INTEGER NOT NULL CHECK (utcOffsetMinutes BETWEEN -840 AND 840),
  dateOrder TEXT NOT NULL CHECK (dateOrder IN ('DM', 'MD')),
  isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
  pinnedToday TEXT CHECK (pinnedToday IS date(pinnedToday))
, fileYears INTEGER NOT NULL DEFAULT 7
  CHECK (fileYears BETWEEN 3 AND 20), ledgerYears INTEGER NOT NULL DEFAULT 2
  CHECK (ledgerYears BETWEEN 2 AND 20)) STRICT;

CREATE TABLE province (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  provinceCode TEXT NOT NULL UNIQUE CHECK (provinceCode GLOB '[0-9][0-9]0000'),
  nameZh TEXT NOT NULL CHECK (nameZh <> ''),
  nameEn TEXT NOT NULL CHECK (nameEn <> ''),
  areaRole TEXT NOT NULL CHECK (areaRole IN ('SENDING', 'RECEIVING', 'BOTH')),
  programmeFrom TEXT CHECK (programmeFrom IS date(programmeFrom)),
  programmeTo TEXT CHECK (programmeTo IS date(programmeTo))
) STRICT;

CREATE TABLE minimumWage (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  provinceCode TEXT NOT NULL REFERENCES province(provinceCode),
  zone TEXT NOT NULL,
  validFrom TEXT NOT NULL CHECK (validFrom IS date(validFrom)),
  monthlyYuan INTEGER CHECK (monthlyYuan >= 0),
  hourlyFen INTEGER CHECK (hourlyFen >= 0),
  UNIQUE (provinceCode, zone, validFrom),
  CHECK (monthlyYuan IS NOT NULL OR hourlyFen IS NOT NULL)
) STRICT;

CREATE TABLE home (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  homeCode TEXT NOT NULL UNIQUE CHECK (homeCode GLOB '[A-Z][A-Z]-[0-9][0-9][0-9]'),
  nameZh TEXT NOT NULL CHECK (nameZh <> ''),
  nameEn TEXT NOT NULL CHECK (nameEn <> ''),
  provinceCode TEXT NOT NULL REFERENCES province(provinceCode),
  countyCode TEXT NOT NULL CHECK (countyCode GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
  serviceMode TEXT NOT NULL CHECK (serviceMode IN ('RESIDENTIAL', 'DROP_IN', 'MIXED')),
  hostType TEXT NOT NULL CHECK (hostType IN
    ('COMMUNITY', 'VILLAGE', 'EMPLOYER', 'TRAINING_SCHOOL', 'STATION', 'OTHER')),
  addressConfidential INTEGER NOT NULL DEFAULT 1 CHECK (addressConfidential IN (0, 1)),
  address TEXT,
  phone TEXT,
  hotline TEXT NOT NULL DEFAULT '12338',
  operatingStartDate TEXT NOT NULL CHECK (operatingStartDate IS date(operatingStartDate)),
  operatingEndDate TEXT CHECK (operatingEndDate IS date(operatingEndDate)),
  targetPopulation TEXT,
  CHECK (operatingEndDate >= operatingStartDate),
  CHECK (substr(countyCode, 1, 2) = substr(provinceCode, 1, 2))
) STRICT;

CREATE TABLE userHome (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  userId TEXT NOT NULL REFERENCES user(id),
  homeId TEXT NOT NULL REFERENCES home(id),
  UNIQUE (userId, homeId)
) STRICT;

CREATE TABLE room (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  homeId TEXT NOT NULL REFERENCES home(id),
  name TEXT NOT NULL CHECK (name <> ''),
  floor TEXT,
  accessible INTEGER NOT NULL DEFAULT 0 CHECK (accessible IN (0, 1)),
  transitory INTEGER NOT NULL DEFAULT 0 CHECK (transitory IN (0, 1)),
  UNIQUE (homeId, name)
) STRICT;

CREATE TABLE bed (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  roomId TEXT NOT NULL REFERENCES room(id),
  bedNumber TEXT NOT NULL CHECK (bedNumber <> ''),
  bedType TEXT NOT NULL CHECK (bedType IN
    ('SINGLE', 'BUNK_UPPER', 'BUNK_LOWER', 'COT', 'CHILD', 'MATTRESS')),
  inventoryStartDate TEXT NOT NULL CHECK (inventoryStartDate IS date(inventoryStartDate)),
  inventoryEndDate TEXT CHECK (inventoryEndDate IS date(inventoryEndDate)),
  availability TEXT NOT NULL DEFAULT '1' CHECK (availability IN ('1', '2', '3')),
  UNIQUE (roomId, bedNumber),
  CHECK (inventoryEndDate >= inventoryStartDate)
) STRICT;

CREATE TABLE bedStatusPeriod (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  bedId TEXT NOT NULL REFERENCES bed(id),
  fromNight TEXT NOT NULL CHECK (fromNight IS date(fromNight)),
  toNight TEXT CHECK (toNight IS date(toNight)),
  status TEXT NOT NULL CHECK (status IN ('HELD', 'OUT_OF_SERVICE', 'CLOSED')),
  reason TEXT,
  CHECK (toNight >= fromNight)
) STRICT;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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
  sealReason TEXT, purgedAt TEXT
  CHECK (purgedAt IS NULL OR sealedAt IS NOT NULL), mergedInto TEXT REFERENCES person(id)
  CHECK (mergedInto IS NULL OR (mergedInto <> id AND voidedAt IS NOT NULL)),
  CHECK ((sealedAt IS NULL) = (sealedBy IS NULL)),
  CHECK ((sealedAt IS NULL) = (sealReason IS NULL))
) STRICT;

CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE consent (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE "case" (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE stay (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE bedAssignment (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  stayId TEXT NOT NULL REFERENCES stay(id),
  bedId TEXT NOT NULL REFERENCES bed(id),
  fromNight TEXT NOT NULL CHECK (fromNight IS date(fromNight)),
  toNight TEXT CHECK (toNight IS date(toNight)),
  reason TEXT NOT NULL CHECK (reason IN ('ARRIVAL', 'MOVE', 'SWAP', 'ISOLATION')),
  withMother INTEGER NOT NULL DEFAULT 0 CHECK (withMother IN (0, 1)),
  CHECK (toNight >= fromNight)
) STRICT;

CREATE TABLE riskAssessment (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE riskItem (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  riskAssessmentId TEXT NOT NULL REFERENCES riskAssessment(id),
  level TEXT NOT NULL CHECK (level IN ('INDIVIDUAL', 'HOUSEHOLD', 'COMMUNITY')),
  code TEXT NOT NULL,
  answer TEXT,
  note TEXT,
  UNIQUE (riskAssessmentId, code)
) STRICT;

CREATE TABLE counsellingSession (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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
, interpreterCounty TEXT, interpreterWork TEXT, interpreterReason TEXT) STRICT;

CREATE TABLE sessionTopic (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  sessionId TEXT NOT NULL REFERENCES counsellingSession(id),
  topic TEXT NOT NULL CHECK (topic GLOB 'T[1-9]' OR topic GLOB 'T1[0-4]'),
  UNIQUE (sessionId, topic)
) STRICT;

CREATE TABLE attendance (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  sessionId TEXT NOT NULL REFERENCES counsellingSession(id),
  personId TEXT REFERENCES person(id),
  ageBand TEXT,
  tally INTEGER NOT NULL DEFAULT 1 CHECK (tally >= 1),
  preScore INTEGER CHECK (preScore BETWEEN 0 AND 100),
  postScore INTEGER CHECK (postScore BETWEEN 0 AND 100),
  CHECK (personId IS NULL OR tally = 1),
  CHECK (personId IS NOT NULL OR ageBand IS NOT NULL)
) STRICT;

CREATE TABLE checklistAnswer (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  caseId TEXT NOT NULL REFERENCES "case"(id),
  item TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('1', '0', 'NA'))
) STRICT;

CREATE TABLE employer (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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
, lodgingYuan INTEGER CHECK (lodgingYuan >= 0), wageZone TEXT, skillsNeeded TEXT, languageNeeded TEXT) STRICT;

CREATE TABLE placement (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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
  overrideSecondBy TEXT REFERENCES user(id), employerStatusAtStart TEXT
  CHECK (employerStatusAtStart IN ('PENDING', 'APPROVED', 'SUSPENDED', 'BLACKLISTED')), overrideOn TEXT
  CHECK (overrideOn IS date(overrideOn))
  CHECK (overrideOn IS NULL OR overrideBy IS NOT NULL),
  CHECK (endDate >= startDate),
  CHECK (overrideBy IS NULL OR (coalesce(overrideSecondBy, overrideBy) <> overrideBy
    AND coalesce(length(overrideReason), 0) >= 20))
) STRICT;

CREATE TABLE offerCheck (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE followUpIndicator (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  followUpId TEXT NOT NULL REFERENCES followUp(id),
  indicator TEXT NOT NULL,
  answer TEXT NOT NULL,
  evidence TEXT
) STRICT;

CREATE TABLE glassBreak (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  userId TEXT NOT NULL REFERENCES user(id),
  personId TEXT NOT NULL REFERENCES person(id),
  homeId TEXT NOT NULL REFERENCES home(id),
  reason TEXT NOT NULL CHECK (length(reason) >= 20),
  at TEXT NOT NULL,
  until TEXT NOT NULL CHECK (until > at),
  reviewedBy TEXT REFERENCES user(id) CHECK (reviewedBy <> userId),
  reviewedAt TEXT,
  reviewFinding TEXT CHECK (reviewFinding IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
  reviewNote TEXT,
  CHECK ((reviewedAt IS NULL) = (reviewedBy IS NULL)),
  CHECK ((reviewedAt IS NULL) = (reviewFinding IS NULL))
) STRICT;

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

CREATE TABLE personKey (
  personId TEXT NOT NULL PRIMARY KEY REFERENCES person(id),
  "key" BLOB NOT NULL CHECK (length("key") = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE searchKeyring (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  "key" BLOB NOT NULL CHECK (length("key") = 32)
) STRICT;

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

CREATE TABLE never (id INTEGER NOT NULL PRIMARY KEY CHECK (0)) STRICT;

CREATE TABLE nightWithoutBed (
  id TEXT NOT NULL PRIMARY KEY,
  never INTEGER NOT NULL REFERENCES never(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE purging (
  personId TEXT NOT NULL PRIMARY KEY,
  never INTEGER NOT NULL REFERENCES never(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE retentionHold (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  personId TEXT NOT NULL REFERENCES person(id),
  homeId TEXT NOT NULL REFERENCES home(id),
  heldOn TEXT NOT NULL CHECK (heldOn IS date(heldOn)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  liftedOn TEXT CHECK (liftedOn IS date(liftedOn)),
  liftedReason TEXT,
  CHECK (liftedOn >= heldOn),
  CHECK ((liftedOn IS NULL) = (liftedReason IS NULL))
) STRICT;

CREATE TABLE tombstone (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  personId TEXT NOT NULL UNIQUE REFERENCES person(id),
  homeId TEXT NOT NULL REFERENCES home(id),
  personCode TEXT NOT NULL CHECK (personCode <> ''),
  closedOn TEXT NOT NULL CHECK (closedOn IS date(closedOn)),
  dueOn TEXT NOT NULL CHECK (dueOn IS date(dueOn)),
  purgedOn TEXT NOT NULL CHECK (purgedOn IS date(purgedOn)),
  reason TEXT NOT NULL CHECK (reason IN ('TIME_OVER', 'HER_WISH')),
  secondBy TEXT NOT NULL REFERENCES user(id) CHECK (secondBy <> createdBy),
  CHECK (reason <> 'TIME_OVER' OR purgedOn >= dueOn)
) STRICT;

CREATE TABLE tombstoneCount (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  tombstoneId TEXT NOT NULL REFERENCES tombstone(id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  destroyed INTEGER NOT NULL CHECK (destroyed >= 0),
  emptied INTEGER NOT NULL CHECK (emptied >= 0),
  UNIQUE (tombstoneId, kind)
) STRICT;

CREATE TABLE reservation (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE turnAway (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  homeId TEXT NOT NULL REFERENCES home(id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  ageBand TEXT NOT NULL,
  tally INTEGER NOT NULL DEFAULT 1 CHECK (tally BETWEEN 1 AND 99),
  reason TEXT NOT NULL,
  referredTo TEXT
) STRICT;

CREATE TABLE visit (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  homeId TEXT NOT NULL REFERENCES home(id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  personId TEXT REFERENCES person(id),
  ageBand TEXT,
  tally INTEGER NOT NULL DEFAULT 1 CHECK (tally BETWEEN 1 AND 999),
  note TEXT, outsiderName TEXT, outsiderPhone TEXT,
  CHECK ((personId IS NULL) = (ageBand IS NOT NULL)),
  CHECK (personId IS NULL OR tally = 1)
) STRICT;

CREATE TABLE visitService (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  visitId TEXT NOT NULL REFERENCES visit(id),
  service TEXT NOT NULL,
  UNIQUE (visitId, service)
) STRICT;

CREATE TABLE absence (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE belonging (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE indicator (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE planGoal (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE planAction (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE flag (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE note (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE referral (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  personId TEXT NOT NULL REFERENCES person(id),
  homeId TEXT NOT NULL REFERENCES home(id),
  direction TEXT NOT NULL CHECK (direction IN ('OUT', 'IN')),
  serviceType TEXT NOT NULL,
  toOrganisation TEXT NOT NULL CHECK (toOrganisation <> ''),
  consentId TEXT NOT NULL REFERENCES consent(id),
  sharedOn TEXT NOT NULL CHECK (sharedOn IS date(sharedOn)),
  sentAt TEXT NOT NULL,
  responseTimeframe TEXT NOT NULL CHECK (responseTimeframe IN ('1h', '3h', '1d', '3d')),
  dueAt TEXT NOT NULL CHECK (dueAt > sentAt),
  sharesIdentity TEXT NOT NULL CHECK (sharesIdentity IN ('0', '1')),
  sharesContact TEXT NOT NULL CHECK (sharesContact IN ('0', '1')),
  sharesFamily TEXT NOT NULL CHECK (sharesFamily IN ('0', '1')),
  sharesNeeds TEXT NOT NULL CHECK (sharesNeeds IN ('0', '1')),
  sharesRisk TEXT NOT NULL CHECK (sharesRisk IN ('0', '1')),
  sharesCase TEXT NOT NULL CHECK (sharesCase IN ('0', '1')),
  sharesWork TEXT NOT NULL CHECK (sharesWork IN ('0', '1')),
  reason TEXT,
  status TEXT NOT NULL CHECK (status IN
    ('in_progress', 'accepted', 'rejected', 'done', 'revoked')),
  referralResult TEXT CHECK (referralResult IN ('1', '2', '3')),
  respondedAt TEXT CHECK (respondedAt >= sentAt),
  feedback TEXT,
  revokedOn TEXT CHECK (revokedOn IS date(revokedOn)),
  toldOn TEXT CHECK (toldOn IS date(toldOn)),
  CHECK (status <> 'in_progress' OR (respondedAt IS NULL AND referralResult IS NULL)),
  CHECK (status NOT IN ('accepted', 'rejected', 'done') OR respondedAt IS NOT NULL),
  CHECK (status <> 'done' OR referralResult IS NOT NULL),
  CHECK (status <> 'rejected' OR coalesce(referralResult, '') = '3'),
  CHECK ((status = 'revoked') = (revokedOn IS NOT NULL)),
  CHECK (toldOn IS NULL OR coalesce(toldOn >= revokedOn, 0)),
  CHECK (direction <> 'OUT' OR '1' IN (sharesIdentity, sharesContact, sharesFamily,
    sharesNeeds, sharesRisk, sharesCase, sharesWork))
) STRICT;

CREATE TABLE incident (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  homeId TEXT NOT NULL REFERENCES home(id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  reportedOn TEXT NOT NULL CHECK (reportedOn IS date(reportedOn)),
  class TEXT NOT NULL CHECK (class IN ('IN_HOME_SAFETY', 'MISSING_RESIDENT', 'THEFT',
    'ILLNESS', 'VIOLENCE', 'THREAT_BY_OUTSIDER', 'RECRUITER_AT_DOOR', 'WORKPLACE_ABUSE',
    'WAGE_ARREARS', 'DOCUMENT_RETENTION', 'SUSPECTED_TRAFFICKING', 'DATA_BREACH')),
  gbvType TEXT,
  employerId TEXT REFERENCES employer(id),
  whatHappened TEXT,
  action TEXT,
  reportedTo TEXT,
  status TEXT NOT NULL CHECK (status IN ('OPEN', 'FOLLOWED_UP', 'CLOSED')),
  closedOn TEXT CHECK (closedOn IS date(closedOn)),
  closedReason TEXT,
  CHECK (reportedOn >= date),
  CHECK (closedOn >= reportedOn),
  CHECK ((status = 'CLOSED') = (closedOn IS NOT NULL)),
  CHECK ((status = 'CLOSED') = (coalesce(closedReason, '') <> '')),
  CHECK (gbvType IS NULL OR class IN ('IN_HOME_SAFETY', 'VIOLENCE', 'THREAT_BY_OUTSIDER',
    'WORKPLACE_ABUSE', 'SUSPECTED_TRAFFICKING'))
) STRICT;

CREATE TABLE incidentPerson (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  incidentId TEXT NOT NULL REFERENCES incident(id),
  personId TEXT REFERENCES person(id),
  part TEXT NOT NULL CHECK (part IN ('AFFECTED', 'PRESENT', 'ALLEGED')),
  description TEXT,
  CHECK ((personId IS NULL) = (coalesce(description, '') <> ''))
) STRICT;

CREATE TABLE transfer (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  personId TEXT NOT NULL REFERENCES person(id),
  fromHomeId TEXT NOT NULL REFERENCES home(id),
  toHomeId TEXT NOT NULL REFERENCES home(id),
  stayId TEXT REFERENCES stay(id),
  consentId TEXT NOT NULL REFERENCES consent(id),
  proposedOn TEXT NOT NULL CHECK (proposedOn IS date(proposedOn)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  needs TEXT,
  ageBand TEXT,
  status TEXT NOT NULL CHECK (status IN ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  answeredOn TEXT CHECK (answeredOn IS date(answeredOn)),
  answeredBy TEXT REFERENCES user(id),
  answerReason TEXT,
  newStayId TEXT REFERENCES stay(id),
  motherTransferId TEXT REFERENCES transfer(id),
  CHECK (fromHomeId <> toHomeId),
  CHECK ((status = 'PROPOSED') = (answeredOn IS NULL)),
  CHECK ((status = 'PROPOSED') = (answeredBy IS NULL)),
  CHECK (status <> 'REFUSED' OR coalesce(answerReason, '') <> ''),
  CHECK ((status = 'ACCEPTED') = (newStayId IS NOT NULL)),
  CHECK (motherTransferId IS NULL OR status = 'ACCEPTED')
) STRICT;

CREATE TABLE closureRequest (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  caseId TEXT NOT NULL REFERENCES "case"(id),
  personId TEXT NOT NULL REFERENCES person(id),
  askedOn TEXT NOT NULL CHECK (askedOn IS date(askedOn)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  closeOn TEXT NOT NULL CHECK (closeOn IS date(closeOn)),
  note TEXT,
  status TEXT NOT NULL CHECK (status IN ('ASKED', 'APPROVED', 'REFUSED', 'OVERTAKEN')),
  answeredOn TEXT CHECK (answeredOn IS date(answeredOn)),
  answeredBy TEXT REFERENCES user(id),
  answerReason TEXT,
  CHECK ((status = 'ASKED') = (answeredOn IS NULL)),
  CHECK ((status = 'ASKED') = (answeredBy IS NULL)),
  CHECK (status <> 'REFUSED' OR coalesce(answerReason, '') <> '')
) STRICT;

CREATE TABLE sessionMaterial (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  sessionId TEXT NOT NULL REFERENCES counsellingSession(id),
  material TEXT NOT NULL CHECK (material <> '')
) STRICT;

CREATE TABLE migrationPlan (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE "followUp" (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE employerName (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  employerId TEXT NOT NULL REFERENCES employer(id),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('ALSO_CALLED', 'FORMER', 'ON_THE_DOOR')),
  knownSince TEXT NOT NULL CHECK (knownSince IS date(knownSince))
) STRICT;

CREATE TABLE employerContact (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
  employerId TEXT NOT NULL REFERENCES employer(id),
  name TEXT NOT NULL CHECK (name <> ''),
  position TEXT,
  phone TEXT
) STRICT;

CREATE TABLE employerVisit (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE placementChange (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE watchedPerson (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE TABLE sighting (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  updatedAt TEXT NOT NULL,
  updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
  rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
  voidedAt TEXT,
  voidedBy TEXT REFERENCES user(id),
  voidReason TEXT,
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

CREATE UNIQUE INDEX userByName ON user (userName COLLATE NOCASE);

CREATE INDEX homeByProvince ON home (provinceCode, homeCode);

CREATE INDEX bedStatusPeriodByBed ON bedStatusPeriod (bedId, fromNight)
  WHERE voidedAt IS NULL;

CREATE INDEX personSealed ON person (id) WHERE sealedAt IS NOT NULL;

CREATE INDEX personByHome ON person (homeId, personCode);

CREATE INDEX personByIdentityNumber ON person (prs_IdentityNumber)
  WHERE prs_IdentityNumber IS NOT NULL AND voidedAt IS NULL;

CREATE INDEX contactByPerson ON contact (personId);

CREATE INDEX consentByPerson ON consent (personId, expiresOn) WHERE voidedAt IS NULL;

CREATE INDEX caseByPerson ON "case" (personId);

CREATE INDEX caseByHome ON "case" (homeId, cas_Status, personId, id) WHERE voidedAt IS NULL;

CREATE INDEX stayByPerson ON stay (personId, entryDate);

CREATE INDEX stayByCase ON stay (caseId);

CREATE INDEX stayByMother ON stay (motherStayId) WHERE motherStayId IS NOT NULL;

CREATE INDEX stayHere ON stay (homeId, entryDate) WHERE exitDate IS NULL AND voidedAt IS NULL;

CREATE INDEX stayByExit ON stay (homeId, exitDate, entryDate) WHERE voidedAt IS NULL;

CREATE INDEX bedAssignmentByStay ON bedAssignment (stayId, fromNight);

CREATE INDEX bedAssignmentByBed ON bedAssignment (bedId, toNight, fromNight)
  WHERE voidedAt IS NULL;

CREATE INDEX bedAssignmentByEnd ON bedAssignment (toNight, fromNight, bedId, stayId)
  WHERE voidedAt IS NULL;

CREATE INDEX riskAssessmentByCase ON riskAssessment (caseId, assessedOn, id, nextReviewDue)
  WHERE voidedAt IS NULL;

CREATE INDEX counsellingSessionByHome ON counsellingSession (homeId, date);

CREATE INDEX attendanceBySession ON attendance (sessionId);

CREATE INDEX attendanceByPerson ON attendance (personId);

CREATE UNIQUE INDEX attendanceOnce ON attendance (sessionId, personId)
  WHERE personId IS NOT NULL AND voidedAt IS NULL;

CREATE UNIQUE INDEX checklistAnswerOnce ON checklistAnswer (caseId, item)
  WHERE voidedAt IS NULL;

CREATE INDEX jobOfferByEmployer ON jobOffer (employerId);

CREATE INDEX placementByPerson ON placement (personId, startDate);

CREATE INDEX placementByOffer ON placement (offerId);

CREATE INDEX placementByHome ON placement (homeId, startDate);

CREATE UNIQUE INDEX followUpIndicatorOnce ON followUpIndicator (followUpId, indicator)
  WHERE voidedAt IS NULL;

CREATE INDEX glassBreakOpen ON glassBreak (userId, personId, until);

CREATE INDEX glassBreakToReview ON glassBreak (homeId, at) WHERE reviewedAt IS NULL;

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

CREATE UNIQUE INDEX retentionHoldOnce ON retentionHold (personId)
  WHERE liftedOn IS NULL AND voidedAt IS NULL;

CREATE INDEX retentionHoldByPerson ON retentionHold (personId);

CREATE INDEX tombstoneByHome ON tombstone (homeId, purgedOn);

CREATE INDEX personMergedInto ON person (mergedInto) WHERE mergedInto IS NOT NULL;

CREATE INDEX reservationOpen ON reservation (homeId, forNight)
  WHERE outcome IS NULL AND voidedAt IS NULL;

CREATE INDEX reservationByPerson ON reservation (personId) WHERE personId IS NOT NULL;

CREATE UNIQUE INDEX reservationByHold ON reservation (holdId)
  WHERE holdId IS NOT NULL AND voidedAt IS NULL;

CREATE INDEX turnAwayByDate ON turnAway (homeId, date) WHERE voidedAt IS NULL;

CREATE INDEX visitByDate ON visit (homeId, date) WHERE voidedAt IS NULL;

CREATE INDEX visitByPerson ON visit (personId) WHERE personId IS NOT NULL;

CREATE INDEX absenceByStay ON absence (stayId, fromDay) WHERE voidedAt IS NULL;

CREATE INDEX absenceOpen ON absence (stayId) WHERE toDay IS NULL AND voidedAt IS NULL;

CREATE INDEX belongingByStay ON belonging (stayId, handedInOn) WHERE voidedAt IS NULL;

CREATE UNIQUE INDEX indicatorOnce ON indicator (caseId, indicator) WHERE voidedAt IS NULL;

CREATE INDEX planGoalByCase ON planGoal (caseId, agreedOn);

CREATE INDEX planActionByGoal ON planAction (goalId, dueOn);

CREATE INDEX planActionOpen ON planAction (dueOn, goalId)
  WHERE state = 'OPEN' AND voidedAt IS NULL;

CREATE INDEX flagByPerson ON flag (personId, raisedOn);

CREATE INDEX flagOpen ON flag (personId) WHERE resolvedOn IS NULL AND voidedAt IS NULL;

CREATE INDEX noteByPerson ON note (personId, date);

CREATE INDEX noteByAmended ON note (amendsId) WHERE amendsId IS NOT NULL;

CREATE INDEX noteUnsigned ON note (createdBy, personId)
  WHERE signedAt IS NULL AND voidedAt IS NULL;

CREATE INDEX referralByPerson ON referral (personId, sentAt);

CREATE INDEX referralByConsent ON referral (consentId);

CREATE INDEX referralWaiting ON referral (dueAt) WHERE status = 'in_progress';

CREATE INDEX referralToTell ON referral (revokedOn)
  WHERE status = 'revoked' AND toldOn IS NULL;

CREATE INDEX incidentByHome ON incident (homeId, date);

CREATE INDEX incidentOpen ON incident (homeId, date)
  WHERE status <> 'CLOSED' AND voidedAt IS NULL;

CREATE INDEX incidentByEmployer ON incident (employerId) WHERE employerId IS NOT NULL;

CREATE INDEX incidentPersonByIncident ON incidentPerson (incidentId);

CREATE INDEX incidentPersonByPerson ON incidentPerson (personId) WHERE personId IS NOT NULL;

CREATE UNIQUE INDEX incidentPersonOnce ON incidentPerson (incidentId, personId)
  WHERE personId IS NOT NULL AND voidedAt IS NULL;

CREATE INDEX transferByPerson ON transfer (personId, proposedOn);

CREATE INDEX transferTo ON transfer (toHomeId, status);

CREATE INDEX transferFrom ON transfer (fromHomeId, proposedOn);

CREATE UNIQUE INDEX transferOpen ON transfer (personId)
  WHERE status = 'PROPOSED' AND voidedAt IS NULL;

CREATE INDEX closureRequestByPerson ON closureRequest (personId);

CREATE UNIQUE INDEX closureRequestOpen ON closureRequest (caseId)
  WHERE status = 'ASKED' AND voidedAt IS NULL;

CREATE UNIQUE INDEX sessionMaterialOnce ON sessionMaterial (sessionId, material)
  WHERE voidedAt IS NULL;

CREATE UNIQUE INDEX migrationPlanOfCase ON migrationPlan (caseId) WHERE voidedAt IS NULL;

CREATE INDEX migrationPlanByPerson ON migrationPlan (personId);

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

CREATE INDEX auditUndone ON audit (journal, seq, rowId) WHERE action = 'undo';

CREATE INDEX jobOfferOpen ON jobOffer (offeredOn, id, countyCode, closesOn, employerId)
  WHERE voidedAt IS NULL;

CREATE INDEX employerNameByEmployer ON employerName (employerId);

CREATE INDEX employerContactByEmployer ON employerContact (employerId);

CREATE INDEX employerVisitByEmployer ON employerVisit (employerId, visitedOn);

CREATE INDEX placementChangeByPlacement ON placementChange (placementId, changedOn);

CREATE INDEX placementChangeByPerson ON placementChange (personId);

CREATE UNIQUE INDEX watchedPersonCode ON watchedPerson (watchCode);

CREATE INDEX watchedPersonVersion ON watchedPerson (rowVersion);

CREATE INDEX watchedPersonByHome ON watchedPerson (homeId);

CREATE INDEX sightingByHome ON sighting (homeId, closedOn);

CREATE INDEX sightingByWatched ON sighting (watchedPersonId, createdAt);

CREATE INDEX auditTries ON audit (journal, at, userId, action, "table", rowId, field)
  WHERE ((action = 'update' AND operation <> 'undo' AND field IN ('name', 'phone', 'nameZh', 'alias',
  'prs_FirstName', 'prs_SecondName', 'org_Name', 'legalRepresentative', 'knowsName',
  'knowsPhone', 'destinationContact', 'destinationPhone', 'description'))
OR (action = 'void' AND operation = 'undo' AND "table" IN ('person', 'contact', 'employer',
  'visit', 'reservation', 'migrationPlan', 'incident')));

CREATE TRIGGER auditIsNeverChanged BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

CREATE TRIGGER auditIsNeverReplaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

CREATE TRIGGER auditFollowsTheLast BEFORE INSERT ON audit
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM audit WHERE journal = NEW.journal), 0)
  OR (NEW.seq > 1 AND NEW.prevHash IS NOT
    (SELECT hash FROM audit WHERE journal = NEW.journal AND seq = NEW.seq - 1))
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

CREATE TRIGGER auditIsNeverCut BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

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

CREATE TRIGGER searchKeyringIsNeverChanged BEFORE UPDATE ON searchKeyring
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

CREATE TRIGGER searchKeyringIsNeverCut BEFORE DELETE ON searchKeyring
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

CREATE TRIGGER searchKeyringIsNeverReplaced BEFORE INSERT ON searchKeyring
WHEN EXISTS (SELECT 1 FROM searchKeyring)
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

CREATE TRIGGER stay_stayOverlap_insert BEFORE INSERT ON stay
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM stay o
  WHERE o.personId = NEW.personId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND NEW.entryDate < coalesce(o.exitDate, '9999-12-31')
    AND o.entryDate < coalesce(NEW.exitDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:stayOverlap'); END;

CREATE TRIGGER stay_stayOverlap_update BEFORE UPDATE ON stay
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM stay o
  WHERE o.personId = NEW.personId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND NEW.entryDate < coalesce(o.exitDate, '9999-12-31')
    AND o.entryDate < coalesce(NEW.exitDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:stayOverlap'); END;

CREATE TRIGGER stay_stayInFuture_insert BEFORE INSERT ON stay
WHEN NEW.voidedAt IS NULL AND ((NEW.exitDate > date(NEW.updatedAt, (SELECT utcOffsetMinutes FROM programme) || ' minutes') OR (NEW.state <> 'PLANNED' AND NEW.entryDate > date(NEW.updatedAt, (SELECT utcOffsetMinutes FROM programme) || ' minutes'))))
BEGIN SELECT RAISE(ABORT, 'homes:stayInFuture'); END;

CREATE TRIGGER stay_stayInFuture_update BEFORE UPDATE ON stay
WHEN NEW.voidedAt IS NULL AND ((NEW.exitDate > date(NEW.updatedAt, (SELECT utcOffsetMinutes FROM programme) || ' minutes') OR (NEW.state <> 'PLANNED' AND NEW.entryDate > date(NEW.updatedAt, (SELECT utcOffsetMinutes FROM programme) || ' minutes'))))
BEGIN SELECT RAISE(ABORT, 'homes:stayInFuture'); END;

CREATE TRIGGER stay_stayOutsideOperation_insert BEFORE INSERT ON stay
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM home h WHERE h.id = NEW.homeId
  AND (NEW.entryDate < h.operatingStartDate
    OR NEW.entryDate >= coalesce(h.operatingEndDate, '9999-12-31')
    OR NEW.exitDate > coalesce(h.operatingEndDate, '9999-12-31'))))
BEGIN SELECT RAISE(ABORT, 'homes:stayOutsideOperation'); END;

CREATE TRIGGER stay_stayOutsideOperation_update BEFORE UPDATE ON stay
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM home h WHERE h.id = NEW.homeId
  AND (NEW.entryDate < h.operatingStartDate
    OR NEW.entryDate >= coalesce(h.operatingEndDate, '9999-12-31')
    OR NEW.exitDate > coalesce(h.operatingEndDate, '9999-12-31'))))
BEGIN SELECT RAISE(ABORT, 'homes:stayOutsideOperation'); END;

CREATE TRIGGER stay_stayOfAnotherPerson_insert BEFORE INSERT ON stay
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.personId = NEW.personId))
BEGIN SELECT RAISE(ABORT, 'homes:stayOfAnotherPerson'); END;

CREATE TRIGGER stay_stayOfAnotherPerson_update BEFORE UPDATE ON stay
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.personId = NEW.personId))
BEGIN SELECT RAISE(ABORT, 'homes:stayOfAnotherPerson'); END;

CREATE TRIGGER stayExitLeavesNoGap BEFORE UPDATE OF exitDate ON stay
WHEN NEW.exitDate IS NOT NULL AND NEW.voidedAt IS NULL
  AND (OLD.exitDate IS NULL OR NEW.exitDate < OLD.exitDate) AND NEW.exitDate IS NOT
  (SELECT max(coalesce(a.toNight, '9999-12-31')) FROM bedAssignment a
    WHERE a.stayId = NEW.id AND a.voidedAt IS NULL)
BEGIN SELECT RAISE(ABORT, 'homes:nightWithoutBed'); END;

CREATE TRIGGER bedAssignment_bedTaken_insert BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (NEW.withMother = 0 AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND EXISTS (SELECT 1 FROM bedAssignment o
  WHERE o.bedId = NEW.bedId AND o.id <> NEW.id AND o.voidedAt IS NULL AND o.withMother = 0
    AND o.fromNight < coalesce(o.toNight, '9999-12-31')
    AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
    AND o.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedTaken'); END;

CREATE TRIGGER bedAssignment_bedTaken_update BEFORE UPDATE ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (NEW.withMother = 0 AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND EXISTS (SELECT 1 FROM bedAssignment o
  WHERE o.bedId = NEW.bedId AND o.id <> NEW.id AND o.voidedAt IS NULL AND o.withMother = 0
    AND o.fromNight < coalesce(o.toNight, '9999-12-31')
    AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
    AND o.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedTaken'); END;

CREATE TRIGGER bedAssignment_twoBedsAtOnce_insert BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM bedAssignment o
  WHERE o.stayId = NEW.stayId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
    AND o.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:twoBedsAtOnce'); END;

CREATE TRIGGER bedAssignment_twoBedsAtOnce_update BEFORE UPDATE ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM bedAssignment o
  WHERE o.stayId = NEW.stayId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
    AND o.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:twoBedsAtOnce'); END;

CREATE TRIGGER bedAssignment_bedOutsideInventory_insert BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM bed b WHERE b.id = NEW.bedId
  AND (NEW.fromNight < b.inventoryStartDate
    OR coalesce(NEW.toNight, '9999-12-31') > coalesce(b.inventoryEndDate, '9999-12-31')
    OR (NEW.fromNight >= b.inventoryEndDate))))
BEGIN SELECT RAISE(ABORT, 'homes:bedOutsideInventory'); END;

CREATE TRIGGER bedAssignment_bedOutsideInventory_update BEFORE UPDATE ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM bed b WHERE b.id = NEW.bedId
  AND (NEW.fromNight < b.inventoryStartDate
    OR coalesce(NEW.toNight, '9999-12-31') > coalesce(b.inventoryEndDate, '9999-12-31')
    OR (NEW.fromNight >= b.inventoryEndDate))))
BEGIN SELECT RAISE(ABORT, 'homes:bedOutsideInventory'); END;

CREATE TRIGGER bedAssignment_bedOutOfService_insert BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND EXISTS (SELECT 1 FROM bedStatusPeriod p
  WHERE p.bedId = NEW.bedId AND p.voidedAt IS NULL AND p.status <> 'HELD'
    AND p.fromNight < coalesce(p.toNight, '9999-12-31')
    AND NEW.fromNight < coalesce(p.toNight, '9999-12-31')
    AND p.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedOutOfService'); END;

CREATE TRIGGER bedAssignment_bedOutOfService_update BEFORE UPDATE ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND EXISTS (SELECT 1 FROM bedStatusPeriod p
  WHERE p.bedId = NEW.bedId AND p.voidedAt IS NULL AND p.status <> 'HELD'
    AND p.fromNight < coalesce(p.toNight, '9999-12-31')
    AND NEW.fromNight < coalesce(p.toNight, '9999-12-31')
    AND p.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedOutOfService'); END;

CREATE TRIGGER bedAssignment_bedOfAnotherHome_insert BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM stay s JOIN bed b ON b.id = NEW.bedId JOIN room r ON r.id = b.roomId
  WHERE s.id = NEW.stayId AND s.homeId = r.homeId))
BEGIN SELECT RAISE(ABORT, 'homes:bedOfAnotherHome'); END;

CREATE TRIGGER bedAssignment_bedOfAnotherHome_update BEFORE UPDATE ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM stay s JOIN bed b ON b.id = NEW.bedId JOIN room r ON r.id = b.roomId
  WHERE s.id = NEW.stayId AND s.homeId = r.homeId))
BEGIN SELECT RAISE(ABORT, 'homes:bedOfAnotherHome'); END;

CREATE TRIGGER bedAssignment_bedOutsideStay_insert BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId
  AND (NEW.fromNight < s.entryDate
    OR (s.exitDate IS NOT NULL
      AND coalesce(NEW.toNight, '9999-12-31') > s.exitDate))))
BEGIN SELECT RAISE(ABORT, 'homes:bedOutsideStay'); END;

CREATE TRIGGER bedAssignment_bedOutsideStay_update BEFORE UPDATE ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId
  AND (NEW.fromNight < s.entryDate
    OR (s.exitDate IS NOT NULL
      AND coalesce(NEW.toNight, '9999-12-31') > s.exitDate))))
BEGIN SELECT RAISE(ABORT, 'homes:bedOutsideStay'); END;

CREATE TRIGGER bedAssignmentLeavesNoGap BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND NEW.fromNight IS NOT
  coalesce(
    (SELECT max(coalesce(a.toNight, '9999-12-31')) FROM bedAssignment a
      WHERE a.stayId = NEW.stayId AND a.voidedAt IS NULL),
    (SELECT s.entryDate FROM stay s WHERE s.id = NEW.stayId))
BEGIN SELECT RAISE(ABORT, 'homes:nightWithoutBed'); END;

CREATE TRIGGER bedStatusPeriod_bedNotEmpty_insert BEFORE INSERT ON bedStatusPeriod
WHEN NEW.voidedAt IS NULL AND (NEW.status <> 'HELD' AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND EXISTS (SELECT 1 FROM bedAssignment a
  WHERE a.bedId = NEW.bedId AND a.voidedAt IS NULL
    AND a.fromNight < coalesce(a.toNight, '9999-12-31')
    AND NEW.fromNight < coalesce(a.toNight, '9999-12-31')
    AND a.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedNotEmpty'); END;

CREATE TRIGGER bedStatusPeriod_bedNotEmpty_update BEFORE UPDATE ON bedStatusPeriod
WHEN NEW.voidedAt IS NULL AND (NEW.status <> 'HELD' AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND EXISTS (SELECT 1 FROM bedAssignment a
  WHERE a.bedId = NEW.bedId AND a.voidedAt IS NULL
    AND a.fromNight < coalesce(a.toNight, '9999-12-31')
    AND NEW.fromNight < coalesce(a.toNight, '9999-12-31')
    AND a.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedNotEmpty'); END;

CREATE TRIGGER bedStatusPeriod_bedStatusOverlap_insert BEFORE INSERT ON bedStatusPeriod
WHEN NEW.voidedAt IS NULL AND (NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND EXISTS (SELECT 1 FROM bedStatusPeriod o
  WHERE o.bedId = NEW.bedId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND o.fromNight < coalesce(o.toNight, '9999-12-31')
    AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
    AND o.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedStatusOverlap'); END;

CREATE TRIGGER bedStatusPeriod_bedStatusOverlap_update BEFORE UPDATE ON bedStatusPeriod
WHEN NEW.voidedAt IS NULL AND (NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND EXISTS (SELECT 1 FROM bedStatusPeriod o
  WHERE o.bedId = NEW.bedId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND o.fromNight < coalesce(o.toNight, '9999-12-31')
    AND NEW.fromNight < coalesce(o.toNight, '9999-12-31')
    AND o.fromNight < coalesce(NEW.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedStatusOverlap'); END;

CREATE TRIGGER bedInventoryHoldsItsNights
BEFORE UPDATE OF inventoryStartDate, inventoryEndDate ON bed
WHEN EXISTS (SELECT 1 FROM bedAssignment a WHERE a.bedId = NEW.id AND a.voidedAt IS NULL
  AND (a.fromNight < NEW.inventoryStartDate
    OR coalesce(a.toNight, '9999-12-31') > coalesce(NEW.inventoryEndDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:bedNotEmpty'); END;

CREATE TRIGGER homeOperationHoldsItsStays
BEFORE UPDATE OF operatingStartDate, operatingEndDate ON home
WHEN EXISTS (SELECT 1 FROM stay s WHERE s.homeId = NEW.id AND s.voidedAt IS NULL
  AND (s.entryDate < NEW.operatingStartDate
    OR s.entryDate >= coalesce(NEW.operatingEndDate, '9999-12-31')
    OR s.exitDate > coalesce(NEW.operatingEndDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:stayOutsideOperation'); END;

CREATE TRIGGER placement_placementOverlap_insert BEFORE INSERT ON placement
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM placement o
  WHERE o.personId = NEW.personId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND NEW.startDate < coalesce(o.endDate, '9999-12-31')
    AND o.startDate < coalesce(NEW.endDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:placementOverlap'); END;

CREATE TRIGGER placement_placementOverlap_update BEFORE UPDATE ON placement
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM placement o
  WHERE o.personId = NEW.personId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND NEW.startDate < coalesce(o.endDate, '9999-12-31')
    AND o.startDate < coalesce(NEW.endDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:placementOverlap'); END;

CREATE TRIGGER bed_dropInHasNoBeds_insert BEFORE INSERT ON bed
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM room r JOIN home h ON h.id = r.homeId
  WHERE r.id = NEW.roomId AND h.serviceMode = 'DROP_IN'))
BEGIN SELECT RAISE(ABORT, 'homes:dropInHasNoBeds'); END;

CREATE TRIGGER bed_dropInHasNoBeds_update BEFORE UPDATE ON bed
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM room r JOIN home h ON h.id = r.homeId
  WHERE r.id = NEW.roomId AND h.serviceMode = 'DROP_IN'))
BEGIN SELECT RAISE(ABORT, 'homes:dropInHasNoBeds'); END;

CREATE TRIGGER homeWithBedsIsNotDropIn BEFORE UPDATE OF serviceMode ON home
WHEN NEW.serviceMode = 'DROP_IN' AND EXISTS (
  SELECT 1 FROM bed b JOIN room r ON r.id = b.roomId
  WHERE r.homeId = NEW.id AND b.voidedAt IS NULL)
BEGIN SELECT RAISE(ABORT, 'homes:dropInHasNoBeds'); END;

CREATE TRIGGER person_stillInUse BEFORE UPDATE OF voidedAt ON "person"
WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (SELECT 1 FROM stay s WHERE s.voidedAt IS NULL AND s.personId = NEW.id)
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER case_stillInUse BEFORE UPDATE OF voidedAt ON "case"
WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (SELECT 1 FROM stay s WHERE s.voidedAt IS NULL AND s.caseId = NEW.id)
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER home_stillInUse BEFORE UPDATE OF voidedAt ON "home"
WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (SELECT 1 FROM stay s WHERE s.voidedAt IS NULL AND s.homeId = NEW.id)
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER room_stillInUse BEFORE UPDATE OF voidedAt ON "room"
WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (SELECT 1 FROM bedAssignment a JOIN bed b ON b.id = a.bedId WHERE a.voidedAt IS NULL AND b.roomId = NEW.id)
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER bed_stillInUse BEFORE UPDATE OF voidedAt ON "bed"
WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (SELECT 1 FROM bedAssignment a JOIN bed b ON b.id = a.bedId WHERE a.voidedAt IS NULL AND b.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER stay_stillInUse BEFORE UPDATE OF voidedAt ON "stay"
WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (SELECT 1 FROM bedAssignment a WHERE a.voidedAt IS NULL AND a.stayId = NEW.id)
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER stay_stillInUse_insert BEFORE INSERT ON stay
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.personId AND p.voidedAt IS NOT NULL)
  OR EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.voidedAt IS NOT NULL)
  OR EXISTS (SELECT 1 FROM home h WHERE h.id = NEW.homeId AND h.voidedAt IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER stay_stillInUse_update BEFORE UPDATE ON stay
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.personId AND p.voidedAt IS NOT NULL)
  OR EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.voidedAt IS NOT NULL)
  OR EXISTS (SELECT 1 FROM home h WHERE h.id = NEW.homeId AND h.voidedAt IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER bedAssignment_stillInUse_insert BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId AND s.voidedAt IS NOT NULL)
  OR EXISTS (SELECT 1 FROM bed b JOIN room r ON r.id = b.roomId
    WHERE b.id = NEW.bedId AND (b.voidedAt IS NOT NULL OR r.voidedAt IS NOT NULL)))
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER bedAssignment_stillInUse_update BEFORE UPDATE ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId AND s.voidedAt IS NOT NULL)
  OR EXISTS (SELECT 1 FROM bed b JOIN room r ON r.id = b.roomId
    WHERE b.id = NEW.bedId AND (b.voidedAt IS NOT NULL OR r.voidedAt IS NOT NULL)))
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER bedAssignment_motherNotHere_insert BEFORE INSERT ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (NEW.withMother = 1 AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId
  AND EXISTS (SELECT 1 FROM bedAssignment m
  WHERE m.stayId = s.motherStayId AND m.bedId = NEW.bedId AND m.voidedAt IS NULL
    AND m.withMother = 0 AND m.fromNight <= NEW.fromNight
    AND coalesce(m.toNight, '9999-12-31') >= coalesce(NEW.toNight, '9999-12-31'))))
BEGIN SELECT RAISE(ABORT, 'homes:motherNotHere'); END;

CREATE TRIGGER bedAssignment_motherNotHere_update BEFORE UPDATE ON bedAssignment
WHEN NEW.voidedAt IS NULL AND (NEW.withMother = 1 AND NEW.fromNight < coalesce(NEW.toNight, '9999-12-31')
AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.id = NEW.stayId
  AND EXISTS (SELECT 1 FROM bedAssignment m
  WHERE m.stayId = s.motherStayId AND m.bedId = NEW.bedId AND m.voidedAt IS NULL
    AND m.withMother = 0 AND m.fromNight <= NEW.fromNight
    AND coalesce(m.toNight, '9999-12-31') >= coalesce(NEW.toNight, '9999-12-31'))))
BEGIN SELECT RAISE(ABORT, 'homes:motherNotHere'); END;

CREATE TRIGGER bedAssignment_childInHerBed AFTER UPDATE ON bedAssignment
WHEN OLD.voidedAt IS NULL AND OLD.withMother = 0 AND EXISTS (
  SELECT 1 FROM stay s JOIN bedAssignment c ON c.stayId = s.id
  WHERE s.motherStayId = OLD.stayId AND s.voidedAt IS NULL AND c.bedId = OLD.bedId
    AND c.voidedAt IS NULL AND c.withMother = 1
    AND c.fromNight < coalesce(c.toNight, '9999-12-31')
    AND NOT EXISTS (SELECT 1 FROM bedAssignment m
  WHERE m.stayId = s.motherStayId AND m.bedId = c.bedId AND m.voidedAt IS NULL
    AND m.withMother = 0 AND m.fromNight <= c.fromNight
    AND coalesce(m.toNight, '9999-12-31') >= coalesce(c.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:childInHerBed'); END;

CREATE TRIGGER stay_motherNotHere BEFORE UPDATE OF motherStayId ON stay
WHEN NEW.voidedAt IS NULL AND EXISTS (SELECT 1 FROM bedAssignment c
  WHERE c.stayId = NEW.id AND c.voidedAt IS NULL AND c.withMother = 1
    AND c.fromNight < coalesce(c.toNight, '9999-12-31')
    AND NOT EXISTS (SELECT 1 FROM bedAssignment m
  WHERE m.stayId = NEW.motherStayId AND m.bedId = c.bedId AND m.voidedAt IS NULL
    AND m.withMother = 0 AND m.fromNight <= c.fromNight
    AND coalesce(m.toNight, '9999-12-31') >= coalesce(c.toNight, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:motherNotHere'); END;

CREATE TRIGGER stay_noteGaps_insert AFTER INSERT ON stay
BEGIN
  DELETE FROM nightWithoutBed WHERE id IN (NEW.id);
  INSERT INTO nightWithoutBed (id, never)
  SELECT s.id, 1 FROM stay s WHERE s.id IN (NEW.id)
    AND s.voidedAt IS NULL AND s.state <> 'PLANNED' AND NOT coalesce((
      SELECT min(a.fromNight) = s.entryDate
        AND max(coalesce(a.toNight, '9999-12-31')) = coalesce(s.exitDate, '9999-12-31')
        AND sum(julianday(coalesce(a.toNight, '9999-12-31')) - julianday(a.fromNight))
          = julianday(coalesce(s.exitDate, '9999-12-31')) - julianday(s.entryDate)
      FROM bedAssignment a WHERE a.stayId = s.id AND a.voidedAt IS NULL), 0);
END;

CREATE TRIGGER stay_noteGaps_update AFTER UPDATE ON stay
BEGIN
  DELETE FROM nightWithoutBed WHERE id IN (NEW.id);
  INSERT INTO nightWithoutBed (id, never)
  SELECT s.id, 1 FROM stay s WHERE s.id IN (NEW.id)
    AND s.voidedAt IS NULL AND s.state <> 'PLANNED' AND NOT coalesce((
      SELECT min(a.fromNight) = s.entryDate
        AND max(coalesce(a.toNight, '9999-12-31')) = coalesce(s.exitDate, '9999-12-31')
        AND sum(julianday(coalesce(a.toNight, '9999-12-31')) - julianday(a.fromNight))
          = julianday(coalesce(s.exitDate, '9999-12-31')) - julianday(s.entryDate)
      FROM bedAssignment a WHERE a.stayId = s.id AND a.voidedAt IS NULL), 0);
END;

CREATE TRIGGER bedAssignment_noteGaps_insert AFTER INSERT ON bedAssignment
BEGIN
  DELETE FROM nightWithoutBed WHERE id IN (NEW.stayId);
  INSERT INTO nightWithoutBed (id, never)
  SELECT s.id, 1 FROM stay s WHERE s.id IN (NEW.stayId)
    AND s.voidedAt IS NULL AND s.state <> 'PLANNED' AND NOT coalesce((
      SELECT min(a.fromNight) = s.entryDate
        AND max(coalesce(a.toNight, '9999-12-31')) = coalesce(s.exitDate, '9999-12-31')
        AND sum(julianday(coalesce(a.toNight, '9999-12-31')) - julianday(a.fromNight))
          = julianday(coalesce(s.exitDate, '9999-12-31')) - julianday(s.entryDate)
      FROM bedAssignment a WHERE a.stayId = s.id AND a.voidedAt IS NULL), 0);
END;

CREATE TRIGGER bedAssignment_noteGaps_update AFTER UPDATE ON bedAssignment
BEGIN
  DELETE FROM nightWithoutBed WHERE id IN (OLD.stayId, NEW.stayId);
  INSERT INTO nightWithoutBed (id, never)
  SELECT s.id, 1 FROM stay s WHERE s.id IN (OLD.stayId, NEW.stayId)
    AND s.voidedAt IS NULL AND s.state <> 'PLANNED' AND NOT coalesce((
      SELECT min(a.fromNight) = s.entryDate
        AND max(coalesce(a.toNight, '9999-12-31')) = coalesce(s.exitDate, '9999-12-31')
        AND sum(julianday(coalesce(a.toNight, '9999-12-31')) - julianday(a.fromNight))
          = julianday(coalesce(s.exitDate, '9999-12-31')) - julianday(s.entryDate)
      FROM bedAssignment a WHERE a.stayId = s.id AND a.voidedAt IS NULL), 0);
END;

CREATE TRIGGER user_isNeverDeleted BEFORE DELETE ON "user"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER programme_isNeverDeleted BEFORE DELETE ON "programme"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER province_isNeverDeleted BEFORE DELETE ON "province"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER minimumWage_isNeverDeleted BEFORE DELETE ON "minimumWage"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER home_isNeverDeleted BEFORE DELETE ON "home"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER userHome_isNeverDeleted BEFORE DELETE ON "userHome"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER room_isNeverDeleted BEFORE DELETE ON "room"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER bed_isNeverDeleted BEFORE DELETE ON "bed"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER bedStatusPeriod_isNeverDeleted BEFORE DELETE ON "bedStatusPeriod"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER counsellingSession_isNeverDeleted BEFORE DELETE ON "counsellingSession"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER sessionTopic_isNeverDeleted BEFORE DELETE ON "sessionTopic"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER employer_isNeverDeleted BEFORE DELETE ON "employer"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER jobOffer_isNeverDeleted BEFORE DELETE ON "jobOffer"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER person_isNeverDeleted BEFORE DELETE ON "person"
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE personId = OLD.id)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER contact_isNeverDeleted BEFORE DELETE ON "contact"
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE personId = OLD.personId)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER consent_isNeverDeleted BEFORE DELETE ON "consent"
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE personId = OLD.personId)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER case_isNeverDeleted BEFORE DELETE ON "case"
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE personId = OLD.personId)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER stay_isNeverDeleted BEFORE DELETE ON "stay"
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE personId = OLD.personId)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER attendance_isNeverDeleted BEFORE DELETE ON "attendance"
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE personId = OLD.personId)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER placement_isNeverDeleted BEFORE DELETE ON "placement"
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE personId = OLD.personId)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER glassBreak_isNeverDeleted BEFORE DELETE ON "glassBreak"
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE personId = OLD.personId)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER bedAssignment_isNeverDeleted BEFORE DELETE ON "bedAssignment"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER riskAssessment_isNeverDeleted BEFORE DELETE ON "riskAssessment"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER riskItem_isNeverDeleted BEFORE DELETE ON "riskItem"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER checklistAnswer_isNeverDeleted BEFORE DELETE ON "checklistAnswer"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER offerCheck_isNeverDeleted BEFORE DELETE ON "offerCheck"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER followUpIndicator_isNeverDeleted BEFORE DELETE ON "followUpIndicator"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER tombstone_isNeverDeleted BEFORE DELETE ON "tombstone"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER tombstone_isNeverChanged BEFORE UPDATE ON "tombstone"
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

CREATE TRIGGER tombstoneCount_isNeverDeleted BEFORE DELETE ON "tombstoneCount"
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER tombstoneCount_isNeverChanged BEFORE UPDATE ON "tombstoneCount"
BEGIN SELECT RAISE(ABORT, 'homes:journalIsAppendOnly'); END;

CREATE TRIGGER retentionHold_isNeverDeleted BEFORE DELETE ON "retentionHold"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER reservation_isNeverDeleted BEFORE DELETE ON "reservation"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER turnAway_isNeverDeleted BEFORE DELETE ON "turnAway"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER visit_isNeverDeleted BEFORE DELETE ON "visit"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER visitService_isNeverDeleted BEFORE DELETE ON "visitService"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER absence_isNeverDeleted BEFORE DELETE ON "absence"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER belonging_isNeverDeleted BEFORE DELETE ON "belonging"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER reservation_reservationBed_insert BEFORE INSERT ON reservation
WHEN NEW.voidedAt IS NULL AND (NEW.holdId IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM bedStatusPeriod h JOIN bed b ON b.id = h.bedId JOIN room r ON r.id = b.roomId
  WHERE h.id = NEW.holdId AND h.bedId = NEW.bedId AND h.status = 'HELD'
    AND h.voidedAt IS NULL AND r.homeId = NEW.homeId))
BEGIN SELECT RAISE(ABORT, 'homes:reservationBed'); END;

CREATE TRIGGER reservation_reservationBed_update BEFORE UPDATE ON reservation
WHEN NEW.voidedAt IS NULL AND (NEW.holdId IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM bedStatusPeriod h JOIN bed b ON b.id = h.bedId JOIN room r ON r.id = b.roomId
  WHERE h.id = NEW.holdId AND h.bedId = NEW.bedId AND h.status = 'HELD'
    AND h.voidedAt IS NULL AND r.homeId = NEW.homeId))
BEGIN SELECT RAISE(ABORT, 'homes:reservationBed'); END;

CREATE TRIGGER absence_absenceOutsideStay_insert BEFORE INSERT ON absence
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM stay s
  WHERE s.id = NEW.stayId AND s.voidedAt IS NULL AND s.state <> 'PLANNED'
    AND NEW.fromDay >= s.entryDate
    AND coalesce(NEW.toDay, '9999-12-31') <= coalesce(s.exitDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:absenceOutsideStay'); END;

CREATE TRIGGER absence_absenceOutsideStay_update BEFORE UPDATE ON absence
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM stay s
  WHERE s.id = NEW.stayId AND s.voidedAt IS NULL AND s.state <> 'PLANNED'
    AND NEW.fromDay >= s.entryDate
    AND coalesce(NEW.toDay, '9999-12-31') <= coalesce(s.exitDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:absenceOutsideStay'); END;

CREATE TRIGGER absence_absenceOverlap_insert BEFORE INSERT ON absence
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM absence o
  WHERE o.stayId = NEW.stayId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND NEW.fromDay < coalesce(o.toDay, '9999-12-31')
    AND o.fromDay < coalesce(NEW.toDay, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:absenceOverlap'); END;

CREATE TRIGGER absence_absenceOverlap_update BEFORE UPDATE ON absence
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM absence o
  WHERE o.stayId = NEW.stayId AND o.id <> NEW.id AND o.voidedAt IS NULL
    AND NEW.fromDay < coalesce(o.toDay, '9999-12-31')
    AND o.fromDay < coalesce(NEW.toDay, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:absenceOverlap'); END;

CREATE TRIGGER stay_absenceOutsideStay BEFORE UPDATE OF entryDate, exitDate ON stay
WHEN NEW.voidedAt IS NULL AND EXISTS (SELECT 1 FROM absence a
  WHERE a.stayId = NEW.id AND a.voidedAt IS NULL AND (a.fromDay < NEW.entryDate
    OR coalesce(a.toDay, '9999-12-31') > coalesce(NEW.exitDate, '9999-12-31')))
BEGIN SELECT RAISE(ABORT, 'homes:absenceOutsideStay'); END;

CREATE TRIGGER planGoal_stillInUse BEFORE UPDATE OF voidedAt ON planGoal
WHEN NEW.voidedAt IS NOT NULL AND OLD.voidedAt IS NULL AND EXISTS (
  SELECT 1 FROM planAction a WHERE a.goalId = NEW.id AND a.voidedAt IS NULL)
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER planAction_stillInUse_insert BEFORE INSERT ON planAction
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM planGoal g WHERE g.id = NEW.goalId AND g.voidedAt IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

CREATE TRIGGER planAction_stillInUse_update BEFORE UPDATE ON planAction
WHEN NEW.voidedAt IS NULL AND (EXISTS (SELECT 1 FROM planGoal g WHERE g.id = NEW.goalId AND g.voidedAt IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'homes:stillInUse'); END;

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

CREATE TRIGGER indicator_isNeverDeleted BEFORE DELETE ON "indicator"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER planGoal_isNeverDeleted BEFORE DELETE ON "planGoal"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER planAction_isNeverDeleted BEFORE DELETE ON "planAction"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER flag_isNeverDeleted BEFORE DELETE ON "flag"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER note_isNeverDeleted BEFORE DELETE ON "note"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER referral_noConsent_insert BEFORE INSERT ON referral
WHEN (NEW.voidedAt IS NULL AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = NEW.consentId AND c.personId = NEW.personId
  AND c.voidedAt IS NULL AND c.given = '1' AND c.withdrawnOn IS NULL
  AND c.purpose = 'SHARE_WITH' AND c.shareWith = NEW.toOrganisation AND c.date <= NEW.sharedOn
  AND coalesce(c.expiresOn, date(c.date, '+90 days')) > NEW.sharedOn
  AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.personId = c.personId
    AND n.purpose = c.purpose AND (n.shareWith IS NULL OR n.shareWith IS c.shareWith)
    AND n.given NOT IN ('1', '99') AND n.voidedAt IS NULL AND n.rowid > c.rowid))
  AND (NEW.direction = 'OUT' OR NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = NEW.consentId AND c.personId = NEW.personId
  AND c.voidedAt IS NULL AND c.given = '1' AND c.withdrawnOn IS NULL
  AND c.purpose = 'CASE_MANAGEMENT' AND 1 AND c.date <= NEW.sharedOn
  AND coalesce(c.expiresOn, date(c.date, '+90 days')) > NEW.sharedOn
  AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.personId = c.personId
    AND n.purpose = c.purpose AND (n.shareWith IS NULL OR n.shareWith IS c.shareWith)
    AND n.given NOT IN ('1', '99') AND n.voidedAt IS NULL AND n.rowid > c.rowid)))) OR NEW.sharedOn IS NOT date(NEW.updatedAt, (SELECT utcOffsetMinutes FROM programme) || ' minutes')
BEGIN SELECT RAISE(ABORT, 'homes:noConsent'); END;

CREATE TRIGGER referral_noConsent_update BEFORE UPDATE ON referral
WHEN (NEW.personId <> OLD.personId OR NEW.direction <> OLD.direction
  OR NEW.toOrganisation <> OLD.toOrganisation OR NEW.consentId <> OLD.consentId
  OR NEW.sharedOn <> OLD.sharedOn OR NEW.sharesIdentity > OLD.sharesIdentity
  OR NEW.sharesContact > OLD.sharesContact OR NEW.sharesFamily > OLD.sharesFamily
  OR NEW.sharesNeeds > OLD.sharesNeeds OR NEW.sharesRisk > OLD.sharesRisk
  OR NEW.sharesCase > OLD.sharesCase OR NEW.sharesWork > OLD.sharesWork
  OR (NEW.status IN ('in_progress', 'accepted')
    AND OLD.status NOT IN ('in_progress', 'accepted'))
  OR (NEW.voidedAt IS NULL AND OLD.voidedAt IS NOT NULL)) AND (NEW.voidedAt IS NULL AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = NEW.consentId AND c.personId = NEW.personId
  AND c.voidedAt IS NULL AND c.given = '1' AND c.withdrawnOn IS NULL
  AND c.purpose = 'SHARE_WITH' AND c.shareWith = NEW.toOrganisation AND c.date <= NEW.sharedOn
  AND coalesce(c.expiresOn, date(c.date, '+90 days')) > NEW.sharedOn
  AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.personId = c.personId
    AND n.purpose = c.purpose AND (n.shareWith IS NULL OR n.shareWith IS c.shareWith)
    AND n.given NOT IN ('1', '99') AND n.voidedAt IS NULL AND n.rowid > c.rowid))
  AND (NEW.direction = 'OUT' OR NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = NEW.consentId AND c.personId = NEW.personId
  AND c.voidedAt IS NULL AND c.given = '1' AND c.withdrawnOn IS NULL
  AND c.purpose = 'CASE_MANAGEMENT' AND 1 AND c.date <= NEW.sharedOn
  AND coalesce(c.expiresOn, date(c.date, '+90 days')) > NEW.sharedOn
  AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.personId = c.personId
    AND n.purpose = c.purpose AND (n.shareWith IS NULL OR n.shareWith IS c.shareWith)
    AND n.given NOT IN ('1', '99') AND n.voidedAt IS NULL AND n.rowid > c.rowid))))
BEGIN SELECT RAISE(ABORT, 'homes:noConsent'); END;

CREATE TRIGGER consent_stillShared_update BEFORE UPDATE ON consent
WHEN (NEW.withdrawnOn IS NOT NULL OR NEW.voidedAt IS NOT NULL OR NEW.given <> '1'
  OR NEW.personId <> OLD.personId OR NEW.purpose <> OLD.purpose
  OR NEW.shareWith IS NOT OLD.shareWith) AND (
  EXISTS (SELECT 1 FROM referral r WHERE r.consentId = NEW.id AND r.voidedAt IS NULL
    AND r.direction = 'OUT' AND r.status IN ('in_progress', 'accepted'))
  OR EXISTS (SELECT 1 FROM transfer t WHERE t.consentId = NEW.id AND t.voidedAt IS NULL
    AND t.status = 'PROPOSED'))
BEGIN SELECT RAISE(ABORT, 'homes:stillShared'); END;

CREATE TRIGGER consent_stillShared_insert BEFORE INSERT ON consent
WHEN NEW.voidedAt IS NULL AND NEW.given NOT IN ('1', '99') AND EXISTS (
  SELECT 1 FROM consent c WHERE c.personId = NEW.personId AND c.purpose = NEW.purpose
    AND (NEW.shareWith IS NULL OR NEW.shareWith IS c.shareWith) AND (
      EXISTS (SELECT 1 FROM referral r WHERE r.consentId = c.id AND r.voidedAt IS NULL
        AND r.direction = 'OUT' AND r.status IN ('in_progress', 'accepted'))
      OR EXISTS (SELECT 1 FROM transfer t WHERE t.consentId = c.id AND t.voidedAt IS NULL
        AND t.status = 'PROPOSED')))
BEGIN SELECT RAISE(ABORT, 'homes:stillShared'); END;

CREATE TRIGGER transfer_noConsent_insert BEFORE INSERT ON transfer
WHEN NEW.voidedAt IS NULL AND (NEW.status IN ('PROPOSED', 'ACCEPTED') AND iif(NEW.motherTransferId IS NULL,
  NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = NEW.consentId AND c.personId = NEW.personId
  AND c.voidedAt IS NULL AND c.given = '1' AND c.withdrawnOn IS NULL
  AND c.purpose = 'TRANSFER_TO_HOME' AND (c.shareWith IS NULL OR c.shareWith =
  (SELECT h.homeCode FROM home h WHERE h.id = NEW.toHomeId)) AND c.date <= coalesce(NEW.answeredOn, NEW.proposedOn)
  AND coalesce(c.expiresOn, date(c.date, '+90 days')) > coalesce(NEW.answeredOn, NEW.proposedOn)
  AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.personId = c.personId
    AND n.purpose = c.purpose AND (n.shareWith IS NULL OR n.shareWith IS c.shareWith)
    AND n.given NOT IN ('1', '99') AND n.voidedAt IS NULL AND n.rowid > c.rowid)),
  NOT EXISTS (SELECT 1 FROM transfer m WHERE m.id = NEW.motherTransferId
    AND m.status = 'ACCEPTED' AND m.fromHomeId = NEW.fromHomeId
    AND m.toHomeId = NEW.toHomeId AND m.consentId = NEW.consentId)))
BEGIN SELECT RAISE(ABORT, 'homes:noConsent'); END;

CREATE TRIGGER transfer_noConsent_update BEFORE UPDATE ON transfer
WHEN NEW.voidedAt IS NULL AND (NEW.status IN ('PROPOSED', 'ACCEPTED') AND iif(NEW.motherTransferId IS NULL,
  NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = NEW.consentId AND c.personId = NEW.personId
  AND c.voidedAt IS NULL AND c.given = '1' AND c.withdrawnOn IS NULL
  AND c.purpose = 'TRANSFER_TO_HOME' AND (c.shareWith IS NULL OR c.shareWith =
  (SELECT h.homeCode FROM home h WHERE h.id = NEW.toHomeId)) AND c.date <= coalesce(NEW.answeredOn, NEW.proposedOn)
  AND coalesce(c.expiresOn, date(c.date, '+90 days')) > coalesce(NEW.answeredOn, NEW.proposedOn)
  AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.personId = c.personId
    AND n.purpose = c.purpose AND (n.shareWith IS NULL OR n.shareWith IS c.shareWith)
    AND n.given NOT IN ('1', '99') AND n.voidedAt IS NULL AND n.rowid > c.rowid)),
  NOT EXISTS (SELECT 1 FROM transfer m WHERE m.id = NEW.motherTransferId
    AND m.status = 'ACCEPTED' AND m.fromHomeId = NEW.fromHomeId
    AND m.toHomeId = NEW.toHomeId AND m.consentId = NEW.consentId)))
BEGIN SELECT RAISE(ABORT, 'homes:noConsent'); END;

CREATE TRIGGER person_movesByTransfer BEFORE UPDATE OF homeId ON person
WHEN NEW.homeId <> OLD.homeId AND NOT EXISTS (SELECT 1 FROM transfer t
  WHERE t.personId = NEW.id AND t.fromHomeId = OLD.homeId AND t.toHomeId = NEW.homeId
    AND t.status = 'ACCEPTED' AND t.voidedAt IS NULL)
BEGIN SELECT RAISE(ABORT, 'homes:movesByTransfer'); END;

CREATE TRIGGER case_closureNeedsApproval BEFORE UPDATE OF cas_Status ON "case"
WHEN NEW.voidedAt IS NULL AND NEW.cas_Status IN ('Closed', 'ClosedReferred')
  AND OLD.cas_Status NOT IN ('Closed', 'ClosedReferred')
  AND (NEW.closureApprovedBy IS NULL OR NEW.dateClosure IS NULL
    OR NEW.cas_ReasonForCaseClosure IS NULL)
BEGIN SELECT RAISE(ABORT, 'homes:closureNeedsApproval'); END;

CREATE TRIGGER referral_isNeverDeleted BEFORE DELETE ON "referral"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER incident_isNeverDeleted BEFORE DELETE ON "incident"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER incidentPerson_isNeverDeleted BEFORE DELETE ON "incidentPerson"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER transfer_isNeverDeleted BEFORE DELETE ON "transfer"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER closureRequest_isNeverDeleted BEFORE DELETE ON "closureRequest"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER sessionMaterial_isNeverDeleted BEFORE DELETE ON "sessionMaterial"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER migrationPlan_isNeverDeleted BEFORE DELETE ON "migrationPlan"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER migrationPlan_stayOfAnotherPerson_insert BEFORE INSERT ON migrationPlan
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.personId = NEW.personId))
BEGIN SELECT RAISE(ABORT, 'homes:stayOfAnotherPerson'); END;

CREATE TRIGGER migrationPlan_stayOfAnotherPerson_update BEFORE UPDATE ON migrationPlan
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = NEW.caseId AND c.personId = NEW.personId))
BEGIN SELECT RAISE(ABORT, 'homes:stayOfAnotherPerson'); END;

CREATE TRIGGER followUp_isNeverDeleted BEFORE DELETE ON "followUp"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER placementChange_invalidValue_insert BEFORE INSERT ON placementChange
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM placement p WHERE p.id = NEW.placementId
  AND p.personId = NEW.personId AND p.startDate <= NEW.changedOn))
BEGIN SELECT RAISE(ABORT, 'homes:invalidValue'); END;

CREATE TRIGGER placementChange_invalidValue_update BEFORE UPDATE ON placementChange
WHEN NEW.voidedAt IS NULL AND (NOT EXISTS (SELECT 1 FROM placement p WHERE p.id = NEW.placementId
  AND p.personId = NEW.personId AND p.startDate <= NEW.changedOn))
BEGIN SELECT RAISE(ABORT, 'homes:invalidValue'); END;

CREATE TRIGGER employerName_isNeverDeleted BEFORE DELETE ON "employerName"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER employerContact_isNeverDeleted BEFORE DELETE ON "employerContact"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER employerVisit_isNeverDeleted BEFORE DELETE ON "employerVisit"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER placementChange_isNeverDeleted BEFORE DELETE ON "placementChange"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER sighting_sightingStays BEFORE UPDATE ON sighting
WHEN OLD.closedOn IS NOT NULL OR NEW.voidedAt IS NOT NULL
  OR NEW.watchedPersonId <> OLD.watchedPersonId OR NEW.homeId IS NOT OLD.homeId
  OR NEW.seenHomeId IS NOT OLD.seenHomeId OR NEW.seenOn <> OLD.seenOn
  OR NEW.place <> OLD.place OR NEW.likeness <> OLD.likeness
BEGIN SELECT RAISE(ABORT, 'homes:sightingStays'); END;

CREATE TRIGGER watchedPerson_isNeverDeleted BEFORE DELETE ON "watchedPerson"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;

CREATE TRIGGER sighting_isNeverDeleted BEFORE DELETE ON "sighting"
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;
