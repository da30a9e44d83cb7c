import CVault

// Codes that SQLite makes with an operator, which Swift does not see.
let SQLITE_IOERR_SHORT_READ: Int32 = SQLITE_IOERR | (2 << 8)
let SQLITE_IOERR_WRITE: Int32 = SQLITE_IOERR | (3 << 8)
let SQLITE_IOERR_TRUNCATE: Int32 = SQLITE_IOERR | (6 << 8)
