#ifndef HOMES_TERMINAL_GUARD_H
#define HOMES_TERMINAL_GUARD_H
#include <stddef.h>

// What a terminal program owes the terminal when something ends it. Everything here that runs in
// a signal handler is async-signal-safe: no allocation, no locks, no stdio.

/// Saves the modes of the terminal and installs the handlers. Call it before the terminal library
/// starts, so that the library leaves these signals alone. 0, or -1 with errno.
int homes_guard_start(int terminal);

/// From now on a fatal signal writes these bytes to the terminal, puts back the saved modes and
/// what was written to stderr, and lets the signal end the process. stderr is kept back meanwhile.
void homes_guard_enter(const char *restore, size_t length);

/// The program has restored the terminal itself. Shows what was written to stderr meanwhile.
void homes_guard_leave(void);

/// Every signal does again what it does by default.
void homes_guard_end(void);

/// The bits that homes_guard_wait returns.
enum {
    HOMES_GUARD_INPUT = 1,   // there are bytes to read, or the terminal is gone
    HOMES_GUARD_SIGNAL = 2,  // homes_guard_take has a signal
    HOMES_GUARD_CLOCK = 4,   // the computer was asleep, or its clock set
};

/// Sleeps until something happens: input, a signal, a new size, a wake-up of the computer, or the
/// end of the time (milliseconds; negative: none). 0 for the last and for a new size.
int homes_guard_wait(int input, int milliseconds);

/// The next signal that came and asks for an orderly end or a stop (HUP, TERM, INT, QUIT, TSTP,
/// CONT), or 0.
int homes_guard_take(void);

/// Stops the process group as ^Z does and returns when it goes on.
void homes_guard_stop(void);

/// Chooses the character set of the environment. 1 when it is UTF-8; 2 when it is not and C.UTF-8
/// was taken instead; 0 when there is no UTF-8 at all.
int homes_guard_locale(void);

/// The columns and rows of the terminal; 0 when it knows them, -1 when not.
int homes_guard_size(int terminal, int *columns, int *rows);
/* No core dump, and no other process of the user may look into this one. */
void homes_guard_hide(void);

#endif
