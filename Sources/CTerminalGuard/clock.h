#ifndef HOMES_TERMINAL_CLOCK_H
#define HOMES_TERMINAL_CLOCK_H

// Notices that the computer was asleep: a poll does not, its time stands still meanwhile.
void homes_clock_start(void);
// Readable when the clock jumped, as it does on waking up; -1 where the system cannot tell.
int homes_clock_fd(void);
// Whether the computer was asleep for more than a second since the last call.
int homes_clock_slept(void);
#endif
