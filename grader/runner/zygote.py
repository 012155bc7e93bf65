"""The zygote: imports torch once, then forks a runner for each submission. It never sees a submission.

Control socket (inherited, stream): the judge sends one byte ``F`` with two descriptors (the job
socket and the write end of the output pipe), or ``P``, a length and the JSON list of an exercise's
forbidden patterns, to be prepared once for all its runners. The zygote answers lines of JSON:
``{"ready": ...}`` once, then ``{"forked": pid}`` and ``{"exited": pid, "status": n}``.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import selectors
import signal
import socket
import struct
import sys
import traceback

FORK = b"F"
PREPARE = b"P"
LENGTH = struct.Struct("<I")
PR_SET_PDEATHSIG = 1
EXIT_FAULT = 70


def main(control_descriptor: int) -> None:
    """Serve fork requests until the judge closes the control socket."""
    die_with_parent()
    control = socket.socket(fileno=control_descriptor)
    torch_version = warm_up()
    keep_only_the_runtime_importable()
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_write, False)
    signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tell(control, {"ready": os.getpid(), "torch": torch_version, "python": sys.version.split()[0]})
    with contextlib.suppress(ConnectionError):
        serve_forks(control, wake_read, (wake_read, wake_write))


def warm_up() -> str:
    """Import what runners need and run one operation of each kind on one thread.

    With more than one thread the parent's OpenMP pool does not survive a fork and the child hangs
    on its first parallel operation.
    """
    import torch

    import grader.runner.forbidden
    import grader.runner.rehearsal
    import grader.runner.server
    import grader.runner.simulated

    torch.set_num_threads(1)
    grader.runner.forbidden.warm()
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


def die_with_parent() -> None:
    """Ask the kernel to kill this process when its parent dies (Linux; elsewhere the socket's end does)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def tell(control: socket.socket, message: dict[str, object]) -> None:
    """Send one line of JSON to the judge."""
    control.sendall(json.dumps(message).encode() + b"\n")


def serve_forks(control: socket.socket, wake: int, wakeups: tuple[int, int]) -> None:
    """Fork on request, report the end of every child."""
    selector = selectors.DefaultSelector()
    selector.register(control, selectors.EVENT_READ)
    selector.register(wake, selectors.EVENT_READ)
    children: set[int] = set()
    while True:
        for key, _ in selector.select():
            if key.fileobj is control:
                request, descriptors, _, _ = socket.recv_fds(control, 1, 2)
                if not request:
                    kill_all(children)
                    return
                if request == PREPARE:
                    prepare(control)
                else:
                    children.add(fork_runner(control, descriptors, (selector.fileno(), *wakeups)))
            else:
                os.read(wake, 4096)
        report_exits(control, children)


def prepare(control: socket.socket) -> None:
    """Compile an exercise's forbidden patterns here, so that every runner forked later has them."""
    from grader.runner.forbidden import prepared

    (size,) = LENGTH.unpack(control.recv(LENGTH.size, socket.MSG_WAITALL))
    prepared(tuple(json.loads(control.recv(size, socket.MSG_WAITALL))))


def report_exits(control: socket.socket, children: set[int]) -> None:
    """Reap every child that has ended and say how."""
    while children:
        pid, status, usage = os.wait4(-1, os.WNOHANG)
        if pid == 0:
            return
        children.discard(pid)
        tell(control, {"exited": pid, "status": status, "maxrss": usage.ru_maxrss})


def kill_all(children: set[int]) -> None:
    """Kill the runners that are left; their sessions go with them."""
    for pid in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)


def fork_runner(control: socket.socket, descriptors: list[int], ours: tuple[int, ...]) -> int:
    """Fork; the child becomes a runner and never returns from here."""
    pid = os.fork()
    if pid:
        for descriptor in descriptors:
            os.close(descriptor)
        tell(control, {"forked": pid})
        return pid
    try:
        become_runner(control, descriptors, ours)
    except BaseException:
        traceback.print_exc()  # into the output pipe: shown with the verdict
    finally:
        os._exit(EXIT_FAULT)


def become_runner(control: socket.socket, descriptors: list[int], ours: tuple[int, ...]) -> None:
    """Drop everything of the zygote's, point the standard streams at the output pipe, serve the judge."""
    os.setsid()
    die_with_parent()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    job, output = descriptors
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (output, 1), (output, 2)):
        os.dup2(source, target)
    for descriptor in (control.detach(), null, output, *ours):
        os.close(descriptor)
    from grader.runner.server import serve

    serve(socket.socket(fileno=job))
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
