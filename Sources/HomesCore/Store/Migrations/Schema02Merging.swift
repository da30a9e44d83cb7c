/// The second schema's part for two files that became one.
let schema02Merging = """
    ALTER TABLE person ADD COLUMN mergedInto TEXT REFERENCES person(id)
      CHECK (mergedInto IS NULL OR (mergedInto <> id AND voidedAt IS NOT NULL));
    CREATE INDEX personMergedInto ON person (mergedInto) WHERE mergedInto IS NOT NULL;
    """
