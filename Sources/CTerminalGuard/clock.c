#define _GNU_SOURCE
#include "clock.h"

#include <stdint.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static int clock_fd = -1;
static double asleep_before;

// The boot-time clock runs while the computer sleeps, the monotonic clock does not.
static double seconds_asleep(void) {
    struct timespec boot, awake;
    if (clock_gettime(CLOCK_BOOTTIME, &boot) != 0) return 0;
    if (clock_gettime(CLOCK_MONOTONIC, &awake) != 0) return 0;
    return (double)(boot.tv_sec - awake.tv_sec) + (double)(boot.tv_nsec - awake.tv_nsec) / 1e9;
}

// A timer that never ends, but is cancelled, and so wakes us, when the clock jumps.
static int arm(void) {
    struct itimerspec far;
    memset(&far, 0, sizeof far);
    far.it_value.tv_sec = time(NULL) + 10L * 366 * 86400;
    return timerfd_settime(clock_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &far, NULL);
}

void homes_clock_start(void) {
    asleep_before = seconds_asleep();
    if (clock_fd >= 0) return;
    clock_fd = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (clock_fd >= 0 && arm() != 0) {
        close(clock_fd);
        clock_fd = -1;
    }
}

int homes_clock_fd(void) { return clock_fd; }

int homes_clock_slept(void) {
    uint64_t count;
    ssize_t ignored = read(clock_fd, &count, sizeof count);
    (void)ignored;
    arm();
    double asleep = seconds_asleep();
    int has_slept = asleep - asleep_before > 1;
    asleep_before = asleep;
    return has_slept;
}
