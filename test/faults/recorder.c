/*
 * Records what a program asks of the file system under one folder, and makes the n-th of those calls fail. Loaded
 * into Node with LD_PRELOAD, so that SQLite's own calls pass here as well as Node's.
 *
 *   RECORDER_ROOT     absolute folder without links in it: everything outside is left alone
 *   RECORDER_TRACE    the trace, outside that folder; not set: nothing is recorded
 *   RECORDER_CONTROL  a path; what the program writes to it is one of these:
 *                       "arm N ERRNO STICKY KINDS"  count from now, and fail the N-th call (0: none) of the kinds in
 *                                                   the bit mask; with STICKY 1 all after it too
 *                       "pause", "resume"           calls in between are not counted and do not fail
 *                       "count"                     the file at that path then holds how many calls were counted
 *                       "off"                       the same, and nothing fails any more
 *                       anything else               a marker in the trace
 *
 * One lock around each call and its line in the trace: the order in the trace is the order that happened.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* The same numbers stand in trace.ts. */
enum { OPEN = 1, CLOSE, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, MARK, READ };
enum { OUTSIDE = 0, INSIDE, CONTROL };

struct line {
  uint32_t kind;
  int32_t fd;
  uint64_t number; /* offset of a write, size of a truncate, flags of an open */
  uint32_t first, second; /* bytes that follow: path or data; the new path of a rename */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned char fds[65536];
static int trace = -1, ready;
static const char *root, *control;
static unsigned long counted, fail_at;
static int fail_with, sticky, paused;
static unsigned kinds;

#define REAL(name) ((__typeof__(name) *)real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

static void prepare(void) {
  if (ready) return;
  ready = 1;
  root = getenv("RECORDER_ROOT");
  control = getenv("RECORDER_CONTROL");
  const char *path = getenv("RECORDER_TRACE");
  if (path && root) trace = REAL(openat)(AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int inside(const char *path) {
  if (!root || !path) return 0;
  size_t length = strlen(root);
  return strncmp(path, root, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static void put(const void *data, size_t length) {
  for (const char *at = data; length > 0;) {
    ssize_t done = REAL(write)(trace, at, length);
    if (done <= 0) abort(); /* half a trace would prove something that did not happen */
    at += done;
    length -= (size_t)done;
  }
}

static void record(int kind, int fd, uint64_t number, const void *first, size_t n, const char *second) {
  if (trace < 0) return;
  struct line line = {(uint32_t)kind, fd, number, (uint32_t)n, second ? (uint32_t)strlen(second) : 0};
  put(&line, sizeof line);
  if (n) put(first, n);
  if (line.second) put(second, line.second);
}

/* Counts this call; true, with errno set, when it is the one that must fail. */
static int fails(int kind) {
  if (paused || !(kinds >> kind & 1)) return 0;
  counted++;
  if (!fail_at || (sticky ? counted < fail_at : counted != fail_at)) return 0;
  errno = fail_with;
  return 1;
}

static void command(const char *text, size_t n) {
  char line[128] = "";
  memcpy(line, text, n < sizeof line - 1 ? n : sizeof line - 1);
  if (strncmp(line, "arm ", 4) == 0) {
    counted = 0;
    sscanf(line + 4, "%lu %d %d %u", &fail_at, &fail_with, &sticky, &kinds);
  } else if (strncmp(line, "pause", 5) == 0) {
    paused = 1;
  } else if (strncmp(line, "resume", 6) == 0) {
    paused = 0;
  } else if (strncmp(line, "off", 3) == 0 || strncmp(line, "count", 5) == 0) {
    if (line[0] == 'o') fail_at = 0, paused = 0, kinds = 0;
    int length = snprintf(line, sizeof line, "%lu", counted);
    int fd = REAL(openat)(AT_FDCWD, control, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || REAL(write)(fd, line, (size_t)length) != length) abort();
    REAL(close)(fd);
  } else {
    record(MARK, -1, 0, text, n, NULL);
  }
}

#define ENTER pthread_mutex_lock(&lock), prepare()
#define LEAVE pthread_mutex_unlock(&lock)
#define IS(fd, what) ((fd) >= 0 && (fd) < 65536 && fds[fd] == (what))

static int opening(int folder, const char *path, int flags, mode_t mode) {
  ENTER;
  int what = control && (flags & O_ACCMODE) && strcmp(path, control) == 0 ? CONTROL : path[0] == '/' && inside(path) ? INSIDE : OUTSIDE;
  if (what == CONTROL) path = "/dev/null";
  int fd = what == INSIDE && fails(OPEN) ? -1 : REAL(openat)(folder, path, flags, mode);
  int error = errno;
  if (fd >= 0 && fd < 65536) fds[fd] = (unsigned char)what;
  if (fd >= 0 && what == INSIDE) record(OPEN, fd, (uint64_t)flags, path, strlen(path), NULL);
  LEAVE;
  errno = error;
  return fd;
}

#define MODE(flags, mode) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE(flags, mode) return opening(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) return opening(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags, mode) return opening(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags, mode) return opening(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opening(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd) {
  ENTER;
  if (IS(fd, INSIDE)) record(CLOSE, fd, 0, NULL, 0, NULL);
  if (fd >= 0 && fd < 65536) fds[fd] = OUTSIDE;
  int result = REAL(close)(fd);
  LEAVE;
  return result;
}

/* `offset` -1: where the file stands. */
static ssize_t writing(int fd, const void *data, size_t n, off_t offset) {
  if (!IS(fd, INSIDE) && !IS(fd, CONTROL)) return offset < 0 ? REAL(write)(fd, data, n) : REAL(pwrite)(fd, data, n, offset);
  ENTER;
  ssize_t done = -1;
  if (IS(fd, CONTROL)) command(data, n), done = (ssize_t)n;
  else if (!fails(WRITE)) {
    done = offset < 0 ? REAL(write)(fd, data, n) : REAL(pwrite)(fd, data, n, offset);
    if (done > 0) {
      off_t at = offset < 0 ? lseek(fd, 0, SEEK_CUR) - done : offset;
      int error = errno;
      record(WRITE, fd, (uint64_t)at, data, (size_t)done, NULL);
      errno = error;
    }
  }
  LEAVE;
  return done;
}
ssize_t write(int fd, const void *data, size_t n) { return writing(fd, data, n, -1); }
ssize_t pwrite(int fd, const void *data, size_t n, off_t at) { return writing(fd, data, n, at); }
ssize_t pwrite64(int fd, const void *data, size_t n, off64_t at) { return writing(fd, data, n, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!IS(fd, INSIDE)) return REAL(writev)(fd, parts, count);
  ssize_t total = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = writing(fd, parts[i].iov_base, parts[i].iov_len, -1);
    if (done < 0) return total ? total : -1;
    total += done;
  }
  return total;
}
static int unreadable(int fd) {
  if (!kinds || !IS(fd, INSIDE)) return 0;
  ENTER;
  int no = fails(READ);
  LEAVE;
  return no;
}
ssize_t read(int fd, void *data, size_t n) { return unreadable(fd) ? -1 : REAL(read)(fd, data, n); }
ssize_t pread(int fd, void *data, size_t n, off_t at) { return unreadable(fd) ? -1 : REAL(pread)(fd, data, n, at); }
ssize_t pread64(int fd, void *data, size_t n, off64_t at) { return pread(fd, data, n, at); }

/* One call of one kind about a file that is open, or about one or two paths. */
#define CALL(kind, is_inside, perform, note) \
  do { \
    if (!(is_inside)) return perform; \
    ENTER; \
    int result = fails(kind) ? -1 : (perform); \
    int error = errno; \
    if (result == 0) note; \
    LEAVE; \
    errno = error; \
    return result; \
  } while (0)
#define ON_PATH(kind, path) record(kind, -1, 0, path, strlen(path), NULL)

int ftruncate(int fd, off_t n) { CALL(TRUNCATE, IS(fd, INSIDE), REAL(ftruncate)(fd, n), record(TRUNCATE, fd, (uint64_t)n, NULL, 0, NULL)); }
int ftruncate64(int fd, off64_t n) { return ftruncate(fd, n); }
int truncate(const char *path, off_t n) {
  prepare();
  if (!inside(path)) return REAL(truncate)(path, n);
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  int result = ftruncate(fd, n), error = errno;
  close(fd);
  errno = error;
  return result;
}
int fsync(int fd) { CALL(SYNC, IS(fd, INSIDE), REAL(fsync)(fd), record(SYNC, fd, 0, NULL, 0, NULL)); }
int fdatasync(int fd) { CALL(SYNC, IS(fd, INSIDE), REAL(fdatasync)(fd), record(SYNC, fd, 0, NULL, 0, NULL)); }
int rename(const char *from, const char *to) {
  CALL(RENAME, (prepare(), inside(from) || inside(to)), REAL(rename)(from, to), record(RENAME, -1, 0, from, strlen(from), to));
}
int unlink(const char *path) { CALL(UNLINK, (prepare(), inside(path)), REAL(unlink)(path), ON_PATH(UNLINK, path)); }
int rmdir(const char *path) { CALL(UNLINK, (prepare(), inside(path)), REAL(rmdir)(path), ON_PATH(UNLINK, path)); }
int remove(const char *path) { CALL(UNLINK, (prepare(), inside(path)), REAL(remove)(path), ON_PATH(UNLINK, path)); }
int unlinkat(int at, const char *name, int flags) {
  char path[8192] = "", link[64];
  if (at == AT_FDCWD || name[0] == '/') snprintf(path, sizeof path, "%s", name);
  else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    ssize_t n = readlink(link, path, 4096);
    if (n > 0) snprintf(path + n, sizeof path - (size_t)n, "/%s", name);
  }
  CALL(UNLINK, (prepare(), inside(path)), REAL(unlinkat)(at, name, flags), ON_PATH(UNLINK, path));
}
int mkdir(const char *path, mode_t mode) { CALL(MKDIR, (prepare(), inside(path)), REAL(mkdir)(path, mode), ON_PATH(MKDIR, path)); }

/* Ways around the calls above: refused where Node then takes the plain way, loud where it would not. */
int link(const char *from, const char *to) {
  prepare();
  if (inside(from) || inside(to)) abort();
  return REAL(link)(from, to);
}
ssize_t sendfile(int out, int in, off_t *offset, size_t n) {
  if (IS(out, INSIDE)) return errno = EINVAL, -1;
  return REAL(sendfile)(out, in, offset, n);
}
ssize_t sendfile64(int out, int in, off64_t *offset, size_t n) { return sendfile(out, in, offset, n); }
long syscall(long number, ...) {
  va_list more;
  va_start(more, number);
  long a[6];
  for (int i = 0; i < 6; i++) a[i] = va_arg(more, long);
  va_end(more);
  if (number == SYS_close) return close((int)a[0]); /* libuv's way */
  if (number == SYS_copy_file_range && IS(a[2], INSIDE)) return errno = ENOSYS, -1;
  if ((number == SYS_pwritev || number == SYS_pwritev2) && IS(a[0], INSIDE)) abort();
  return REAL(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
