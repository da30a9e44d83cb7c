#ifndef HOMES_VAULT_H
#define HOMES_VAULT_H
#include <sqlite3.h>

// What the sealed file needs of SQLite and Swift cannot call: functions with variable arguments.

/// Whether statement journals stay in memory in this process: SQLITE_OK, or SQLite's code. The
/// setting is made when the program is loaded, because SQLite takes it only before it starts.
int homes_vault_statement_journals(void);

/// Switches defensive mode on and trusted schemas and extension loading off for a connection.
/// SQLITE_OK, or SQLite's code.
int homes_vault_harden(sqlite3 *connection);

/// Writes a line to SQLite's error log.
void homes_vault_log(int code, const char *line);

#endif
