/// The second schema: what casework in full keeps, a part a file.
let schema02: [String] = [
    schema02Arrivals, schema02Assessment, schema02Sharing, schema02Plan, schema02Retention,
    schema02Journal,
]

/// Rows of these tables are voided, never deleted (DATA.md, "General rules").
func neverDeleted(_ tables: String...) -> String {
    tables.map { table in
        """
        CREATE TRIGGER \(table)_isNeverDeleted BEFORE DELETE ON "\(table)"
        BEGIN SELECT RAISE(ABORT, 'homes:recordsAreVoidedNotDeleted'); END;
        """
    }.joined(separator: "\n")
}
