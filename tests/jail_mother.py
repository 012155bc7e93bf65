"""A process with torch and one thread that forks children into jails, for the tests of the jail.

Run as a script it reads one request a line, forks, and answers one line: what the act returned, or what it
raised, and the signal that ended the child. A request names the steps of the jail and the act, of `jail_work` or `jail_acts`.
"""

from __future__ import annotations

import json
import os
import platform
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from grader.runner.jail import bpf, capabilities, landlock, rlimits, seccomp

NOT_SET = -1


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of the jail that a child takes, in this order."""

    user: int = NOT_SET
    limits: dict[str, int] = field(default_factory=dict)
    memory: int = NOT_SET
    capabilities: bool = False
    landlock: bool = False
    readable: tuple[str, ...] = ()
    filter: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """How a child ended: what its act returned, what it raised instead, the signal that killed it."""

    value: Any = None
    raised: str = ""
    signal: int = 0


class Mother:
    """The process, seen from a test."""

    def __init__(self) -> None:
        environment = os.environ | {
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "MKL_NUM_THREADS": "1",
        }
        command = [sys.executable, "-W", "error", __file__]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)

    def child(self, act: str, *arguments: object, steps: Steps | None = None) -> End:
        """Fork a child, jail it, let it act; return its end."""
        request = {"act": act, "arguments": arguments, "steps": asdict(steps or Steps())}
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return End(**json.loads(self.process.stdout.readline()))

    def close(self) -> None:
        """Let it end."""
        self.process.communicate()


def serve() -> None:
    """Answer requests until there are no more."""
    import jail_acts
    import jail_work
    import torch

    assert jail_acts  # imported here once instead of in every child

    torch.set_num_threads(1)
    scene = new_scene()
    jail_work.all_work(scene)  # also what is imported late: a jailed child may not be able to read it
    clear(scene)
    for line in sys.stdin:
        print(json.dumps(asdict(bear(json.loads(line)))), flush=True)


def new_scene() -> Any:
    """Open what a child finds open."""
    from jail_work import Scene

    listening = socket.socket(socket.AF_UNIX)
    listening.bind(b"\0" + secrets.token_hex(8).encode())
    listening.listen()
    near, far = socket.socketpair()
    return Scene(near, far, listening, Path(tempfile.mkdtemp()))


def clear(scene: Any) -> None:
    """Close and remove what a scene was made of."""
    for opened in (scene.near, scene.far, scene.listening):
        opened.close()
    shutil.rmtree(scene.scratch)


def bear(request: dict[str, Any]) -> End:
    """Fork a child for one request and wait for its end."""
    scene = new_scene()
    answers, answer = os.pipe()
    pid = os.fork()
    if pid == 0:
        live(request, scene, answer)
    os.close(answer)
    with os.fdopen(answers) as stream:
        text = stream.read()
    _, status = os.waitpid(pid, 0)
    clear(scene)
    return End(**{"signal": os.WTERMSIG(status), **json.loads(text or "{}")})


def live(request: dict[str, Any], scene: Any, answer: int) -> NoReturn:
    """Be the child: take the steps, act, tell."""
    try:
        import jail_acts
        import jail_work

        act = getattr(jail_work, request["act"], None) or getattr(jail_acts, request["act"])
        close_in(Steps(**request["steps"]), scene)
        said = {"value": act(scene, *request["arguments"])}
    except BaseException as error:
        said = {"raised": repr(error)}
    os.write(answer, json.dumps(said).encode())
    os._exit(0)


def close_in(steps: Steps, scene: Any) -> None:
    """Take the steps of the jail."""
    if steps.user != NOT_SET:
        os.chown(scene.scratch, steps.user, steps.user)
        os.setgroups([])
        os.setgid(steps.user)
        os.setuid(steps.user)
    os.chdir(scene.scratch)
    rlimits.apply(steps.limits | (rlimits.memory(steps.memory) if steps.memory != NOT_SET else {}))
    if steps.capabilities:
        capabilities.drop_all()
        capabilities.die_with_parent()
    if steps.landlock:
        landlock.restrict(steps.readable, (str(scene.scratch), os.devnull))
    if steps.filter:
        seccomp.install(bpf.program(platform.machine(), gpu=False, pid=os.getpid()))


if __name__ == "__main__":
    serve()
