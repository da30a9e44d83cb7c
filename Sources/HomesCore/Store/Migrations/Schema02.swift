/// The second schema: what casework in full keeps, a part a file.
let schema02: [String] = [
    schema02Retention, schema02Merging, schema02Arrivals, schema02Assessment, schema02Sharing,
    schema02Plan,
    schema02Journal,
]

/// Rows of these tables are voided, never deleted (DATA.md, "General rules"), but by the purge of a
/// file whose time is over.
func neverDeleted(_ tables: String...) -> String {
    tables.map { table in
        """
        CREATE TRIGGER \(table)_isNeverDeleted BEFORE DELETE ON "\(table)"
        WHEN NOT EXISTS (SELECT 1 FROM purging)
        BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;
        """
    }.joined(separator: "\n")
}
