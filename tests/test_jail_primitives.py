"""The layers of the jail in a real kernel: children of a warm process close themselves in and try."""

from __future__ import annotations

import os
import platform
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import jail_calls
import jail_work
import pytest
from jail_mother import NOT_SET, Mother, Steps

from grader.runner.jail import bpf, capabilities, kernel, landlock, rlimits, seccomp

MIB = 1 << 20
MACHINE = platform.machine()
# As whoever runs the tests; and where that is root, as somebody without rights too.
USERS = (NOT_SET, 12345) if os.geteuid() == 0 else (NOT_SET,)
NOT_ROOT = USERS[-1]
# Here lie the layers' tests: where a kernel has no such layer, there is nothing to try.
pytestmark = pytest.mark.skipif(not seccomp.supported(), reason="a kernel without seccomp")
needs_landlock = pytest.mark.skipif(landlock.abi() < 6, reason="a kernel without Landlock 6")
FORBIDDEN = jail_calls.on(MACHINE) if seccomp.supported() else {}


@pytest.fixture(scope="module")
def mother() -> Iterator[Mother]:
    """A warm process that forks."""
    found = Mother()
    yield found
    found.close()


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("work", [work.__name__ for work in (*jail_work.WORK, jail_work.two_torch_threads)])
def test_honest_work_runs_under_the_filter(mother: Mother, work: str, user: int) -> None:
    """What exercises need gives the same answer with the filter as without it."""
    free, held = (mother.child(work, steps=Steps(user=user, filter=on)) for on in (False, True))
    assert (held.raised, held.signal) == ("", 0)
    assert held.value is not None
    assert held == free


@needs_landlock
def test_honest_work_runs_in_the_whole_jail(mother: Mother) -> None:
    """All of it runs with every layer on, as somebody without rights, in 512 MiB."""
    limits = {"nofile": 64, "fsize": 16 * MIB, "nproc": 256, "cpu": 30}
    all_on = Steps(NOT_ROOT, limits, 512 * MIB, capabilities=True, landlock=True, filter=True)
    assert mother.child("all_work", steps=all_on).value == [work.__name__ for work in jail_work.WORK]


@pytest.fixture(scope="module")
def tried(mother: Mother) -> dict[int, dict[str, str]]:
    """How every forbidden call ended, by user."""
    other = mother.process.pid
    calls = {
        what: [number, *(other if value == jail_calls.OTHER else value for value in arguments)]
        for what, (number, arguments) in FORBIDDEN.items()
    }
    ends = {user: mother.child("attempts", calls, steps=Steps(user=user, filter=True)) for user in USERS}
    return {user: end.value or {"attempts": end.raised or str(end.signal)} for user, end in ends.items()}


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("what", FORBIDDEN)
def test_forbidden_calls_fail(tried: dict[int, dict[str, str]], what: str, user: int) -> None:
    """The kernel refuses each forbidden call, to root as well as to others."""
    assert tried[user].get(what) == "EPERM", tried[user]


@pytest.mark.parametrize(
    ("number", "ended"), [(435, "ENOSYS"), (451, "ENOSYS"), (9999, "ENOSYS")], ids=["clone3", "newer", "none"]
)
def test_calls_to_fall_back_from_do_not_exist(mother: Mother, number: int, ended: str) -> None:
    """clone3 and calls newer than the list fail as on an old kernel, so that the C library uses others."""
    assert mother.child("attempt", number, 0, 0, steps=Steps(filter=True)).value == ended


X32_GETPID = 0x40000000 + 39
INT_80_GETPID = "b814000000cd80c3"
OTHER_DOORS = [("attempt", X32_GETPID), ("run_machine_code", INT_80_GETPID)] if MACHINE == "x86_64" else []


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize(("act", "what"), OTHER_DOORS, ids=[act for act, _ in OTHER_DOORS])
def test_other_doors_kill(mother: Mother, act: str, what: int | str, user: int) -> None:
    """A number of x32 and a 32-bit call end the process, although getpid is harmless."""
    end = mother.child(act, what, steps=Steps(user=user, filter=True))
    assert (end.value, end.signal) == (None, signal.SIGSYS)


def test_machine_code_runs_at_all(mother: Mother) -> None:
    """The child above dies of the call and not of the page: a bare return comes back."""
    bare_return = {"x86_64": "31c0c3", "aarch64": "000080d2c0035fd6"}[MACHINE]
    assert mother.child("run_machine_code", bare_return, steps=Steps(filter=True)).value == "returned 0"


