/// What an offer says of bed and board, of the place's wage zone, and of whom it suits.
let schema03Offers = """
    ALTER TABLE jobOffer ADD COLUMN lodgingYuan INTEGER CHECK (lodgingYuan >= 0);
    ALTER TABLE jobOffer ADD COLUMN wageZone TEXT;
    ALTER TABLE jobOffer ADD COLUMN skillsNeeded TEXT;
    ALTER TABLE jobOffer ADD COLUMN languageNeeded TEXT;
    CREATE INDEX jobOfferOpen ON jobOffer (offeredOn, id, countyCode, closesOn, employerId)
      WHERE voidedAt IS NULL;
    """
