#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <sys/prctl.h>
#include <sys/resource.h>

void homes_guard_hide(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
