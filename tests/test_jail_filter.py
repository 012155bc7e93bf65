"""The system call filter as a program: what it answers, on both machines, by an interpreter of our own."""

from __future__ import annotations

import struct

import jail_calls
import pytest

from grader.runner.jail import bpf, syscalls
from grader.runner.jail.syscalls import MACHINES

ARCHITECTURES = {
    "x86_64": 0xC000003E,
    "aarch64": 0xC00000B7,
    "i386": 0x40000003,
    "arm": 0x40000028,
    "riscv64": 0xC00000F3,
}
PID, OTHER = 7, 8
ALLOWED, EPERM, ENOSYS, ENOTTY, KILLED = "allowed", "errno 1", "errno 38", "errno 25", "killed"
ANSWERS = {0x7FFF0000: ALLOWED, 0x80000000: KILLED}
MASK = 0xFFFFFFFFFFFFFFFF

# Name -> number on x86_64 and on aarch64, for the cases below.
NUMBERS = {
    "read": (0, 63),
    "mmap": (9, 222),
    "openat": (257, 56),
    "futex": (202, 98),
    "clone": (56, 220),
    "clone3": (435, 435),
    "ioctl": (16, 29),
    "fcntl": (72, 25),
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "prctl": (157, 167),
    "prlimit64": (302, 261),
    "sched_getaffinity": (204, 123),
    "sched_setaffinity": (203, 122),
    "mlock": (149, 228),
    "memfd_create": (319, 279),
    "execve": (59, 221),
    "recvmsg": (47, 212),
    "statx": (332, 291),
    "not invented yet": (451, 451),
    "far away": (1000, 1000),
}
GLIBC_THREAD, MUSL_THREAD = 0x3D0F00, 0x7D0F00
NEW_NAMESPACES = (0x80, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000)

# Call, arguments, answer on a CPU, answer on a GPU.
CASES = [
    ("read", (), ALLOWED, ALLOWED),
    ("mmap", (0, 4096, 7, 0x22), ALLOWED, ALLOWED),
    ("openat", (MASK,), ALLOWED, ALLOWED),
    ("futex", (), ALLOWED, ALLOWED),
    ("recvmsg", (3,), ALLOWED, ALLOWED),
    ("statx", (), ALLOWED, ALLOWED),
    ("clone", (GLIBC_THREAD,), ALLOWED, ALLOWED),
    ("clone", (MUSL_THREAD,), ALLOWED, ALLOWED),
    ("clone", (17,), EPERM, EPERM),
    ("clone", (0,), EPERM, EPERM),
    ("clone", (0x4111,), EPERM, EPERM),
    *(("clone", (GLIBC_THREAD | flag,), EPERM, EPERM) for flag in NEW_NAMESPACES),
    ("clone", (GLIBC_THREAD | 0x1000,), EPERM, EPERM),
    ("clone3", (), ENOSYS, ENOSYS),
    ("not invented yet", (), ENOSYS, ENOSYS),
    ("far away", (), ENOSYS, ENOSYS),
    ("ioctl", (1, 0x5401), ENOTTY, ALLOWED),
    ("ioctl", (0, 0x5412), ENOTTY, ALLOWED),
    ("ioctl", (3, 0x5421), ALLOWED, ALLOWED),
    ("ioctl", (3, 0x5451), ALLOWED, ALLOWED),
    ("ioctl", (3, 0xFFFFFFFF00005412), ENOTTY, ALLOWED),
    ("fcntl", (3, 1030, 64), ALLOWED, ALLOWED),
    ("fcntl", (3, 4, 0x800), ALLOWED, ALLOWED),
    *(("fcntl", (3, command), EPERM, EPERM) for command in (5, 6, 7, 8, 10, 15, 36, 37, 1024, 1026, 1033)),
    ("kill", (PID, 6), ALLOWED, ALLOWED),
    ("kill", (0xFFFFFFFF00000000 | PID, 6), ALLOWED, ALLOWED),
    *(("kill", (pid & MASK, 9), EPERM, EPERM) for pid in (0, 1, -1, OTHER, -PID)),
    ("tgkill", (PID, OTHER, 6), ALLOWED, ALLOWED),
    *(("tgkill", (pid & MASK, PID, 9), EPERM, EPERM) for pid in (0, 1, -1, OTHER)),
    ("tkill", (PID, 6), ALLOWED, ALLOWED),
    ("tkill", (OTHER, 6), EPERM, EPERM),
    ("prctl", (16,), ALLOWED, ALLOWED),
    *(("prctl", (option,), EPERM, EPERM) for option in (1, 4, 8, 22, 23, 24, 36, 38, 47, 0x59616D61)),
    ("prlimit64", (0, 7), ALLOWED, ALLOWED),
    ("prlimit64", (PID, 7), EPERM, EPERM),
    ("sched_getaffinity", (0,), ALLOWED, ALLOWED),
    ("sched_getaffinity", (PID,), ALLOWED, ALLOWED),
    ("sched_getaffinity", (OTHER,), EPERM, EPERM),
    ("sched_setaffinity", (0,), EPERM, ALLOWED),
    ("sched_setaffinity", (OTHER,), EPERM, EPERM),
    ("mlock", (), EPERM, ALLOWED),
    ("memfd_create", (), EPERM, EPERM),
    ("execve", (), EPERM, EPERM),
]
ON_EACH = [(machine, gpu) for machine in MACHINES for gpu in (False, True)]


