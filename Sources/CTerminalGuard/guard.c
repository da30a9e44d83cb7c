int homes_guard_version(void) { return 1; }
