#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "CTerminalGuard.h"

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int homes_guard_locale(void) {
    setlocale(LC_CTYPE, "");
    if (is_utf8()) return 1;
    setlocale(LC_CTYPE, "C.UTF-8");
    return is_utf8() ? 2 : 0;
}