def interpret(program: bytes, data: bytes) -> str:
    """Run classic BPF over ``struct seccomp_data`` and return the answer in words."""
    lines = list(struct.iter_unpack("<HBBI", program))
    accumulator = at = 0
    while True:
        operation, true, false, constant = lines[at]
        at += 1
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, constant)
        elif operation == 0x54:
            accumulator &= constant
        elif operation == 0x06:
            return ANSWERS.get(constant) or errno_of(constant)
        else:
            compare = {0x15: int.__eq__, 0x25: int.__gt__, 0x35: int.__ge__}[operation]
            at += true if compare(accumulator, constant) else false


def errno_of(answer: int) -> str:
    """Return which errno an answer gives; it must be one that fails the call."""
    assert answer >> 16 == 0x0005
    return f"errno {answer & 0xFFFF}"


def seccomp_data(machine: str, number: int, arguments: tuple[int, ...] = ()) -> bytes:
    """Return what the kernel shows a filter."""
    six = (*arguments, 0, 0, 0, 0, 0, 0)[:6]
    return struct.pack("<IIQ6Q", number & 0xFFFFFFFF, ARCHITECTURES[machine], 0, *six)


def answer(machine: str, number: int, arguments: tuple[int, ...] = (), *, gpu: bool = False) -> str:
    """Return what the filter for process `PID` answers."""
    program = bpf.program(machine, gpu=gpu, pid=PID)
    return interpret(program, seccomp_data(machine, number, arguments))


@pytest.mark.parametrize(("machine", "gpu"), ON_EACH)
def test_shipped_programs_are_the_generated_ones(machine: str, gpu: bool) -> None:
    """What is shipped is what `program` makes for process 1; `python -m grader.runner.jail.bpf` writes it."""
    assert bpf.shipped(machine, gpu=gpu).read_bytes() == bpf.program(machine, gpu=gpu, pid=1)


def test_nothing_else_is_shipped() -> None:
    """No filter lies about that nobody generates."""
    assert {path.name for path in bpf.FILTERS.iterdir()} == {bpf.shipped(m, gpu=g).name for m, g in ON_EACH}


@pytest.mark.parametrize(("machine", "gpu"), ON_EACH)
@pytest.mark.parametrize(("name", "arguments", "cpu_answer", "gpu_answer"), CASES)
def test_answers(
    machine: str, gpu: bool, name: str, arguments: tuple[int, ...], cpu_answer: str, gpu_answer: str
) -> None:
    """Each call with these arguments gets this answer, on both machines."""
    number = NUMBERS[name][MACHINES.index(machine)]
    assert answer(machine, number, arguments, gpu=gpu) == (gpu_answer if gpu else cpu_answer)


FORBIDDEN = [(m, what, *call) for m in MACHINES for what, call in jail_calls.on(m).items()]


@pytest.mark.parametrize(("machine", "what", "number", "arguments"), FORBIDDEN)
def test_forbidden_calls_are_refused(
    machine: str, what: str, number: int, arguments: tuple[int | str, ...]
) -> None:
    """Nothing on the list of forbidden calls gets through."""
    plain = tuple(OTHER if argument == jail_calls.OTHER else int(argument) for argument in arguments)
    assert answer(machine, number, plain) == EPERM, what


@pytest.mark.parametrize(("machine", "gpu"), ON_EACH)
def test_every_number_has_the_answer_of_the_list(machine: str, gpu: bool) -> None:
    """Numbers that are not on the list are refused, and calls without a condition on it allowed."""
    rules = {rule.number: rule for rule in syscalls.rules(machine, gpu=gpu)}
    free = {number for number, rule in rules.items() if rule.check is None}
    answers = {number: answer(machine, number, gpu=gpu) for number in range(600)}
    assert {number for number in free if answers[number] != ALLOWED} == set()
    refused = {
        number: EPERM if number <= syscalls.NEWEST_KNOWN else ENOSYS for number in set(answers) - set(rules)
    }
    assert {number: answers[number] for number in refused} == refused


FOREIGN = [(machine, other) for machine in MACHINES for other in ARCHITECTURES if other != machine]


@pytest.mark.parametrize(("machine", "architecture"), FOREIGN)
@pytest.mark.parametrize("number", [0, 20, 63, 0x40000000])
def test_foreign_architectures_kill(machine: str, architecture: str, number: int) -> None:
    """A call through another architecture's door ends the process, whatever its number."""
    program = bpf.program(machine, gpu=True, pid=PID)
    assert interpret(program, seccomp_data(architecture, number)) == KILLED


@pytest.mark.parametrize("number", [0x40000000, 0x40000000 + 39, 0x400001FF, -1])
def test_x32_kills(number: int) -> None:
    """Numbers of x32 end the process on x86_64."""
    assert answer("x86_64", number) == KILLED


@pytest.mark.parametrize(("machine", "pid"), [("x86_64", 0), ("x86_64", -1), ("aarch64", 0), ("riscv64", 1)])
def test_no_program_for_no_process(machine: str, pid: int) -> None:
    """No filter is made that would let a runner signal its whole group, nor for an unknown machine."""
    with pytest.raises(ValueError, match=f"process {pid} on {machine}"):
        bpf.program(machine, gpu=False, pid=pid)


@pytest.mark.parametrize(("machine", "gpu"), ON_EACH)
def test_programs_differ_by_the_process_only_in_its_number(machine: str, gpu: bool) -> None:
    """The process number stands where kill, tkill, tgkill and sched_*affinity are checked, nowhere else."""
    one, other = (bpf.program(machine, gpu=gpu, pid=pid) for pid in (1000, 2000))
    lines = zip(struct.iter_unpack("<HBBI", one), struct.iter_unpack("<HBBI", other), strict=True)
    changed = [(a[3], b[3]) for a, b in lines if a != b]
    assert changed == [(1000, 2000)] * (5 if gpu else 4)
