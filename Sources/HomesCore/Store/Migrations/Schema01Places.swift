/// What every table begins with: the id, who made and changed the row, and how it was voided.
/// Part of the first schema, so never edited either.
let stampColumns01 = """
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
      createdAt TEXT NOT NULL,
      createdBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
      updatedAt TEXT NOT NULL,
      updatedBy TEXT NOT NULL REFERENCES user(id) DEFERRABLE INITIALLY DEFERRED,
      rowVersion INTEGER NOT NULL DEFAULT 1 CHECK (rowVersion >= 1),
      voidedAt TEXT,
      voidedBy TEXT REFERENCES user(id),
      voidReason TEXT
    """

/// The first schema's places and users: programme, province, home, room, bed.
let schema01Places = """
    CREATE TABLE user (
      \(stampColumns01),
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
    -- How often the key file had been changed when this file last heard of it.
    CREATE TABLE keyState (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      generation INTEGER NOT NULL CHECK (generation >= 1),
      secondPublicKey BLOB NOT NULL CHECK (length(secondPublicKey) = 32)
    ) STRICT;
    CREATE UNIQUE INDEX userByName ON user (userName COLLATE NOCASE);

    CREATE TABLE programme (
      \(stampColumns01),
      nameEn TEXT NOT NULL,
      nameZh TEXT NOT NULL,
      utcOffsetMinutes INTEGER NOT NULL CHECK (utcOffsetMinutes BETWEEN -840 AND 840),
      dateOrder TEXT NOT NULL CHECK (dateOrder IN ('DM', 'MD')),
      isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
      pinnedToday TEXT CHECK (pinnedToday IS date(pinnedToday))
    ) STRICT;

    CREATE TABLE province (
      \(stampColumns01),
      provinceCode TEXT NOT NULL UNIQUE CHECK (provinceCode GLOB '[0-9][0-9]0000'),
      nameZh TEXT NOT NULL CHECK (nameZh <> ''),
      nameEn TEXT NOT NULL CHECK (nameEn <> ''),
      areaRole TEXT NOT NULL CHECK (areaRole IN ('SENDING', 'RECEIVING', 'BOTH')),
      programmeFrom TEXT CHECK (programmeFrom IS date(programmeFrom)),
      programmeTo TEXT CHECK (programmeTo IS date(programmeTo))
    ) STRICT;

    CREATE TABLE minimumWage (
      \(stampColumns01),
      provinceCode TEXT NOT NULL REFERENCES province(provinceCode),
      zone TEXT NOT NULL,
      validFrom TEXT NOT NULL CHECK (validFrom IS date(validFrom)),
      monthlyYuan INTEGER CHECK (monthlyYuan >= 0),
      hourlyFen INTEGER CHECK (hourlyFen >= 0),
      UNIQUE (provinceCode, zone, validFrom),
      CHECK (monthlyYuan IS NOT NULL OR hourlyFen IS NOT NULL)
    ) STRICT;

    CREATE TABLE home (
      \(stampColumns01),
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
    CREATE INDEX homeByProvince ON home (provinceCode, homeCode);

    CREATE TABLE userHome (
      \(stampColumns01),
      userId TEXT NOT NULL REFERENCES user(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      UNIQUE (userId, homeId)
    ) STRICT;

    CREATE TABLE room (
      \(stampColumns01),
      homeId TEXT NOT NULL REFERENCES home(id),
      name TEXT NOT NULL CHECK (name <> ''),
      floor TEXT,
      accessible INTEGER NOT NULL DEFAULT 0 CHECK (accessible IN (0, 1)),
      transitory INTEGER NOT NULL DEFAULT 0 CHECK (transitory IN (0, 1)),
      UNIQUE (homeId, name)
    ) STRICT;

    CREATE TABLE bed (
      \(stampColumns01),
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
      \(stampColumns01),
      bedId TEXT NOT NULL REFERENCES bed(id),
      fromNight TEXT NOT NULL CHECK (fromNight IS date(fromNight)),
      toNight TEXT CHECK (toNight IS date(toNight)),
      status TEXT NOT NULL CHECK (status IN ('HELD', 'OUT_OF_SERVICE', 'CLOSED')),
      reason TEXT,
      CHECK (toNight >= fromNight)
    ) STRICT;
    CREATE INDEX bedStatusPeriodByBed ON bedStatusPeriod (bedId, fromNight)
      WHERE voidedAt IS NULL;
    """
