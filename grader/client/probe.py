"""The probe: tries the forbidden acts in a runner, so that what holds is known rather than assumed."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from enum import Enum

from grader.client.conversation import Script, converse
from grader.client.process import RunnerProcess
from grader.errors import GraderFault
from grader.model import Level, Text, text
from grader.sandbox.level import level_of
from grader.wire import messages as m
from grader.wire.decoding import ReplyDecoder
from grader.wire.frames import ChannelClosed, DeadlineExceeded

# Each act returns only if it could be done.
SOURCE = """
import ctypes, os, socket, subprocess

def read_file(path, judge):
    open(path).read()

def find_file(path, judge):
    os.stat(path)

def write_file(path, judge):
    open(path, "a").close()

def see_processes(path, judge):
    assert [name for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]

def signal_judge(path, judge):
    os.kill(int(judge), 0)

def start_process(path, judge):
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)

def run_program(path, judge):
    subprocess.run(["/bin/true"], check=True)

def use_network(path, judge):
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()

def use_socket(path, judge):
    socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close()

def hide_memory(path, judge):
    os.close(os.memfd_create("probe"))

def trace_process(path, judge):
    assert ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0

def enter_namespace(path, judge):
    assert ctypes.CDLL(None).unshare(0x10000000) == 0

def be_root(path, judge):
    assert os.geteuid() == 0

def f(path, judge):
    done = []
    for act in (read_file, find_file, write_file, see_processes, signal_judge, use_network, use_socket,
                hide_memory, be_root, run_program, start_process, enter_namespace, trace_process):
        try:
            act(path, judge)
        except BaseException:
            continue
        done.append(act.__name__)
    return done
"""


class Act(Enum):
    """Something that a submission must not be able to do."""

    READ_FILE = "read_file"
    FIND_FILE = "find_file"
    WRITE_FILE = "write_file"
    SEE_PROCESSES = "see_processes"
    SIGNAL_JUDGE = "signal_judge"
    USE_NETWORK = "use_network"
    USE_SOCKET = "use_socket"
    HIDE_MEMORY = "hide_memory"
    TRACE_PROCESS = "trace_process"
    BE_ROOT = "be_root"
    RUN_PROGRAM = "run_program"
    START_PROCESS = "start_process"
    ENTER_NAMESPACE = "enter_namespace"


ACTS: dict[Act, Text] = {
    Act.READ_FILE: text("read the grader's files"),
    Act.FIND_FILE: text("find out which files there are"),
    Act.WRITE_FILE: text("write outside its scratch folder"),
    Act.SEE_PROCESSES: text("see other processes"),
    Act.SIGNAL_JUDGE: text("signal the judge"),
    Act.USE_NETWORK: text("open a network connection"),
    Act.USE_SOCKET: text("open a local socket"),
    Act.HIDE_MEMORY: text("hold memory outside its limits"),
    Act.TRACE_PROCESS: text("trace a process"),
    Act.BE_ROOT: text("be root"),
    Act.RUN_PROGRAM: text("run a program"),
    Act.START_PROCESS: text("start a process"),
    Act.ENTER_NAMESPACE: text("enter a namespace of its own"),
}
# What a level promises to prevent; each level includes those below it.
THIN = frozenset({Act.USE_NETWORK, Act.USE_SOCKET, Act.HIDE_MEMORY, Act.RUN_PROGRAM, Act.START_PROCESS,
                  Act.TRACE_PROCESS, Act.ENTER_NAMESPACE, Act.BE_ROOT, Act.SIGNAL_JUDGE})  # fmt: skip
FILTERED = THIN | {Act.READ_FILE, Act.WRITE_FILE}
FULL = FILTERED | {Act.FIND_FILE, Act.SEE_PROCESSES}
LEVELS = ((Level.FULL, FULL), (Level.FILTERED, FILTERED), (Level.THIN, THIN))


@dataclass(frozen=True, slots=True)
class Probed:
    """What a submission could do here, and the level that this leaves."""

    level: Level
    possible: frozenset[Act]


def probe(runner: RunnerProcess) -> Probed:
    """Try every act in a runner, and end it; raises `GraderFault` where it does not answer."""
    with tempfile.NamedTemporaryFile(mode="w", prefix="tensorgrade-probe-") as secret:
        os.chmod(secret.name, 0o666)  # the file's own mode must not be what protects it
        possible = attempt(runner, secret.name)
    proven = next((level for level, acts in LEVELS if not acts & possible), Level.NONE)
    claimed = level_of(runner.layers)
    return Probed(proven if claimed >= proven else claimed, possible)


def attempt(runner: RunnerProcess, path: str) -> frozenset[Act]:
    """Return the acts that succeed in a runner."""
    script = Script(SOURCE, "probe.py", (path, str(os.getpid())))
    try:
        *_, (header, payload) = converse(runner, script)
    except (ChannelClosed, DeadlineExceeded) as error:
        raise GraderFault(f"The probe's runner did not answer: {error!r}.", "Run it again.") from error
    reply = m.decode_reply(header)
    if not isinstance(reply.message, m.Returned):
        raise GraderFault(f"The probe ended with {type(reply.message).__name__}.", "Report this, please.")
    done = ReplyDecoder(payload, reply.storages, lambda handle: None).decode(reply.message.value)
    assert isinstance(done, list)
    return frozenset(Act(name) for name in done)
