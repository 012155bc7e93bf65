"""The allow-list as a program for the kernel: classic BPF, one list of comparisons from top to bottom.

``python -m grader.runner.jail.bpf`` writes the programs that are shipped, for a runner that is process 1 of
its own pid namespace. Where it is not, `program` makes one at start for the number that it has.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.runner.jail import syscalls
from grader.runner.jail.syscalls import Check, Rule

FILTERS = Path(__file__).parent / "filters"
# Of the kernel's AUDIT_ARCH_*: ELF machine, 64 bits, little-endian.
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# From here on x86_64 numbers are those of x32, a second door to the same calls.
X32 = 0x40000000

# struct seccomp_data: number, architecture, instruction pointer, six arguments of 64 bits.
NUMBER_AT, ARCHITECTURE_AT, ARGUMENTS_AT, ARGUMENT_BYTES = 0, 4, 16, 8
# struct sock_filter: operation, jump where true, jump where false, constant.
FORMAT = struct.Struct("<HBBI")
LOAD = 0x20  # the 32-bit word at an offset of seccomp_data
AND = 0x54
EQUAL = 0x15
ABOVE = 0x25
AT_LEAST = 0x35
RETURN = 0x06

KILL_PROCESS = 0x80000000
ALLOW = 0x7FFF0000
REFUSE = 0x00050000  # with an errno in the low 16 bits


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction; after a comparison the next ``where_true`` or ``where_false`` ones are skipped."""

    operation: int
    constant: int
    where_true: int = 0
    where_false: int = 0


def program(machine: str, *, gpu: bool, pid: int) -> bytes:
    """Return the filter for a runner whose process number is ``pid`` as it sees itself.

    ``machine`` is as in ``platform.machine()``; ``gpu`` allows what CUDA needs. Raises ``ValueError`` for an
    unknown machine or a number that is no process (0 would let a runner signal its whole group).
    """
    if machine not in ARCHITECTURES or pid < 1:
        raise ValueError(f"no filter for process {pid} on {machine}")
    lines = (*gates(machine), *list_of(syscalls.rules(machine, gpu=gpu), pid), refuse(syscalls.EPERM))
    return b"".join(FORMAT.pack(i.operation, i.where_true, i.where_false, i.constant) for i in lines)


def gates(machine: str) -> Iterator[Instruction]:
    """Yield what comes before the list: numbers of other architectures mean other calls, so they kill."""
    yield Instruction(LOAD, ARCHITECTURE_AT)
    yield Instruction(EQUAL, ARCHITECTURES[machine], where_true=1)
    yield Instruction(RETURN, KILL_PROCESS)
    yield Instruction(LOAD, NUMBER_AT)
    if machine == "x86_64":
        yield Instruction(AT_LEAST, X32, where_false=1)
        yield Instruction(RETURN, KILL_PROCESS)
    yield Instruction(ABOVE, syscalls.NEWEST_KNOWN, where_false=1)
    yield refuse(syscalls.ENOSYS)


def list_of(rules: Iterable[Rule], pid: int) -> Iterator[Instruction]:
    """Yield for each call: is it this number? Then its answer, else on to the next."""
    for rule in rules:
        answer = [Instruction(RETURN, ALLOW)] if rule.check is None else list(checked(rule.check, pid))
        yield Instruction(EQUAL, rule.number, where_false=len(answer))
        yield from answer


def checked(check: Check, pid: int) -> Iterator[Instruction]:
    """Yield: allowed where the argument is one of the values, else refused. Always ends in an answer."""
    yield Instruction(LOAD, ARGUMENTS_AT + check.argument * ARGUMENT_BYTES)
    if check.mask != syscalls.FULL:
        yield Instruction(AND, check.mask)
    for value in check.values:
        yield Instruction(EQUAL, pid if value == syscalls.OWN_PROCESS else value, where_false=1)
        yield Instruction(RETURN, ALLOW)
    yield refuse(check.refusal)


def refuse(number: int) -> Instruction:
    """Return the answer that fails the call with this ``errno``."""
    return Instruction(RETURN, REFUSE | number)


def shipped(machine: str, *, gpu: bool) -> Path:
    """Return where the shipped program for process 1 lies."""
    return FILTERS / f"{machine}{'-gpu' if gpu else ''}.bpf"


def write_shipped() -> None:
    """Write all programs that are shipped."""
    for machine in ARCHITECTURES:
        for gpu in (False, True):
            shipped(machine, gpu=gpu).write_bytes(program(machine, gpu=gpu, pid=1))


if __name__ == "__main__":
    write_shipped()