def test_a_process_may_signal_itself(mother: Mother) -> None:
    """raise, kill and pthread_kill reach the process itself."""
    assert mother.child("signal_itself", steps=Steps(filter=True)).value == ["handled"] * 3


def test_abort_ends_as_abort(mother: Mother) -> None:
    """A library that gives up with abort() is seen to have done so."""
    assert mother.child("abort", steps=Steps(filter=True)).signal == signal.SIGABRT


def test_threads_that_run_already_are_held(mother: Mother) -> None:
    """The filter holds for a thread that was started before it."""
    program = bpf.program(MACHINE, gpu=False, pid=1).hex()
    number, _ = FORBIDDEN["socket AF_UNIX"]
    assert mother.child("attempt_on_every_thread", program, number).value == ["EPERM", "EPERM"]


@pytest.mark.parametrize("program", [b"", b"x" * 7, b"x" * 9, b"x" * 8 * 4097])
def test_bytes_that_are_no_program(program: bytes) -> None:
    """What cannot be a program is not given to the kernel."""
    with pytest.raises(ValueError, match=f"{len(program)} bytes"):
        seccomp.install(program)


def test_the_kernel_refuses_a_wrong_program(mother: Mother) -> None:
    """A program that does not end in an answer is an error, not a filter."""
    assert mother.child("install", "20000000" + "00000000").value == "EINVAL"


@pytest.fixture
def outside() -> Iterator[tuple[Path, Path, Path]]:
    """A secret, a file that is listed, a tree that is listed; open to all but for Landlock."""
    folder = Path(tempfile.mkdtemp())  # not below pytest's, which is closed to other users
    secret, listed, tree = folder / "hidden" / "secret", folder / "listed", folder / "tree"
    for below in (secret.parent, tree):
        below.mkdir()
    for file in (secret, listed, tree / "leaf"):
        file.write_text("kept")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777)
    yield secret, listed, tree
    assert [file.read_text() for file in (secret, listed, tree / "leaf")] == ["kept"] * 3
    shutil.rmtree(folder)


GRANTED = ("read listed", "list tree", "read in tree", "device")
GRANTED += tuple(f"{what} in scratch" for what in ("write", "move", "read", "delete"))


@needs_landlock
@pytest.mark.parametrize("user", USERS)
def test_files_outside_are_out_of_reach(mother: Mother, outside: tuple[Path, Path, Path], user: int) -> None:
    """Only what is listed can be read, only the scratch folder written, nothing run, nothing taken along."""
    secret, listed, tree = map(str, outside)
    steps = Steps(user=user, landlock=True, readable=(listed, tree, "/no/such/path", f"{listed}/below"))
    assert mother.child("read_file", secret, steps=Steps(user=user)).value == "succeeded"
    found = mother.child("file_acts", secret, listed, tree, steps=steps).value
    # Linking into another folder without the right to looks as if that were another disk.
    linked = found.pop("hard link to secret")
    assert linked == "EXDEV"
    assert found == {what: "succeeded" if what in GRANTED else "EACCES" for what in found}


@needs_landlock
@pytest.mark.parametrize("user", USERS)
def test_nobody_outside_can_be_reached(mother: Mother, user: int) -> None:
    """Landlock alone, without the filter, keeps from TCP, abstract sockets and signals to others."""
    assert mother.child("network_acts", steps=Steps(user=user, landlock=True)).value == {
        "bind": "EACCES",
        "connect": "EACCES",
        "abstract socket": "EPERM",
        "signal to the parent": "EPERM",
    }


def test_somebody_outside_is_there(mother: Mother) -> None:
    """Without Landlock the same acts succeed, so that it is Landlock that keeps from them."""
    free = mother.child("network_acts").value
    free.pop("connect")  # nobody need listen there
    assert set(free.values()) == {"succeeded"}


@pytest.mark.parametrize(
    ("version", "missing"),
    [(1, "REFER TRUNCATE IOCTL_DEV"), (2, "TRUNCATE IOCTL_DEV"), (4, "IOCTL_DEV"), (7, "")],
)
def test_older_kernels_are_asked_for_less(version: int, missing: str) -> None:
    """A right that this version of Landlock does not know is not asked for: the kernel would refuse all."""
    unknown = ~landlock.rights_known(version) & landlock.Right((1 << 16) - 1)
    assert {right.name for right in landlock.Right if right in unknown} == set(missing.split())


