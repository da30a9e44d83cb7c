#define _GNU_SOURCE
#include "clock.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static int clock_fd = -1;

// A timer ten years ahead, that is cancelled, and so wakes us, when the clock jumps.
static int arm(void) {
    struct itimerspec far;
    memset(&far, 0, sizeof far);
    far.it_value.tv_sec = time(NULL) + 10L * 366 * 86400;
    return timerfd_settime(clock_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &far, NULL);
}

void homes_clock_start(void) {
    if (clock_fd >= 0) return;
    clock_fd = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (clock_fd >= 0 && arm() != 0) {
        close(clock_fd);
        clock_fd = -1;
    }
}

int homes_clock_fd(void) { return clock_fd; }

int homes_clock_jumped(void) {
    uint64_t count;
    int has_jumped = read(clock_fd, &count, sizeof count) < 0 && errno == ECANCELED;
    arm();
    return has_jumped;
}
