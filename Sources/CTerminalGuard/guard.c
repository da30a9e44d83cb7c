#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "clock.h"

static const int fatal_signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS};
static const int orderly_signals[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};

static int terminal_fd = -1;
static struct termios saved_modes;
static char restore_bytes[4096];
static volatile size_t restore_length;
static volatile sig_atomic_t is_armed;
static volatile sig_atomic_t is_pending[NSIG];
static volatile sig_atomic_t unserved_ends;
static int wake_pipe[2] = {-1, -1};
static int kept_stderr = -1, stderr_memory = -1;
static char handler_stack[64 * 1024];

static void write_all(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t count = write(fd, bytes, length);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        bytes += count;
        length -= (size_t)count;
    }
}

// Puts stderr back and shows what went there: the last words of the Swift runtime among it.
static void replay_stderr(void) {
    if (kept_stderr < 0) return;
    int terminal = kept_stderr;
    kept_stderr = -1;
    dup2(terminal, STDERR_FILENO);
    char buffer[1024];
    off_t offset = 0;
    ssize_t count;
    while ((count = pread(stderr_memory, buffer, sizeof buffer, offset)) > 0) {
        write_all(STDERR_FILENO, buffer, (size_t)count);
        offset += count;
    }
    close(stderr_memory);
    close(terminal);
    stderr_memory = -1;
}

static void restore_terminal(void) {
    if (!is_armed) return;
    is_armed = 0;
    // From a background group these calls would stop the process, and then it could not end.
    signal(SIGTTOU, SIG_IGN);
    write_all(terminal_fd, restore_bytes, restore_length);
    // Keys typed ahead were meant for this program and may be somebody's name.
    tcflush(terminal_fd, TCIFLUSH);
    tcsetattr(terminal_fd, TCSANOW, &saved_modes);
    replay_stderr();
}

static void end_by(int number) {
    restore_terminal();
    signal(number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
}

static void on_fatal(int number) { end_by(number); }

static void on_orderly(int number) {
    int error = errno;
    // Asked three times and still not served: the loop hangs, so end without it.
    if (number != SIGTSTP && number != SIGCONT && ++unserved_ends > 2) end_by(number);
    is_pending[number] = 1;
    write_all(wake_pipe[1], "!", 1);
    errno = error;
}

static void install(int number, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

int homes_guard_start(int terminal) {
    terminal_fd = terminal;
    if (tcgetattr(terminal, &saved_modes) != 0) return -1;
    if (wake_pipe[0] < 0) {
        if (pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
        atexit(restore_terminal);
    }
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    for (size_t i = 0; i < sizeof fatal_signals / sizeof *fatal_signals; i++)
        install(fatal_signals[i], on_fatal, SA_ONSTACK | SA_NODEFER | SA_RESETHAND);
    for (size_t i = 0; i < sizeof orderly_signals / sizeof *orderly_signals; i++)
        install(orderly_signals[i], on_orderly, SA_ONSTACK | SA_RESTART);
    // A new size may only interrupt the wait, or it could come just before it and be missed.
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGWINCH);
    sigprocmask(SIG_BLOCK, &set, NULL);
    homes_clock_start();
    return 0;
}

void homes_guard_end(void) {
    for (size_t i = 0; i < sizeof fatal_signals / sizeof *fatal_signals; i++)
        install(fatal_signals[i], SIG_DFL, 0);
    for (size_t i = 0; i < sizeof orderly_signals / sizeof *orderly_signals; i++)
        install(orderly_signals[i], SIG_DFL, 0);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGWINCH);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void homes_guard_enter(const char *restore, size_t length) {
    is_armed = 0;
    restore_length = length < sizeof restore_bytes ? length : sizeof restore_bytes;
    memcpy(restore_bytes, restore, restore_length);
    is_armed = 1;
    if (kept_stderr >= 0 || !isatty(STDERR_FILENO)) return;
    stderr_memory = memfd_create("stderr", MFD_CLOEXEC);
    if (stderr_memory < 0) return;
    kept_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
    if (kept_stderr < 0) {
        close(stderr_memory);
        return;
    }
    dup2(stderr_memory, STDERR_FILENO);
}

void homes_guard_leave(void) {
    is_armed = 0;
    tcflush(terminal_fd, TCIFLUSH);
    replay_stderr();
}

int homes_guard_wait(int input, int milliseconds) {
    struct pollfd fds[3] = {
        {.fd = input, .events = POLLIN},
        {.fd = wake_pipe[0], .events = POLLIN},
        {.fd = homes_clock_fd(), .events = POLLIN},
    };
    struct timespec limit = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000L};
    sigset_t mask;
    sigprocmask(SIG_SETMASK, NULL, &mask);
    sigdelset(&mask, SIGWINCH);
    int count = ppoll(fds, 3, milliseconds < 0 ? NULL : &limit, &mask);
    if (count <= 0) return 0;
    int result = 0;
    if (fds[0].revents) result |= HOMES_GUARD_INPUT;
    if (fds[1].revents) result |= HOMES_GUARD_SIGNAL;
    if (fds[2].revents && homes_clock_jumped()) result |= HOMES_GUARD_CLOCK;
    return result;
}

int homes_guard_take(void) {
    char drained[64];
    while (read(wake_pipe[0], drained, sizeof drained) > 0) {
    }
    for (size_t i = 0; i < sizeof orderly_signals / sizeof *orderly_signals; i++) {
        int number = orderly_signals[i];
        if (!is_pending[number]) continue;
        is_pending[number] = 0;
        return number;
    }
    return 0;
}

void homes_guard_stop(void) {
    install(SIGTSTP, SIG_DFL, 0);
    kill(0, SIGTSTP);
    install(SIGTSTP, on_orderly, SA_ONSTACK | SA_RESTART);
    is_pending[SIGTSTP] = 0;
    is_pending[SIGCONT] = 0;
}

int homes_guard_size(int terminal, int *columns, int *rows) {
    struct winsize size;
    if (ioctl(terminal, TIOCGWINSZ, &size) != 0 || !size.ws_col || !size.ws_row) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}