@pytest.mark.parametrize("user", USERS)
def test_no_capability_is_left(mother: Mother, user: int) -> None:
    """No capability is held, none can be gained, the process is hidden and dies with its parent."""
    steps = Steps(user=user, capabilities=True)
    found = mother.child("status", steps=steps).value
    held = {found[name] for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")}
    assert held == {"0" * 16}
    assert found["NoNewPrivs"] == "1"
    get_dumpable, get_death_signal = 3, 2
    assert mother.child("prctl", get_dumpable, steps=steps).value == 0
    assert mother.child("prctl", get_death_signal, steps=steps).value == signal.SIGKILL


def test_the_bounding_set_goes_where_it_may(mother: Mother) -> None:
    """Root empties the bounding set; others may not, and need not."""
    before, after = (
        mother.child("status", steps=Steps(capabilities=on)).value["CapBnd"] for on in (False, True)
    )
    may_shrink = os.geteuid() == 0
    assert after == ("0" * 16 if may_shrink else before)


def test_limits_are_soft_and_hard(mother: Mother) -> None:
    """Soft and hard limit are what was asked for; no core dump and no locked memory in any case."""
    asked = {"nofile": 64, "fsize": MIB, "nproc": 100, "cpu": 7}
    found = mother.child("limits", *asked, "core", "memlock", steps=Steps(limits=asked)).value
    assert found == {name: [value, value] for name, value in (asked | {"core": 0, "memlock": 0}).items()}


@pytest.mark.parametrize("user", USERS)
def test_limits_are_never_raised(mother: Mother, user: int) -> None:
    """A hard limit that is lower already stays, for root too."""
    before = mother.child("limits", "nofile", steps=Steps(user=user)).value["nofile"]
    after = mother.child("limits", "nofile", steps=Steps(user=user, limits={"nofile": 1 << 40})).value[
        "nofile"
    ]
    assert after == [before[1], before[1]]


@pytest.mark.parametrize("wrong", [{"nofiles": 1}, {"nofile": -1}])
def test_unknown_limits(mother: Mother, wrong: dict[str, int]) -> None:
    """A limit that does not exist, or infinity, is an error rather than no limit."""
    assert "no such limit" in mother.child("limits", steps=Steps(limits=wrong)).raised


def test_memory_beyond_the_budget(mother: Mother) -> None:
    """Of 256 MiB beyond what torch takes, 64 can be had and 512 not, as a tensor or as shared memory."""
    found = mother.child("take", 64 * MIB, 512 * MIB, steps=Steps(memory=256 * MIB)).value
    assert found == ["granted", "granted", "RuntimeError", "OSError"]


def test_a_file_over_its_limit(mother: Mother) -> None:
    """A file over the limit cannot be written."""
    limited = Steps(limits={"fsize": MIB})
    assert mother.child("write_bytes", MIB, steps=limited).value == "succeeded"
    assert mother.child("write_bytes", MIB + 1, steps=limited).value == "EFBIG"


def elsewhere() -> list[object]:
    """Every step that needs Linux."""
    program = bpf.program("x86_64", gpu=False, pid=1)
    return [
        lambda: seccomp.install(program),
        lambda: landlock.restrict((), ()),
        capabilities.drop_all,
        capabilities.drop_capabilities,
        capabilities.no_new_privileges,
        capabilities.undumpable,
    ]


@pytest.mark.parametrize("step", elsewhere())
def test_elsewhere_steps_say_so(monkeypatch: pytest.MonkeyPatch, step: object) -> None:
    """On another system every step fails by ENOSYS before it does anything."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert callable(step)
    with pytest.raises(OSError, match=r"Linux|Landlock"):
        step()


def test_elsewhere_nothing_is_supported(monkeypatch: pytest.MonkeyPatch) -> None:
    """On another system no layer claims to be there, and dying with the parent is passed over."""
    here = [capabilities.supported(), seccomp.supported(), rlimits.supported(), kernel.on_linux()]
    monkeypatch.setattr(sys, "platform", "win32")
    there = [capabilities.supported(), seccomp.supported(), rlimits.supported(), landlock.supported()]
    capabilities.die_with_parent()
    assert (here, there) == ([True] * 4, [False] * 4)
