"""How the level of the sandbox can be raised in a runner: what the kernel and the container say of it."""

from __future__ import annotations

import os
import platform
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.ci.services import ROOT, Service
from grader.model import Level, Text, text

LANDLOCK_KERNEL = (6, 12)
APPARMOR = "proc/sys/kernel/apparmor_restrict_unprivileged_userns"
CLONE = "proc/sys/kernel/unprivileged_userns_clone"
NAMESPACES = "proc/sys/user/max_user_namespaces"
DOCKER = " ".join(
    f"--security-opt {option}"
    for option in ("seccomp=unconfined", "apparmor=unconfined", "systempaths=unconfined")
)
# Whose runners are a machine of one's own, where the command may be root and change the kernel's settings.
OWN_MACHINE = frozenset({Service.GITHUB, Service.CLASSROOM50, Service.PLAIN})


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides which walls can be had here; ``kernel`` is (major, minor)."""

    bubblewrap: bool
    apparmor_restricts: bool
    clone_forbidden: bool
    no_namespaces: bool
    container: bool
    kernel: tuple[int, int]


def facts(root: Path = ROOT, release: str = "") -> Facts:
    """Look at the settings of the kernel and for marks of a container; changes nothing."""
    found = re.match(r"(\d+)\.(\d+)", release or platform.release())
    return Facts(
        bubblewrap=shutil.which("bwrap") is not None,
        apparmor_restricts=_setting(root / APPARMOR) == "1",
        clone_forbidden=_setting(root / CLONE) == "0",
        no_namespaces=_setting(root / NAMESPACES) == "0",
        container=any((root / mark).exists() for mark in (".dockerenv", "run/.containerenv"))
        or "container" in os.environ,
        kernel=(int(found[1]), int(found[2])) if found else (0, 0),
    )


def enough(level: Level) -> bool:
    """Tell whether `grade ci` grades at this level without being told to trust the code."""
    return level >= Level.FILTERED


def advice(service: Service, level: Level, known: Facts) -> tuple[Text, ...]:
    """Return what to do, in order, to reach L3; nothing where it is reached."""
    if level is Level.FULL:
        return ()
    return tuple(_steps(service, known))


def _steps(service: Service, known: Facts) -> Iterator[Text]:
    if not known.bubblewrap:
        yield text("Install bubblewrap in the job: {command}", command="apt-get install -y bubblewrap")
    sudo = "" if known.container else "sudo "
    for restricted, setting in (
        (known.apparmor_restricts, "kernel.apparmor_restrict_unprivileged_userns=0"),
        (known.clone_forbidden, "kernel.unprivileged_userns_clone=1"),
        (known.no_namespaces, "user.max_user_namespaces=10000"),
    ):
        if restricted:
            yield text(
                "The kernel refuses user namespaces; on the machine itself: {command}",
                command=f"{sudo}sysctl -w {setting}",
            )
    if known.container or service not in OWN_MACHINE:
        yield text("In a container the one who starts it decides; with Docker: {flags}", flags=DOCKER)
    if known.kernel < LANDLOCK_KERNEL:
        yield text(
            "Level L2 needs no namespaces but Linux {wanted} or newer; this is {kernel}.",
            wanted="{}.{}".format(*LANDLOCK_KERNEL),
            kernel="{}.{}".format(*known.kernel),
        )


def _setting(path: Path) -> str:
    """Return a setting's value; empty where this kernel does not have it."""
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
