int homes_guard_version(void);
