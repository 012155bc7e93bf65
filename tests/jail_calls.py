"""System calls that a runner may not make: number on x86_64 and aarch64, arguments that do no harm if it could."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grader.runner.jail.syscalls import MACHINES

OTHER = "other"  # stands for the number of a process that is not the runner
MAX = 0xFFFFFFFFFFFFFFFF


@dataclass(frozen=True, slots=True)
class Call:
    """A call by its numbers in the order of `MACHINES`, with arguments."""

    numbers: tuple[int | None, int | None]
    arguments: tuple[int | str, ...] = ()


FORBIDDEN: Mapping[str, Call] = {
    "fork": Call((57, None)),
    "vfork": Call((58, None)),
    "clone as fork": Call((56, 220), (17,)),
    "clone with a new user namespace": Call((56, 220), (0x10000000 | 17,)),
    "execve": Call((59, 221)),
    "execveat": Call((322, 281)),
    "wait4": Call((61, 260), (MAX, 0, 1)),
    "socket AF_UNIX": Call((41, 198), (1, 1)),
    "socket AF_INET": Call((41, 198), (2, 1)),
    "socket AF_INET6": Call((41, 198), (10, 2)),
    "socket AF_NETLINK": Call((41, 198), (16, 3)),
    "socket AF_VSOCK": Call((41, 198), (40, 1)),
    "socket AF_ALG": Call((41, 198), (38, 5)),
    "socketpair": Call((53, 199), (1, 1)),
    "connect": Call((42, 203), (MAX,)),
    "bind": Call((49, 200), (MAX,)),
    "listen": Call((50, 201), (MAX,)),
    "accept": Call((43, 202), (MAX,)),
    "accept4": Call((288, 242), (MAX,)),
    "setsockopt": Call((54, 208), (MAX,)),
    "memfd_create": Call((319, 279)),
    "memfd_secret": Call((447, 447)),
    "pipe2": Call((293, 59)),
    "eventfd2": Call((290, 19)),
    "ptrace": Call((101, 117), (0x4206, OTHER)),
    "process_vm_readv": Call((310, 270), (OTHER,)),
    "process_vm_writev": Call((311, 271), (OTHER,)),
    "process_madvise": Call((440, 440), (MAX,)),
    "pidfd_open": Call((434, 434), (OTHER,)),
    "pidfd_getfd": Call((438, 438), (MAX,)),
    "pidfd_send_signal": Call((424, 424), (MAX,)),
    "kcmp": Call((312, 272), (OTHER, OTHER, 1)),
    "kill other": Call((62, 129), (OTHER, 0)),
    "kill own group": Call((62, 129), (0, 0)),
    "kill everybody": Call((62, 129), (MAX, 0)),
    "tgkill other": Call((234, 131), (OTHER, OTHER, 0)),
    "tkill other": Call((200, 130), (OTHER, 0)),
    "rt_sigqueueinfo": Call((129, 138), (OTHER, 0)),
    "unshare": Call((272, 97)),
    "setns": Call((308, 268), (MAX,)),
    "mount": Call((165, 40)),
    "umount2": Call((166, 39)),
    "pivot_root": Call((155, 41)),
    "chroot": Call((161, 51)),
    "fsopen": Call((430, 430)),
    "open_tree": Call((428, 428), (MAX,)),
    "move_mount": Call((429, 429), (MAX, 0, MAX)),
    "bpf": Call((321, 280), (MAX,)),
    "io_uring_setup": Call((425, 425)),
    "userfaultfd": Call((323, 282)),
    "perf_event_open": Call((298, 241)),
    "keyctl": Call((250, 219)),
    "add_key": Call((248, 217)),
    "request_key": Call((249, 218)),
    "shmget": Call((29, 194), (0, 4096, 0o1600)),
    "shmat": Call((30, 196), (MAX,)),
    "msgget": Call((68, 186), (MAX,)),
    "semget": Call((64, 190), (MAX,)),
    "mq_open": Call((240, 180)),
    "flock": Call((73, 32), (MAX, 1)),
    "fcntl lock": Call((72, 25), (0, 6)),
    "fcntl lock of the open file": Call((72, 25), (0, 37)),
    "fcntl owner of signals": Call((72, 25), (0, 8, OTHER)),
    "fcntl size of a pipe": Call((72, 25), (0, 1031)),
    "chmod": Call((90, None)),
    "fchmod": Call((91, 52), (MAX,)),
    "fchmodat": Call((268, 53), (MAX,)),
    "fchown": Call((93, 55), (MAX,)),
    "fchownat": Call((260, 54), (MAX,)),
    "utimensat": Call((280, 88), (MAX,)),
    "setxattr": Call((188, 5)),
    "symlink": Call((88, None)),
    "symlinkat": Call((266, 36), (0, MAX)),
    "link": Call((86, None)),
    "linkat": Call((265, 37), (MAX, 0, MAX)),
    "mknod": Call((133, None)),
    "mknodat": Call((259, 33), (MAX,)),
    "inotify_init1": Call((294, 26)),
    "fanotify_init": Call((300, 262), (MAX,)),
    "name_to_handle_at": Call((303, 264), (MAX,)),
    "open_by_handle_at": Call((304, 265), (MAX,)),
    "kexec_load": Call((246, 104), (0, MAX)),
    "init_module": Call((175, 105)),
    "delete_module": Call((176, 106)),
    "setpriority": Call((141, 140), (0, OTHER, 0)),
    "sched_getaffinity other": Call((204, 123), (OTHER,)),
    "sched_setaffinity": Call((203, 122)),
    "sched_setaffinity other": Call((203, 122), (OTHER,)),
    "sched_setscheduler": Call((144, 119), (MAX,)),
    "sched_setattr": Call((314, 274)),
    "ioprio_set": Call((251, 30), (1, OTHER)),
    "prlimit64 other": Call((302, 261), (OTHER, 7)),
    "seccomp": Call((317, 277), (1,)),
    "prctl second filter": Call((157, 167), (22, 2)),
    "prctl dumpable": Call((157, 167), (4, 1)),
    "prctl death with parent": Call((157, 167), (1, 0)),
    "prctl subreaper": Call((157, 167), (36, 1)),
    "landlock_create_ruleset": Call((444, 444)),
    "personality": Call((135, 92), (0xFFFFFFFF,)),
    "quotactl": Call((179, 60)),
    "swapon": Call((167, 224)),
    "reboot": Call((169, 142)),
    "settimeofday": Call((164, 170)),
    "clock_settime": Call((227, 112), (MAX,)),
    "acct": Call((163, 89), (1,)),
    "sethostname": Call((170, 161), (0, MAX)),
    "setuid": Call((105, 146), (MAX,)),
    "setgroups": Call((116, 159), (MAX,)),
    "capset": Call((126, 91)),
    "syslog": Call((103, 116), (10,)),
    "iopl": Call((172, None), (MAX,)),
    "modify_ldt": Call((154, None), (MAX,)),
    "timerfd_create": Call((283, 85), (MAX,)),
    "splice": Call((275, 76), (MAX,)),
    "vmsplice": Call((278, 75), (MAX,)),
    "sync": Call((162, 81)),
    "mlock": Call((149, 228)),
}


def on(machine: str) -> dict[str, tuple[int, tuple[int | str, ...]]]:
    """Return the forbidden calls that exist on a machine: what it is -> number and arguments."""
    column = MACHINES.index(machine)
    numbered = ((what, call.numbers[column], call.arguments) for what, call in FORBIDDEN.items())
    return {what: (number, arguments) for what, number, arguments in numbered if number is not None}
