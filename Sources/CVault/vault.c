#include "CVault.h"

static int spill = SQLITE_MISUSE;

// A statement journal that outgrows its limit goes to a file of its own; -1 means that none does.
// A constructor, because any test or tool may open SQLite before it opens a vault.
__attribute__((constructor)) static void keep_statement_journals_in_memory(void) {
    spill = sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
}

int homes_vault_statement_journals(void) { return spill; }

int homes_vault_harden(sqlite3 *connection) {
    int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    if (code == SQLITE_OK)
        code = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
    if (code == SQLITE_OK)
        code = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
    return code;
}

void homes_vault_log(int code, const char *line) { sqlite3_log(code, "%s", line); }
