"""What children try in the jail, for its tests: each act returns how it ended, an errno or "succeeded"."""

from __future__ import annotations

import ctypes
import errno
import functools
import mmap
import os
import signal
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import torch
from jail_work import Scene

from grader.runner.jail import seccomp


def attempt(scene: Scene, number: int, *arguments: int) -> str:
    """Make a system call and return how it ended: the name of the errno, or "succeeded"."""
    library = ctypes.CDLL(None, use_errno=True)
    own = os.getpid()
    result = library.syscall(ctypes.c_long(number), *(ctypes.c_ulong(value) for value in arguments))
    if os.getpid() != own:
        os._exit(0)  # a second process, which should not be
    return errno.errorcode[ctypes.get_errno()] if result == -1 else "succeeded"


def attempts(scene: Scene, calls: dict[str, list[int]]) -> dict[str, str]:
    """Make many system calls in a row."""
    return {what: attempt(scene, *call) for what, call in calls.items()}


def attempt_on_every_thread(scene: Scene, program: str, number: int) -> list[str]:
    """Start a thread, install a filter from the main one, then make a system call on both."""
    go, found = threading.Event(), []

    def other() -> None:
        go.wait()
        found.append(attempt(scene, number, 1, 1))

    thread = threading.Thread(target=other)
    thread.start()
    seccomp.install(bytes.fromhex(program))
    go.set()
    thread.join()
    return [*found, attempt(scene, number, 1, 1)]


def install(scene: Scene, program: str) -> str:
    """Try to install a filter."""
    return refusal(lambda: seccomp.install(bytes.fromhex(program)))


def run_machine_code(scene: Scene, code: str) -> str:
    """Run bytes as a function without arguments."""
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(bytes.fromhex(code))
    function = ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    return f"returned {function()}"


def abort(scene: Scene) -> None:
    os.abort()


def signal_itself(scene: Scene) -> list[str]:
    found: list[str] = []
    signal.signal(signal.SIGUSR1, lambda *_: found.append("handled"))
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
    return found


def refusal(act: Callable[[], object]) -> str:
    """Return the errno that an act fails with, or "succeeded"."""
    try:
        act()
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "succeeded"


def read_file(scene: Scene, path: str) -> str:
    """Try to read one file."""
    return refusal(Path(path).read_bytes)


def file_acts(scene: Scene, secret: str, listed: str, tree: str) -> dict[str, str]:
    """Try files inside and outside what Landlock leaves."""
    inside, secret_path = scene.scratch, Path(secret)
    (inside / "mine").mkdir(exist_ok=True)
    acts: dict[str, Callable[[], object]] = {
        "read secret": secret_path.read_bytes,
        "list folder of secret": lambda: os.listdir(secret_path.parent),
        "write secret": lambda: secret_path.write_bytes(b"changed"),
        "truncate secret": lambda: os.truncate(secret, 0),
        "delete secret": secret_path.unlink,
        "take secret along": lambda: secret_path.rename(inside / "secret"),
        "hard link to secret": lambda: os.link(secret, inside / "secret"),
        "read listed": Path(listed).read_bytes,
        "write listed": lambda: Path(listed).write_bytes(b"changed"),
        "list tree": lambda: os.listdir(tree),
        "read in tree": (Path(tree) / "leaf").read_bytes,
        "write in tree": lambda: (Path(tree) / "new").write_bytes(b"x"),
        "run in tree": lambda: os.execv(Path(tree) / "leaf", ["leaf"]),
        "write in scratch": lambda: (inside / "new").write_bytes(b"x"),
        "move in scratch": lambda: (inside / "new").rename(inside / "mine" / "new"),
        "read in scratch": (inside / "mine" / "new").read_bytes,
        "delete in scratch": lambda: (inside / "mine" / "new").unlink(),
        "symbolic link in scratch": lambda: (inside / "sym").symlink_to(secret),
        "pipe in scratch": lambda: os.mkfifo(inside / "pipe"),
        "device": lambda: Path(os.devnull).write_bytes(b"x"),
        "other device": lambda: Path("/dev/zero").open("rb").close(),
    }
    return {what: refusal(act) for what, act in acts.items()}


def network_acts(scene: Scene) -> dict[str, str]:
    """Try TCP, an abstract socket of a process outside, and a signal to one."""
    found = {}
    with socket.socket() as one, socket.socket() as other, socket.socket(socket.AF_UNIX) as unix:
        found["bind"] = refusal(lambda: one.bind(("127.0.0.1", 0)))
        found["connect"] = refusal(lambda: other.connect(("127.0.0.1", 9)))
        found["abstract socket"] = refusal(lambda: unix.connect(scene.listening.getsockname()))
    found["signal to the parent"] = refusal(lambda: os.kill(os.getppid(), 0))
    return found


def status(scene: Scene) -> dict[str, str]:
    """Return what the kernel says of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return {name: value.strip() for name, value in (line.split(":", 1) for line in lines)}


def prctl(scene: Scene, option: int) -> int:
    """Return what ``prctl(option, &answer)`` returns or writes."""
    answer = ctypes.c_int(0)
    result = ctypes.CDLL(None).prctl(option, ctypes.byref(answer), 0, 0, 0)
    return int(result or answer.value)


def limits(scene: Scene, *names: str) -> dict[str, list[int]]:
    """Return soft and hard limits."""
    import resource

    return {name: list(resource.getrlimit(getattr(resource, f"RLIMIT_{name.upper()}"))) for name in names}


def take(scene: Scene, *sizes: int) -> list[str]:
    """Allocate by a tensor, then as shared memory, each of so many bytes."""
    found = []
    for size in sizes:
        found.append(taken(functools.partial(torch.ones, size // 4)))
        found.append(taken(functools.partial(mmap.mmap, -1, size)))
    return found


def taken(ask: Callable[[], object]) -> str:
    """Return whether an allocation was granted."""
    try:
        ask()
    except (RuntimeError, OSError) as error:
        return type(error).__name__
    return "granted"


def write_bytes(scene: Scene, size: int) -> str:
    """Write a file of so many bytes."""
    return refusal(lambda: (scene.scratch / "large").write_bytes(b"x" * size))
