"""The sandbox: what a runner can see, which level holds here, and a zygote that stays what it was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from grader.client import checked
from grader.client import zygote as zygotes
from grader.client.checked import CheckedZygote
from grader.client.conversation import Script, converse
from grader.client.golden import golden_answer
from grader.client.probe import FULL, Act, probe
from grader.client.process import RunnerProcess
from grader.client.zygote import Zygote
from grader.errors import GraderFault
from grader.model import Level, text
from grader.sandbox import cgroup, launch, runtime, stage
from grader.sandbox.level import level_of
from grader.wire import messages as m
from grader.wire.decoding import Decoder, build_plain
from grader.wire.plan import LANDLOCK, NAMESPACES, SECCOMP, Order, Plan

INVENTORY = """
import json, os, socket, sys

def f():
    files = []
    for folder, _, names in os.walk("/"):
        if not folder.startswith(("/proc", "/sys", "/dev")):
            files += [os.path.join(folder, name) for name in names if name.endswith((".py", ".toml", ".md", ".json"))]
    found = {
        "environ": sorted(os.environ),
        "processes": [name for name in os.listdir("/proc") if name.isdigit()],
        "descriptors": [number for number in range(256) if is_open(number)],
        "user": os.getuid(),
        "host": socket.gethostname(),
        "folder": os.getcwd(),
        "listing": os.listdir("."),
        "root": sorted(os.listdir("/")),
        "modules": [name for name in sys.modules if name.startswith(("grader.", "hypothesis", "pytest", "_pytest"))],
        "files": [name for name in files if "/lib/python3" not in name and not name.startswith("/usr/lib/")][:200],
    }
    return json.dumps(found)

