#ifndef HOMES_CNCURSES_SHIM_H
#define HOMES_CNCURSES_SHIM_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_NOMACROS 1
#include <ncurses.h>

// Macros that Swift cannot import, as typed constants.
static const attr_t homes_A_NORMAL = A_NORMAL;
static const attr_t homes_A_BOLD = A_BOLD;
static const attr_t homes_A_DIM = A_DIM;
static const attr_t homes_A_REVERSE = A_REVERSE;
static const attr_t homes_A_UNDERLINE = A_UNDERLINE;
#endif
