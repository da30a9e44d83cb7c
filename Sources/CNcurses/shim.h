#ifndef HOMES_CNCURSES_SHIM_H
#define HOMES_CNCURSES_SHIM_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_NOMACROS 1
#include <ncurses.h>
#include <stdio.h>
#include <wchar.h>

// term.h defines a macro for every capability, with names such as `lines`: only what is needed.
char *tigetstr(const char *name);

// Macros that Swift cannot import, as typed constants.
static const attr_t homes_A_NORMAL = A_NORMAL;
static const attr_t homes_A_BOLD = A_BOLD;
static const attr_t homes_A_DIM = A_DIM;
static const attr_t homes_A_REVERSE = A_REVERSE;
static const attr_t homes_A_UNDERLINE = A_UNDERLINE;

// Globals, which Swift's concurrency checks refuse.
static inline SCREEN *homes_newterm(void) { return newterm(NULL, stdout, stdin); }
static inline WINDOW *homes_window(void) { return stdscr; }
static inline int homes_colours(void) { return COLORS; }

// The columns the library counts for a character; the declaration depends on feature macros that a
// module cannot set in time.
extern int wcwidth(wchar_t character);
static inline int homes_columns(wchar_t character) { return wcwidth(character); }

// The colour pair as an attribute bit field.
static inline attr_t homes_pair(int pair) { return (attr_t)COLOR_PAIR(pair); }

// A capability of the terminal, or NULL: the library says -1 for one that is no string.
static inline const char *homes_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

// A cell with up to three marks; zero ends them.
static inline cchar_t homes_cell(attr_t attributes, int pair, wchar_t base, const wchar_t marks[3]) {
    cchar_t cell = {.attr = attributes, .chars = {base, marks[0], marks[1], marks[2]}};
    cell.ext_color = pair;
    return cell;
}
#endif