def is_open(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
"""


def answer(runner: RunnerProcess, source: str) -> object:
    """Have a runner carry out ``f`` of a source; return its plain answer."""
    *_, (header, payload) = converse(runner, Script(source, "inventory.py"))
    reply = m.decode_reply(header)
    assert isinstance(reply.message, m.Returned), reply.message
    return Decoder(payload, reply.storages, lambda handle: None, build_plain).decode(reply.message.value)


@pytest.fixture(scope="module")
def inventory(zygote: Zygote) -> dict[str, list[str]]:
    """What a runner finds when it looks round."""
    import json

    return json.loads(str(answer(zygote.fork(), INVENTORY)))


def test_this_machine_says_its_level(zygote: Zygote) -> None:
    """The level that holds is at least what the layers promise, and is told: the tests never pass in silence."""
    probed = probe(zygote.fork())

    print(
        f"\nsandbox level of this test run: {probed.level.value}; possible: {sorted(a.value for a in probed.possible)}"
    )
    assert probed.level is zygote.level
    assert_level(zygote, Level.FILTERED)


def test_a_runner_sees_the_runtime_and_nothing_else(zygote: Zygote, inventory: dict[str, list[str]]) -> None:
    """No course, no test, no home: Python, its packages, the runner's own modules, an empty scratch folder."""
    assert_level(zygote, Level.FULL)

    assert [name for name in inventory["files"] if "/runtime/grader/" not in name] == []
    assert inventory["listing"] == []
    assert inventory["folder"] == "/box"
    assert not {"home", "work", "mnt", "srv", "opt", "var"} & set(inventory["root"]) - roots_of_the_runtime()


def roots_of_the_runtime() -> set[str]:
    """Return the top folders in which Python itself lies."""
    paths = (*runtime.library_folders(), *runtime.interpreter_paths(), *runtime.package_entries())
    return {path.parts[1] for path in paths}


def test_a_runner_is_alone(zygote: Zygote, inventory: dict[str, list[str]]) -> None:
    """It sees one process (itself), has four descriptors, an anonymous host and no secret in its environment."""
    assert_level(zygote, Level.FULL)

    assert inventory["processes"] == ["1"]
    assert inventory["descriptors"] == [0, 1, 2, 3]
    assert inventory["host"] == "runner"
    assert inventory["user"] == 1000
    assert set(inventory["environ"]) <= {*launch.clean_environment(), "HOME", "TMPDIR", "PWD"}


def test_no_hidden_module_is_loaded(inventory: dict[str, list[str]]) -> None:
    """Of ours only the runner and the wire are imported where a submission runs."""
    ours = {name.split(".")[1] for name in inventory["modules"] if name.startswith("grader.")}

    assert ours == {"runner", "wire"}
    assert not {"hypothesis", "pytest", "_pytest"} & set(inventory["modules"])


def assert_level(zygote: Zygote, level: Level) -> None:
    """Say, rather than pass in silence, that this machine has no such sandbox."""
    if not zygote.level >= level:
        why = " ".join(str(reason) for reason in zygote.shortfalls)
        pytest.skip(f"NOT SHOWN: the sandbox is at level {zygote.level.value} here, not {level.value}. {why}")


@pytest.mark.parametrize(
    ("layers", "level"),
    [
        ((NAMESPACES, SECCOMP, LANDLOCK), Level.FULL),
        ((NAMESPACES, SECCOMP), Level.FULL),
        ((LANDLOCK, SECCOMP), Level.FILTERED),
        ((SECCOMP,), Level.THIN),
        ((NAMESPACES, LANDLOCK), Level.NONE),
        ((), Level.NONE),
    ],
)
def test_the_level_follows_from_the_layers(layers: tuple[str, ...], level: Level) -> None:
    """A level needs every layer that keeps its promise."""
    assert level_of(layers) is level


def test_without_bubblewrap_the_filtered_level_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no container can be had, Landlock and seccomp hold, and the reason is kept."""
    monkeypatch.setattr(launch.shutil, "which", lambda name: None)

    with Zygote() as filtered:
        filtered.wait_ready()
        probed = probe(filtered.fork())

        assert filtered.level is Level.FILTERED
        assert probed.level is Level.FILTERED
        assert probed.possible <= FULL - {Act.READ_FILE, Act.WRITE_FILE}
        assert "bubblewrap is not installed" in str(filtered.shortfalls[0])


def test_a_container_that_does_not_start_is_a_shortfall(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bubblewrap that fails costs the level, not the service."""
    monkeypatch.setattr(launch.shutil, "which", lambda name: "/bin/false")

    with Zygote() as filtered:
        filtered.wait_jailed()

        assert filtered.level is Level.FILTERED
        assert len(filtered.shortfalls) == 1


def test_without_any_sandbox_everything_is_possible() -> None:
    """The probe can fail: where nothing is put on, it finds what a submission could do."""
    with Zygote(sandboxed=False) as bare:
        bare.wait_ready()
        probed = probe(bare.fork())

    assert probed.level is Level.NONE
    assert probed.possible >= {Act.START_PROCESS, Act.USE_NETWORK, Act.FIND_FILE, Act.READ_FILE}
    assert Act.BE_ROOT not in probed.possible


def test_no_way_to_start_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even the bare zygote does not start, its last words are in the error."""
    broken = launch.Launch(
        (sys.executable, "-c", "raise SystemExit('no torch here')"),
        Plan(),
        dict(os.environ),
        launch.readable(),
    )
    monkeypatch.setattr(zygotes, "launches", lambda *, sandboxed: iter([launch.Ruled(text("no")), broken]))

    with Zygote() as hopeless, pytest.raises(GraderFault) as caught:
        hopeless.wait_ready()

    assert "no torch here" in caught.value.hint


@pytest.fixture
def looked_after() -> Iterator[CheckedZygote]:
    """A zygote that is looked after."""
    with CheckedZygote() as zygote:
        yield zygote


def test_a_zygote_that_is_gone_is_replaced(looked_after: CheckedZygote) -> None:
    """Killed between two forks, it costs a start, not a submission."""
    looked_after.fork().close()
    looked_after._process.kill()
    looked_after._process.wait()

    runner = looked_after.fork()

    assert golden_answer(runner)
    assert looked_after.replaced == 1


def test_a_zygote_whose_golden_run_differs_is_replaced(
    looked_after: CheckedZygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an abnormal end the golden run is compared with the first one; a difference costs the zygote."""
    looked_after.fork().close()
    first, answers = looked_after._golden, ["poisoned"]
    monkeypatch.setattr(
        checked, "golden_answer", lambda runner: (runner.close(), answers.pop() if answers else first)[1]
    )
    looked_after.note_abnormal_end()

    looked_after.fork().close()

    assert looked_after.replaced == 1
    assert not looked_after._suspect


def test_a_golden_run_that_stays_different_is_a_fault(
    looked_after: CheckedZygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a fresh zygote differs as well, grading stops with a fault of ours."""
    looked_after.fork().close()
    monkeypatch.setattr(checked, "golden_answer", lambda runner: (runner.close(), "poisoned")[1])
    looked_after.note_abnormal_end()

    with pytest.raises(GraderFault, match="golden run fails"):
        looked_after.fork()


def test_a_zygote_is_replaced_after_its_share(
    looked_after: CheckedZygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No zygote lives for ever; that one has served its time is nothing to count."""
    monkeypatch.setattr(checked, "REPLACED_AFTER", 2)
    pids = set()

    for _ in range(3):
        looked_after.fork().close()
        pids.add(looked_after.pid)

    assert len(pids) == 2
    assert looked_after.replaced == 0


def test_the_next_runner_stands_by(zygote: Zygote) -> None:
    """A second fork with the same order hands out the runner that was made meanwhile; another order makes one."""
    first = zygote.fork()
    assert zygote._standby is not None
    waiting = zygote._standby[1]
    second, third = zygote.fork(), zygote.fork(Order(disk_bytes=1 << 20))

    assert second is waiting
    assert {runner.pid for runner in (first, second, third)} == {first.pid, second.pid, third.pid}
    for runner in (first, second, third):
        runner.kill()
        assert runner.wait_exit(10) is not None
        runner.close()


def test_an_unclean_zygote_refuses_to_fork(tmp_path: Path) -> None:
    """A stray descriptor or a second thread ends the zygote with a sentence instead of a fork."""
    program = (
        "import threading, time\n"
        "from grader.runner import zygote\n"
        "import torch\n"
        "clean = zygote.open_descriptors()\n"
        "zygote.insist_on_cleanliness(clean)\n"
        "{stain}\n"
        "zygote.insist_on_cleanliness(clean)\n"
    )
    stains = {
        "threads instead of 1": "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
        "descriptors": "stray = open('/dev/null')",
        "initialised CUDA": "torch.cuda.is_initialized = lambda: True",
    }
    for complaint, stain in stains.items():
        environment = os.environ | {"OMP_NUM_THREADS": "1"}
        done = subprocess.run(
            [sys.executable, "-c", program.format(stain=stain)],
            capture_output=True, text=True, cwd=ROOT, env=environment,
        )  # fmt: skip
        assert done.returncode == 71, done.stderr
        assert complaint in done.stderr


def test_a_closed_folder_is_found(tmp_path: Path) -> None:
    """The topmost folder that others may not enter decides what has to be revealed."""
    inner = tmp_path / "home" / "python"
    inner.mkdir(parents=True)
    (tmp_path / "home").chmod(0o700)
    closed = next((parent for parent in reversed(inner.parents) if not parent.stat().st_mode & 1), None)

    assert stage.closed_ancestor(str(inner)) == str(closed)
    assert stage.closed_ancestor("/usr/lib") == ""


def test_installed_courses_stay_out_of_the_runtime() -> None:
    """What a submission may import is torch, numpy and what they require; nothing else that is installed."""
    names = {path.name for path in runtime.package_entries()}

    assert {"torch", "numpy", "msgspec"} <= names
    assert not {"grader", "hypothesis", "pytest", "_pytest", "pip"} & names
    assert not [name for name in names if name.endswith(".pth")]


def test_a_plain_folder_is_no_control_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel makes no files for a limit on memory there is no group, and nothing is left."""
    monkeypatch.setattr(
        cgroup, "candidates", lambda: [(tmp_path / "absent", {}), (tmp_path, {"memory.max": 4096})]
    )

    assert cgroup.make() is None
    assert list(tmp_path.iterdir()) == []


def test_the_zygote_is_in_its_control_group() -> None:
    """The layer is claimed only where the zygote's processes are listed in the group; closing removes it."""
    with Zygote() as zygote:
        zygote.wait_jailed()
        group = zygote._group
        members = set(map(int, group.entrance.read_text().split())) if group else set()
        names = ("memory.max", "memory.limit_in_bytes")
        files = [group.folder / name for name in names] if group else []
        limits = [file.read_text().strip() for file in files if file.exists()]

        assert ("cgroup" in zygote.layers) == (group is not None)
        assert not group or zygote.pid in members
        assert not group or str(cgroup.MEMORY_BYTES) in limits
    assert not group or not group.folder.exists()
