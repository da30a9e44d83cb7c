#ifndef HOMES_REFERENCE_DATA_H
#define HOMES_REFERENCE_DATA_H
#include <stddef.h>

/// One file of data/, compiled in: its path below data/ and its bytes.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} homes_reference_file;

/// The file at an index; past the last one, a file whose name is NULL.
homes_reference_file homes_reference_file_at(size_t index);
#endif
