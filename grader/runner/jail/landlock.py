"""Which files a runner may touch, by Landlock: a short list that may be read, one folder that may be written.

Everything else is refused by the kernel, without namespaces and without privileges. What an older kernel
does not know yet is left out there: `abi` says how far it goes.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import struct
from collections.abc import Sequence
from enum import IntFlag

from grader.runner.jail import kernel
from grader.runner.jail.capabilities import no_new_privileges

# The same numbers on every architecture.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
CREATE_RULESET_VERSION = 1
RULE_PATH_BENEATH = 1
RULESET = struct.Struct("=QQQ")  # files, network, scopes
PATH_BENEATH = struct.Struct("=Qi")  # rights, descriptor
NETWORK_SINCE, TCP_BIND_AND_CONNECT = 4, 0b11
SCOPES_SINCE, ABSTRACT_SOCKETS_AND_SIGNALS = 6, 0b11


class Right(IntFlag):
    """What can be done to files, in the kernel's bits."""

    EXECUTE = 1 << 0
    WRITE_FILE = 1 << 1
    READ_FILE = 1 << 2
    READ_DIR = 1 << 3
    REMOVE_DIR = 1 << 4
    REMOVE_FILE = 1 << 5
    MAKE_CHAR = 1 << 6
    MAKE_DIR = 1 << 7
    MAKE_REG = 1 << 8
    MAKE_SOCK = 1 << 9
    MAKE_FIFO = 1 << 10
    MAKE_BLOCK = 1 << 11
    MAKE_SYM = 1 << 12
    REFER = 1 << 13
    TRUNCATE = 1 << 14
    IOCTL_DEV = 1 << 15


FIRST_ABI = Right(Right.REFER - 1)
SINCE = {2: Right.REFER, 3: Right.TRUNCATE, 5: Right.IOCTL_DEV}
# Mapping a library executable needs no right but reading: nobody here may start a program.
READ = Right.READ_FILE | Right.READ_DIR
# Plain files and folders; nothing that makes a device, a socket, a pipe or a symbolic link.
CHANGE = Right.WRITE_FILE | Right.TRUNCATE | Right.MAKE_REG | Right.MAKE_DIR | Right.REFER
WRITE = READ | CHANGE | Right.REMOVE_FILE | Right.REMOVE_DIR
ON_A_FILE = Right.READ_FILE | Right.WRITE_FILE | Right.TRUNCATE | Right.IOCTL_DEV


def abi() -> int:
    """Return the version of Landlock in this kernel, 0 where there is none or it is switched off."""
    if not kernel.on_linux():
        return 0
    try:
        return kernel.call("landlock", CREATE_RULESET, None, 0, CREATE_RULESET_VERSION)
    except OSError as error:
        if error.errno in (errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM):
            return 0
        raise


def supported() -> bool:
    """Whether this kernel has Landlock."""
    return abi() > 0


def restrict(readable: Sequence[str], writable: Sequence[str]) -> None:
    """Leave the files and trees ``readable`` for reading, ``writable`` for writing too, and nothing else.

    A path that is missing is passed over. A device file named in ``writable`` keeps its device commands.
    Descriptors that are open already are not affected. Cannot be undone. Raises ``OSError``, with ``ENOSYS``
    where there is no Landlock; then nothing is restricted.
    """
    version = abi()
    if not version:
        raise OSError(errno.ENOSYS, "this kernel has no Landlock")
    known = rights_known(version)
    ruleset = new_ruleset(version, known)
    try:
        for paths, rights in ((readable, READ), (writable, WRITE)):
            for path in paths:
                allow(ruleset, path, rights & known, known)
        no_new_privileges()
        kernel.call("landlock_restrict_self", RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def rights_known(version: int) -> Right:
    """Return the rights that a kernel with this version of Landlock can refuse."""
    known = FIRST_ABI
    for since, right in SINCE.items():
        if version >= since:
            known |= right
    return known


def new_ruleset(version: int, known: Right) -> int:
    """Return the descriptor of a ruleset that refuses all that this version can refuse."""
    network = TCP_BIND_AND_CONNECT if version >= NETWORK_SINCE else 0
    scopes = ABSTRACT_SOCKETS_AND_SIGNALS if version >= SCOPES_SINCE else 0
    wanted = ctypes.create_string_buffer(RULESET.pack(known, network, scopes), RULESET.size)
    return kernel.call("landlock_create_ruleset", CREATE_RULESET, wanted, RULESET.size, 0)


def allow(ruleset: int, path: str, rights: Right, known: Right) -> None:
    """Add a path, and what is below it, with its rights; nothing where it does not exist."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return
    try:
        fitting = rights_for(os.fstat(descriptor).st_mode, rights) & known
        rule = ctypes.create_string_buffer(PATH_BENEATH.pack(fitting, descriptor), PATH_BENEATH.size)
        kernel.call("landlock_add_rule", ADD_RULE, ruleset, RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)


def rights_for(mode: int, rights: Right) -> Right:
    """Return the rights that make sense for a file of this kind; the kernel refuses a rule with others."""
    if stat.S_ISDIR(mode):
        return rights
    if stat.S_ISCHR(mode) and Right.WRITE_FILE in rights:
        rights |= Right.IOCTL_DEV
    return rights & ON_A_FILE
