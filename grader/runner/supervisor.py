"""The supervisor: a process between zygote and runner that jails the one for the other.

It separates itself from the zygote, makes the scratch folder, forks the runner, hands the judge a
descriptor by which to kill it, waits, reports how it ended, cleans up and goes. It never sees a
submission. Its reports go over the status socket as lines of JSON: ``{"born": pid, "layers": [...]}``
with the descriptor beside it, then ``{"exited": wait status, "maxrss": KiB, "cpu": seconds,
"jail_cpu": seconds of the supervisor}``.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from typing import NoReturn

from grader.runner.jail import capabilities, namespaces
from grader.runner.jail.enter import enter
from grader.wire.plan import Order, Plan

EXIT_FAULT = 70
OWN_NAME = "submission.py"
JOB, TOLD = 3, 4  # where the runner has the judge, and its supervisor
MOST_DESCRIPTORS = 4096


@dataclass(frozen=True, slots=True)
class Wires:
    """The descriptors of one runner: the judge's socket, the pipe it prints into, the status socket."""

    job: int
    output: int
    status: int

    def close(self) -> None:
        """Close all three."""
        for descriptor in (self.job, self.output, self.status):
            os.close(descriptor)


def supervise(wires: Wires, plan: Plan, order: Order) -> NoReturn:
    """Be the supervisor of one runner; ends the process."""
    code = EXIT_FAULT
    try:
        os.dup2(wires.output, 2)  # a fault of the jail itself is shown with the verdict
        leave_the_zygote()
        scratch = make_scratch(plan, order)
        pid = fork_runner(wires, plan, order, scratch)
        watch(pid, wires, plan, scratch)
        code = 0
    except BaseException:
        traceback.print_exc()
    os._exit(code)


def leave_the_zygote() -> None:
    """Start a session of its own: a signal to a process group crosses pid namespaces."""
    os.setsid()
    if capabilities.supported():
        capabilities.die_with_parent()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def make_scratch(plan: Plan, order: Order) -> str:
    """Return the one folder that the runner may write to."""
    if plan.namespaces:
        namespaces.separate()
        namespaces.private_folders(order.disk_bytes)
        return namespaces.BOX
    return tempfile.mkdtemp(prefix="runner-")


def fork_runner(wires: Wires, plan: Plan, order: Order, scratch: str) -> int:
    """Fork the runner; returns in the supervisor only."""
    ready, told = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ready)
        be_runner(wires, plan, order, scratch, told)
    os.close(told)
    os.close(wires.job)
    os.close(wires.output)
    layers = os.read(ready, MOST_DESCRIPTORS).decode()
    os.close(ready)
    if layers:
        announce(wires.status, pid, json.loads(layers))
    return pid


def announce(status: int, pid: int, layers: list[str]) -> None:
    """Tell the judge that the runner stands in its jail, and give it the means to kill it."""
    message = json.dumps({"born": pid, "layers": layers}).encode() + b"\n"
    with socket.socket(fileno=os.dup(status)) as judge:
        if not hasattr(os, "pidfd_open"):
            judge.sendall(message)
            return
        descriptor = os.pidfd_open(pid)
        socket.send_fds(judge, [message], [descriptor])
        os.close(descriptor)


def watch(pid: int, wires: Wires, plan: Plan, scratch: str) -> None:
    """Wait for the runner's end, report it, and clean up."""
    _, status, usage = os.wait4(pid, 0)
    if not plan.namespaces:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)  # what it started, where no pid namespace took it along
        shutil.rmtree(scratch, ignore_errors=True)
    cpu = usage.ru_utime + usage.ru_stime
    report = {"exited": status, "maxrss": usage.ru_maxrss, "cpu": cpu, "jail_cpu": time.process_time()}
    with contextlib.suppress(OSError):  # a judge that is gone does not ask
        os.write(wires.status, json.dumps(report).encode() + b"\n")


def be_runner(wires: Wires, plan: Plan, order: Order, scratch: str, told: int) -> NoReturn:
    """Keep the judge's socket and the standard streams, put on the jail, serve; ends the process."""
    code, standing = EXIT_FAULT, False
    try:
        os.setsid()
        if capabilities.supported():
            capabilities.die_with_parent()
        be_killed_first()
        keep_only(wires, told)
        os.chdir(scratch)
        os.umask(0o077)
        os.environ.update(HOME=scratch, TMPDIR=scratch)
        tempfile.tempdir = None
        layers = enter(plan, order, scratch)
        os.write(TOLD, json.dumps(layers).encode())
        os.close(TOLD)
        standing = True
        for words in (sys.argv, sys.orig_argv):
            words[:] = [OWN_NAME]  # what the zygote was told is not for submissions to read
        serve(JOB)
        code = 0
    except BaseException as error:
        say_why(error, standing=standing)
    finally:
        flush_streams()
        os._exit(code)


def be_killed_first() -> None:
    """Where the control group's memory runs out, have the kernel take a runner and not the zygote."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as score:
        score.write("1000")


def say_why(error: BaseException, *, standing: bool) -> None:
    """Print why the runner ends: all of it for us while it is being jailed, one line for a student later."""
    if standing:
        print(f"The process ended with {type(error).__name__}.", file=sys.stderr)
    else:
        traceback.print_exception(error)


def keep_only(wires: Wires, told: int) -> None:
    """Leave 0 (nothing to read), 1 and 2 (the output pipe), 3 (the judge) and 4 (the supervisor) open."""
    null = os.open(os.devnull, os.O_RDONLY)
    # Above everything that is open first: or one dup2 would close what the next one copies.
    high = [copy_above(descriptor) for descriptor in (null, wires.output, wires.output, wires.job, told)]
    for target, source in enumerate(high):
        os.dup2(source, target)
    os.closerange(len(high), MOST_DESCRIPTORS)


def copy_above(descriptor: int) -> int:
    """Copy a descriptor to a number that no fixed one has."""
    import fcntl

    return fcntl.fcntl(descriptor, fcntl.F_DUPFD, 64)


def serve(job: int) -> None:
    """Answer the judge until it hangs up.

    One that hangs up before it asks anything (the trial of the jail, before the zygote has imported torch)
    does not wait for the import.
    """
    judge = socket.socket(fileno=job)
    if not judge.recv(1, socket.MSG_PEEK):
        return
    from grader.runner.server import serve

    serve(judge)


def flush_streams() -> None:
    """Push out what is still buffered."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
