/* The walls around a process that parses strangers' files, for which Swift finds no function:
   prctl(2) is variadic, and what glibc adds to POSIX is hidden from it. */
#ifndef CIC_WALLS_H
#define CIC_WALLS_H

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <linux/sched.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/* No program that this process runs can gain rights; 0 = done. */
static inline int walls_no_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/* The process dies with the thread that made it. */
static inline int walls_die_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0);
}

#if defined(__x86_64__)
#define WALLS_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define WALLS_ARCH AUDIT_ARCH_AARCH64
#endif

#define WALLS_DENY(call) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), \
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

/* From here on: no network, no other program, no new process, no file opened for writing, no
   signal to others. What is denied gives EPERM; 0 = done, -1 = this kernel has no filters. */
static inline int walls_close_doors(void) {
#ifdef WALLS_ARCH
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, WALLS_ARCH, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#if defined(__x86_64__)
        /* The x32 numbers are a second door to the same calls. */
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        WALLS_DENY(fork), WALLS_DENY(vfork), WALLS_DENY(unlink), WALLS_DENY(rename),
        WALLS_DENY(creat), WALLS_DENY(mkdir), WALLS_DENY(rmdir), WALLS_DENY(link),
        WALLS_DENY(symlink), WALLS_DENY(chmod), WALLS_DENY(chown), WALLS_DENY(mknod),
#endif
        WALLS_DENY(socket), WALLS_DENY(socketpair), WALLS_DENY(connect), WALLS_DENY(bind),
        WALLS_DENY(execve), WALLS_DENY(execveat), WALLS_DENY(ptrace), WALLS_DENY(kill),
        WALLS_DENY(process_vm_readv), WALLS_DENY(process_vm_writev), WALLS_DENY(io_uring_setup),
        WALLS_DENY(bpf), WALLS_DENY(keyctl), WALLS_DENY(add_key), WALLS_DENY(userfaultfd),
        WALLS_DENY(memfd_create), WALLS_DENY(unlinkat), WALLS_DENY(renameat), WALLS_DENY(renameat2),
        WALLS_DENY(mkdirat), WALLS_DENY(linkat), WALLS_DENY(symlinkat), WALLS_DENY(fchmodat),
        WALLS_DENY(fchownat), WALLS_DENY(truncate), WALLS_DENY(mount), WALLS_DENY(umount2),
        WALLS_DENY(unshare), WALLS_DENY(setns), WALLS_DENY(openat2), WALLS_DENY(perf_event_open),
        /* clone3 hides its flags from a filter; libc falls back to clone when it is missing. */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 4),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_openat, 0, 4),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
#if defined(__x86_64__)
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_open, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[1])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
#endif
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#else
    return -1;
#endif
}

/* glibc has these, but shows them only to programs that define _GNU_SOURCE. */
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

static inline int walls_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/* The child gets no descriptor from `from` on. */
static inline int walls_close_from(posix_spawn_file_actions_t *actions, int from) {
    return posix_spawn_file_actions_addclosefrom_np(actions, from);
}

/* A descriptor that becomes readable when the process ends; -1 = none. */
static inline int walls_watch(int process) { return pidfd_open(process, 0); }

#endif
