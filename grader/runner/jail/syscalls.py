"""Which system calls a runner may make: an allow-list, as data. What is not here is refused (``EPERM``).

Numbers are the kernel's, for x86_64 and aarch64; an old call that newer architectures never had is ``None``.
All arguments checked are ``int`` in the kernel (process numbers, commands, flags), which ignores their upper
32 bits; so do we.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

MACHINES = ("x86_64", "aarch64")
# Calls newer than this do not exist as far as a runner can tell: the C library falls back to older ones on
# ENOSYS only. Both architectures number alike from 424 on.
NEWEST_KNOWN = 450

# Linux's, wherever the filters are made.
EPERM, ENOTTY, ENOSYS = 1, 25, 38

FULL = 0xFFFFFFFF
OWN_PROCESS = -1  # among the values of a check: the runner's own process number

CLONE_THREAD = 0x00010000
# CLONE_VM, FS, FILES, SIGHAND, SYSVSEM, SETTLS, PARENT_SETTID, CHILD_CLEARTID; and DETACHED, which musl sets.
CLONE_HARMLESS = 0x00000100 | 0x200 | 0x400 | 0x800 | 0x40000 | 0x80000 | 0x100000 | 0x200000 | 0x400000
FIONBIO, FIONCLEX, FIOCLEX = 0x5421, 0x5450, 0x5451
F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC = 0, 1, 2, 3, 4, 1030
PR_SET_NAME, PR_GET_NAME = 15, 16


@dataclass(frozen=True, slots=True)
class Check:
    """A condition on one argument: with ``mask`` it is one of ``values``; else the errno ``refusal``."""

    argument: int
    values: tuple[int, ...]
    mask: int = FULL
    refusal: int = EPERM


@dataclass(frozen=True, slots=True)
class Group:
    """Calls allowed for one reason: name -> numbers in the order of `MACHINES`, and conditions by name."""

    why: str
    calls: Mapping[str, tuple[int | None, int | None]]
    checks: Mapping[str, Check] = field(default_factory=dict)


MEMORY = Group(
    "Every allocation; mapping libraries that are visible already. How much is for the resource limits.",
    {
        "brk": (12, 214),
        "mmap": (9, 222),
        "munmap": (11, 215),
        "mremap": (25, 216),
        "mprotect": (10, 226),
        "madvise": (28, 233),
        "msync": (26, 227),
    },
)
DESCRIPTORS = Group(
    "Reading and writing. Which files is for Landlock and the mount namespace; fcntl without locks and"
    " signal owners, which reach other processes; ioctl only for flags of one's own descriptor, to all else"
    " the answer of something that is no terminal.",
    {
        "read": (0, 63),
        "write": (1, 64),
        "readv": (19, 65),
        "writev": (20, 66),
        "pread64": (17, 67),
        "pwrite64": (18, 68),
        "preadv": (295, 69),
        "pwritev": (296, 70),
        "open": (2, None),
        "openat": (257, 56),
        "close": (3, 57),
        "close_range": (436, 436),
        "lseek": (8, 62),
        "dup": (32, 23),
        "dup2": (33, None),
        "dup3": (292, 24),
        "ftruncate": (77, 46),
        "truncate": (76, 45),
        "fallocate": (285, 47),
        "fsync": (74, 82),
        "fdatasync": (75, 83),
        "fadvise64": (221, 223),
        "fcntl": (72, 25),
        "ioctl": (16, 29),
    },
    {
        "fcntl": Check(1, (F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC)),
        "ioctl": Check(1, (FIONBIO, FIONCLEX, FIOCLEX), refusal=ENOTTY),
    },
)
FOLDERS = Group(
    "Looking at names; plain files and folders in the scratch folder; no links, devices, owners, modes.",
    {
        "stat": (4, None),
        "fstat": (5, 80),
        "lstat": (6, None),
        "newfstatat": (262, 79),
        "statx": (332, 291),
        "access": (21, None),
        "faccessat": (269, 48),
        "faccessat2": (439, 439),
        "readlink": (89, None),
        "readlinkat": (267, 78),
        "getdents64": (217, 61),
        "getcwd": (79, 17),
        "chdir": (80, 49),
        "fchdir": (81, 50),
        "umask": (95, 166),
        "mkdir": (83, None),
        "mkdirat": (258, 34),
        "rmdir": (84, None),
        "unlink": (87, None),
        "unlinkat": (263, 35),
        "rename": (82, None),
        "renameat": (264, 38),
        "renameat2": (316, 276),
    },
)
THREADS = Group(
    "Threads, never processes: clone with CLONE_THREAD and no new namespace. The flags of clone3 lie in"
    " memory, where a filter cannot look, so it does not exist and the C library takes clone.",
    {
        "clone": (56, 220),
        "clone3": (435, 435),
        "futex": (202, 98),
        "set_robust_list": (273, 99),
        "set_tid_address": (218, 96),
        "rseq": (334, 293),
        "sched_yield": (24, 124),
        "sched_getaffinity": (204, 123),
        "getcpu": (309, 168),
        "exit": (60, 93),
        "exit_group": (231, 94),
        "restart_syscall": (219, 128),
    },
    {
        "clone": Check(0, (CLONE_THREAD,), mask=FULL & ~CLONE_HARMLESS),
        "clone3": Check(0, (), refusal=ENOSYS),
        "sched_getaffinity": Check(0, (0, OWN_PROCESS)),
    },
)
TIME = Group(
    "Reading clocks and sleeping; the judge's clock is the one that counts.",
    {
        "clock_gettime": (228, 113),
        "clock_getres": (229, 114),
        "clock_nanosleep": (230, 115),
        "nanosleep": (35, 101),
        "gettimeofday": (96, 169),
        "time": (201, None),
        "times": (100, 153),
        "getrusage": (98, 165),
    },
)
SIGNALS = Group(
    "A runner's own handlers, and signals to itself: raise() and abort() need them. Nobody else can be named:"
    " not 0 (its group), not -1 (everybody), no other process.",
    {
        "rt_sigaction": (13, 134),
        "rt_sigprocmask": (14, 135),
        "rt_sigreturn": (15, 139),
        "sigaltstack": (131, 132),
        "kill": (62, 129),
        "tgkill": (234, 131),
        "tkill": (200, 130),
    },
    {
        "kill": Check(0, (OWN_PROCESS,)),
        "tgkill": Check(0, (OWN_PROCESS,)),
        "tkill": Check(0, (OWN_PROCESS,)),
    },
)
ITSELF = Group(
    "Who and where am I; harmless. Limits of the process itself (0) may be read and lowered.",
    {
        "getpid": (39, 172),
        "getppid": (110, 173),
        "gettid": (186, 178),
        "getuid": (102, 174),
        "geteuid": (107, 175),
        "getgid": (104, 176),
        "getegid": (108, 177),
        "uname": (63, 160),
        "sysinfo": (99, 179),
        "getrandom": (318, 278),
        "prlimit64": (302, 261),
        "prctl": (157, 167),
    },
    {"prlimit64": Check(0, (0,)), "prctl": Check(0, (PR_SET_NAME, PR_GET_NAME))},
)
TALKING = Group(
    "The judge's socket, which is open already: no call here makes, connects or tunes one. Waiting for it.",
    {
        "sendto": (44, 206),
        "recvfrom": (45, 207),
        "sendmsg": (46, 211),
        "recvmsg": (47, 212),
        "shutdown": (48, 210),
        "getsockopt": (55, 209),
        "getsockname": (51, 204),
        "getpeername": (52, 205),
        "poll": (7, None),
        "ppoll": (271, 73),
        "select": (23, None),
        "pselect6": (270, 72),
        "epoll_create1": (291, 20),
        "epoll_ctl": (233, 21),
        "epoll_wait": (232, None),
        "epoll_pwait": (281, 22),
    },
)
CUDA = Group(
    "What CUDA's driver is known to use besides; chosen from documents, NOT measured on a GPU.",
    {
        "ioctl": (16, 29),
        "mlock": (149, 228),
        "mlock2": (325, 284),
        "munlock": (150, 229),
        "mincore": (27, 232),
        "get_mempolicy": (239, 236),
        "mbind": (237, 235),
        "membarrier": (324, 283),
        "eventfd2": (290, 19),
        "pipe2": (293, 59),
        "statfs": (137, 43),
        "fstatfs": (138, 44),
        "sched_setaffinity": (203, 122),
        "sched_getparam": (143, 121),
        "sched_getscheduler": (145, 120),
        "sched_get_priority_max": (146, 125),
        "sched_get_priority_min": (147, 126),
    },
    {"sched_setaffinity": Check(0, (0, OWN_PROCESS))},
)
EVERYWHERE = (MEMORY, DESCRIPTORS, FOLDERS, THREADS, TIME, SIGNALS, ITSELF, TALKING)


@dataclass(frozen=True, slots=True)
class Rule:
    """One call that may be made, with its number on one machine; only on a condition where it has a check."""

    name: str
    number: int
    check: Check | None = None


def rules(machine: str, *, gpu: bool) -> tuple[Rule, ...]:
    """Return what may be called on ``machine`` (of `MACHINES`), by number; ``gpu`` allows `CUDA` too."""
    found: dict[str, Rule] = {}
    for group in (*EVERYWHERE, CUDA) if gpu else EVERYWHERE:
        found |= {rule.name: rule for rule in rules_of(group, MACHINES.index(machine))}
    return tuple(sorted(found.values(), key=lambda rule: rule.number))


def rules_of(group: Group, column: int) -> Iterator[Rule]:
    """Yield the rules of one group for one machine."""
    for name, numbers in group.calls.items():
        number = numbers[column]
        if number is not None:
            yield Rule(name, number, group.checks.get(name))
