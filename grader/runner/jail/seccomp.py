"""Putting a system call filter into the kernel."""

from __future__ import annotations

import ctypes
import errno
import os

from grader.runner.jail import kernel
from grader.runner.jail.capabilities import no_new_privileges

SYSCALL_NUMBER = {"x86_64": 317, "aarch64": 277}
SET_MODE_FILTER = 1
# All threads or none: a thread without the filter could do for the others what they may not.
FLAG_TSYNC = 1
INSTRUCTION_BYTES = 8
LONGEST_PROGRAM = 4096  # instructions


class Program(ctypes.Structure):
    """``struct sock_fprog``: how many instructions, and where."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def supported() -> bool:
    """Whether this kernel takes filters: with one at address zero it complains of the address."""
    if not kernel.on_linux() or os.uname().machine not in SYSCALL_NUMBER:
        return False
    try:
        kernel.call("seccomp", SYSCALL_NUMBER[os.uname().machine], SET_MODE_FILTER, FLAG_TSYNC, None)
    except OSError as error:
        return error.errno == errno.EFAULT
    return False


def install(program: bytes) -> None:
    """Hold every thread of this process to a filter, from now on and for good.

    ``program``: instructions of classic BPF as `grader.runner.jail.bpf.program` makes them. Raises
    ``ValueError`` for bytes that cannot be a program and ``OSError`` where the kernel refuses; then no
    filter is in force. The promise not to gain privileges stays.
    """
    count, rest = divmod(len(program), INSTRUCTION_BYTES)
    if rest or not 0 < count <= LONGEST_PROGRAM:
        raise ValueError(f"{len(program)} bytes are not a program")
    kernel.require_linux()
    number = SYSCALL_NUMBER.get(os.uname().machine)
    if number is None:
        raise OSError(errno.ENOSYS, f"no filter for {os.uname().machine}")
    no_new_privileges()
    instructions = ctypes.create_string_buffer(program, len(program))
    wanted = Program(count, ctypes.addressof(instructions))
    failed = kernel.call("seccomp", number, SET_MODE_FILTER, FLAG_TSYNC, ctypes.addressof(wanted))
    if failed:
        raise OSError(errno.ESRCH, f"thread {failed} cannot take the filter")
