"""Putting on the layers of the jail, in the order in which each still can: files, rights, paths, calls."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from grader.runner.jail import bpf, capabilities, landlock, namespaces, rlimits, seccomp
from grader.wire.plan import CAPABILITIES, LANDLOCK, NAMESPACES, RLIMITS, SECCOMP, Order, Plan

FILTERS = Path(__file__).parent / "filters"
SCOPED = 6  # the first Landlock version that keeps signals and sockets inside


def enter(plan: Plan, order: Order, scratch: str) -> tuple[str, ...]:
    """Put on every layer of `plan` in this process; return the names of those that hold.

    Raises OSError where a layer that the kernel has does not go on: a runner without it must not run.
    """
    held = []
    if plan.namespaces:
        namespaces.own_proc()
        held.append(NAMESPACES)
    if rlimits.supported():
        rlimits.apply({})
        held.append(RLIMITS)
    if plan.filtered:
        held += filters(plan, order, scratch)
    return tuple(held)


def filters(plan: Plan, order: Order, scratch: str) -> list[str]:
    """Give up capabilities, then paths, then system calls."""
    held = []
    program = load_program(plan, order)  # read while the file can still be opened
    if capabilities.supported():
        capabilities.drop_all()
        held.append(CAPABILITIES)
    if landlock.abi() >= SCOPED:
        landlock.restrict(plan.readable, (scratch, namespaces.SHARED_MEMORY, os.devnull))
        held.append(LANDLOCK)
    if program:
        seccomp.install(program)
        held.append(SECCOMP)
    return held


def load_program(plan: Plan, order: Order) -> bytes:
    """Return the filter of system calls; empty where this machine has none.

    The shipped ones know the runner as process 1, which it is in a pid namespace of its own.
    """
    machine = platform.machine()
    if not seccomp.supported():
        return b""
    if not plan.namespaces:
        return bpf.program(machine, gpu=order.gpu, pid=os.getpid())
    return (FILTERS / f"{machine}{'-gpu' if order.gpu else ''}.bpf").read_bytes()
