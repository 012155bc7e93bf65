"""How the zygote is started: inside bubblewrap where that can be had, else with what the kernel offers."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from grader.model import Text, text
from grader.sandbox import runtime
from grader.sandbox.cgroup import ControlGroup
from grader.wire.plan import Plan

KEPT_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "CUDA_HOME")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# PYTHONHASHSEED: the order of a set is the same in every run. MALLOC_ARENA_MAX: a thread's own heap
# reserves 64 MiB of address space, which is limited.
FIXED_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "2",
}
INSIDE = Path("/runtime")
FIRST_USER = 0x54470000  # "TG": far from any real user; one for each zygote in use
USERS = 1 << 16
STRIDE = 4099  # two zygotes of one judge, or of neighbouring ones, are different users
ZYGOTES = itertools.count()
GPU_NODES = ("nvidiactl", "nvidia-uvm", "nvidia-uvm-tools", "nvidia-modeset", "nvidia-caps")
TMPFS_BYTES = 1 << 20
READ_ONLY = Path("/")


@dataclass(frozen=True, slots=True)
class Launch:
    """One way to start the zygote: its command (the control descriptor and plan come last).

    ``paths``: what it must be able to reach, whoever it runs as.
    """

    command: tuple[str, ...]
    plan: Plan
    environment: dict[str, str]
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """A way that cannot be taken here, and why."""

    why: Text


def clean_environment() -> dict[str, str]:
    """Return the environment of the untrusted side: no secrets, one thread, fixed hashing."""
    kept = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
    return kept | ONE_THREAD | FIXED_ENVIRONMENT


def launches(*, sandboxed: bool = True) -> Iterator[Launch | Ruled]:
    """Yield the ways to start the zygote, the best first; `sandboxed=False`: none but the bare one."""
    if not sandboxed:
        yield bare(Plan())
        return
    yield contained() if sys.platform == "linux" else Ruled(text("This system is not Linux."))
    yield bare(Plan(filtered=sys.platform == "linux", readable=readable()))


def bare(plan: Plan) -> Launch:
    """Start Python itself."""
    boot = boot_code(runtime.PACKAGE.parent)
    command = (sys.executable, "-I", "-c", boot)
    return Launch(command, plan, clean_environment(), (*readable(), str(runtime.PACKAGE)))


def contained() -> Launch | Ruled:
    """Start it in a container that bubblewrap makes."""
    bubblewrap = shutil.which("bwrap")
    if bubblewrap is None:
        return Ruled(text("bubblewrap is not installed: apt install bubblewrap (or dnf, pacman, apk)."))
    command = (bubblewrap, *container(), sys.executable, "-I", "-c", boot_code(INSIDE))
    plan = Plan(namespaces=True, filtered=True, readable=("/",))
    return Launch(command, plan, clean_environment(), tuple(str(path) for path in visible()))


def boot_code(package_parent: Path) -> str:
    """Return the program of the zygote."""
    return (
        f"import sys; sys.path.append({str(package_parent)!r}); "
        "from grader.runner.zygote import main; main(int(sys.argv[1]), sys.argv[2])"
    )


def next_user() -> int:
    """Return the number of a user for one zygote."""
    return FIRST_USER + (os.getpid() + next(ZYGOTES) * STRIDE) % USERS


def staged(launch: Launch, group: ControlGroup | None) -> Launch:
    """Have the launch enter a control group and, as root, give up root first."""
    user = next_user() if os.name != "nt" and os.geteuid() == 0 else 0
    if not user and group is None:
        return launch
    stage = Path(__file__).with_name("stage.py")
    spec = {
        "user": user,
        "group": str(group.entrance) if group else "",
        "paths": launch.paths,
        "environment": launch.environment,
    }
    command = (sys.executable, "-I", "-S", "-c", STAGE, str(stage), json.dumps(spec), *launch.command)
    return replace(launch, command=command, environment={})


# The command itself is only complete when the control descriptor is known, so it follows the spec.
STAGE = (
    "import json, runpy, sys; spec = json.loads(sys.argv[2]); spec['command'] = sys.argv[3:]; "
    "runpy.run_path(sys.argv[1])['main'](json.dumps(spec))"
)


def visible() -> tuple[Path, ...]:
    """Return the parts of the disk that the container shows, read-only."""
    ours = tuple(runtime.PACKAGE / name for name in runtime.OURS)
    return (*runtime.library_folders(), *runtime.interpreter_paths(), *runtime.package_entries(), *ours)


def readable() -> tuple[str, ...]:
    """Return what Landlock leaves readable where there is no container."""
    paths = (*runtime.library_folders(), *runtime.interpreter_paths(), *runtime.package_entries())
    ours = (runtime.PACKAGE / name for name in runtime.OURS)
    system = ("/dev/null", "/dev/urandom", "/proc")
    return tuple(str(path) for path in (*paths, *ours)) + system


def container() -> tuple[str, ...]:
    """Return bubblewrap's arguments: every namespace, no capability, a read-only disk with little on it."""
    arguments = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    arguments += ["--uid", "1000", "--gid", "1000", "--hostname", "runner"]
    for name, value in clean_environment().items():
        arguments += ["--setenv", name, value]
    arguments += bindings()
    arguments += ["--proc", "/proc", "--dev", "/dev", *gpu_bindings()]
    for folder in ("/dev/shm", "/box"):
        arguments += ["--size", str(TMPFS_BYTES), "--tmpfs", folder]
    return (*arguments, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/box")


def bindings() -> list[str]:
    """Return the arguments that show the runtime."""
    arguments: list[str] = []
    for path in (*runtime.library_folders(), *runtime.interpreter_paths()):
        arguments += show(path)
    for folder in runtime.hidden_folders():
        arguments += ["--size", str(TMPFS_BYTES), "--tmpfs", str(folder)]
    for path in runtime.package_entries():
        arguments += ["--ro-bind", str(path), str(path)]
    for name in runtime.OURS:
        arguments += ["--ro-bind", str(runtime.PACKAGE / name), str(INSIDE / "grader" / name)]
    return arguments


def show(path: Path) -> list[str]:
    """Return the arguments that show a path as it is: a link stays a link."""
    if path.is_symlink():
        return ["--symlink", os.readlink(path), str(path)]
    return ["--ro-bind", str(path), str(path)]


def gpu_bindings() -> list[str]:
    """Return the arguments that show NVIDIA's devices, where there are any."""
    nodes = [Path("/dev") / name for name in GPU_NODES]
    nodes = [node for node in (*nodes, *Path("/dev").glob("nvidia[0-9]*")) if node.exists()]
    arguments = [word for node in nodes for word in ("--dev-bind", str(node), str(node))]
    # Without /sys the driver does not find its devices.
    return [*arguments, "--ro-bind", "/sys", "/sys"] if nodes else []
