#ifndef HOMES_TERMINAL_CLOCK_H
#define HOMES_TERMINAL_CLOCK_H

// Notices that the computer was asleep, or its clock set: a poll does not, its time stands still
// while the computer sleeps, so nothing else would cover the screen in time.
void homes_clock_start(void);
// Readable when the clock jumped, as it does on waking up; -1 where the system cannot tell.
int homes_clock_fd(void);
// Whether the clock jumped since the last call.
int homes_clock_jumped(void);
#endif
