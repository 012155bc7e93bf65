"""Calls into the Linux kernel for which Python has no function, through the C library."""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import sys


def on_linux() -> bool:
    """Whether this is 64-bit little-endian Linux, the only place where the jail's steps can be taken."""
    return sys.platform == "linux" and sys.maxsize > 2**32 and sys.byteorder == "little"


def require_linux() -> None:
    """Refuse with ``OSError`` (``ENOSYS``) where there is no Linux kernel to ask."""
    if not on_linux():
        raise OSError(errno.ENOSYS, "this step of the jail needs 64-bit Linux")


def library() -> ctypes.CDLL:
    """Return the C library, which reports ``errno``; raise ``OSError`` where this is not Linux."""
    require_linux()
    return opened()


@functools.cache
def opened() -> ctypes.CDLL:
    """Open the C library once."""
    return ctypes.CDLL(None, use_errno=True)


def checked(result: int, what: str) -> int:
    """Return what a call returned; raise ``OSError`` with the kernel's ``errno`` where it failed."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def call(what: str, number: int, *arguments: int | ctypes.Array[ctypes.c_char] | None) -> int:
    """Make the system call ``number``; integers go as 64 bits. ``what`` names it where it fails."""
    words = (ctypes.c_long(value) if isinstance(value, int) else value for value in arguments)
    return checked(library().syscall(ctypes.c_long(number), *words), what)


def prctl(what: str, option: int, *arguments: int) -> int:
    """Make the call ``prctl(option, …)``; what is not given is zero, as the newer options demand."""
    words = (ctypes.c_ulong(value) for value in (*arguments, 0, 0, 0, 0)[:4])
    return checked(library().prctl(ctypes.c_int(option), *words), what)
