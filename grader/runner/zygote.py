"""The zygote: imports torch once, then forks a runner for each submission. It never sees a submission.

Control socket (inherited, stream). The judge sends ``F``, a length and an order in JSON, with three
descriptors beside the ``F`` (the job socket, the write end of the output pipe, the status socket); or
``P``, a length and the JSON list of an exercise's forbidden patterns, to be prepared once for all
runners to come. The zygote answers lines of JSON: ``{"jailed": layers}`` or ``{"refused": why}`` before
it imports torch, then ``{"ready": pid}``. What becomes of a runner, its supervisor tells the judge.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import sys
from typing import NoReturn

from grader.runner import sealing
from grader.runner.jail import capabilities
from grader.runner.supervisor import Wires, supervise
from grader.wire.plan import LENGTH, PREPARE, Order, Plan

WIRES = 3
HIGHEST_DESCRIPTOR = 256
EXIT_UNCLEAN = 71


def main(control_descriptor: int, plan_json: str) -> None:
    """Serve fork requests until the judge closes the control socket."""
    die_with_the_judge()
    plan = Plan.from_json(plan_json)
    control = socket.socket(fileno=control_descriptor)
    tell(control, try_the_jail(plan))
    torch_version = warm_up()
    sealing.hide()
    keep_only_the_runtime_importable()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # supervisors report to the judge; nobody waits here
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    descriptors = open_descriptors()
    tell(control, {"ready": os.getpid(), "torch": torch_version, "python": sys.version.split()[0]})
    with contextlib.suppress(ConnectionError):
        serve_forks(control, plan, descriptors)


def die_with_the_judge() -> None:
    """Die when the judge does, and let nobody look in; elsewhere than on Linux the socket's end does."""
    if capabilities.supported():
        capabilities.die_with_parent()
        capabilities.undumpable()


def try_the_jail(plan: Plan) -> dict[str, object]:
    """Put the jail on a child that does nothing else: what fails is known before torch is imported."""
    ours, theirs = socket.socketpair()
    job, theirs_job = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        job.close()
        ours.close()
        output = os.dup(2)
        supervise(Wires(theirs_job.detach(), output, theirs.detach()), plan, Order())
    theirs.close()
    theirs_job.close()
    job.close()  # hangs up: the child ends as soon as it serves
    with ours, ours.makefile() as reports:
        lines = [json.loads(line) for line in reports]
    os.waitpid(pid, 0)
    for line in lines:
        if "born" in line:
            return {"jailed": line["layers"]}
    return {"refused": "the jail cannot be put on; see above"}


def warm_up() -> str:
    """Import what runners need and run one operation of each kind on one thread.

    With more than one thread the parent's OpenMP pool does not survive a fork and the child hangs
    on its first parallel operation.
    """
    import torch

    sealing.load()
    import grader.runner.prepared
    import grader.runner.rehearsal
    import grader.runner.server
    import grader.runner.simulated

    torch.set_num_threads(1)
    grader.runner.prepared.warm()
    with torch.no_grad():
        torch.nn.functional.conv2d(torch.ones(1, 1, 4, 4), torch.ones(1, 1, 2, 2))
        torch.ones(4, 4) @ torch.ones(4, 4)
    grader.runner.rehearsal.rehearse()
    gc.collect()
    gc.freeze()
    return str(torch.__version__)


def keep_only_the_runtime_importable() -> None:
    """Leave only Python and its site-packages on the path: a submission must not import the course.

    What is imported already stays; the course's folder is on the path where the project is installed
    in place.
    """
    runtime = (sys.prefix, sys.base_prefix)
    sys.path[:] = [entry for entry in sys.path if entry.startswith(runtime)]
    sys.meta_path[:] = [finder for finder in sys.meta_path if "__editable__" not in repr(finder)]


def tell(control: socket.socket, message: dict[str, object]) -> None:
    """Send one line of JSON to the judge."""
    control.sendall(json.dumps(message).encode() + b"\n")


def serve_forks(control: socket.socket, plan: Plan, descriptors: frozenset[int]) -> None:
    """Fork on request until the judge hangs up."""
    while True:
        request, received, _, _ = socket.recv_fds(control, 1, WIRES)
        if not request:
            return
        data = receive(control)
        if request == PREPARE:
            prepare(data)
            continue
        wires = Wires(*received)
        insist_on_cleanliness(descriptors | set(received))
        if os.fork() == 0:
            control.close()
            supervise(wires, plan, Order.from_json(data))
        wires.close()


def receive(control: socket.socket) -> bytes:
    """Receive a length and that many bytes."""
    (size,) = LENGTH.unpack(control.recv(LENGTH.size, socket.MSG_WAITALL))
    return control.recv(size, socket.MSG_WAITALL)


def prepare(data: bytes) -> None:
    """Compile an exercise's forbidden patterns here, so that every runner forked later has them."""
    from grader.runner.submission import prepare_for

    prepare_for(json.loads(data))


def insist_on_cleanliness(descriptors: frozenset[int]) -> None:
    """End the process unless it can be forked safely; the judge then starts another one.

    A second thread may hold a lock that no child could ever take; a stray descriptor would be
    inherited; a CUDA context does not survive a fork.
    """
    if (count := thread_count()) != 1:
        stop(f"the zygote has {count} threads instead of 1")
    if (found := open_descriptors()) != descriptors:
        stop(f"the zygote has the descriptors {sorted(found)} instead of {sorted(descriptors)}")
    if sys.modules["torch"].cuda.is_initialized():
        stop("the zygote has initialised CUDA")


def stop(why: str) -> NoReturn:
    """Say why and end."""
    print(why, file=sys.stderr, flush=True)
    os._exit(EXIT_UNCLEAN)


def thread_count() -> int:
    """Return how many threads this process has (1 where the system does not say)."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("Threads:"))
    except FileNotFoundError:
        return 1


def open_descriptors() -> frozenset[int]:
    """Return the open descriptors; asks for each number, because /proc may not list one's own."""
    return frozenset(number for number in range(HIGHEST_DESCRIPTOR) if is_open(number))


def is_open(descriptor: int) -> bool:
    """Tell whether a descriptor is open."""
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True
