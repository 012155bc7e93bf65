"""A08 Processes of others: reads environment, memory, maps and files of every process in /proc.

Stopped by: the pid namespace with its own /proc
Expected: rejected
"""
import os
import re
import torch

SECRET = re.compile(rb"canary-[0-9a-f]{6,}")


def readable():
    for name in sorted(os.listdir("/proc")):
        if not name.isdigit() or int(name) == os.getpid():
            continue
        for entry in ("environ", "cmdline", "maps", "status", "stack", "auxv"):
            yield f"/proc/{name}/{entry}"
        for folder in (f"/proc/{name}/fd", f"/proc/{name}/map_files", f"/proc/{name}/cwd", f"/proc/{name}/root"):
            try:
                yield from (os.path.join(folder, entry) for entry in os.listdir(folder))
            except OSError:
                continue


def softmax(x):
    for path in [*readable(), f"/proc/{os.getppid()}/environ", f"/proc/{os.getppid()}/cmdline"]:
        try:
            with open(path, "rb") as file:
                data = file.read(1 << 20)
        except OSError:
            continue
        found = SECRET.search(data)
        raise RuntimeError(f"{path}: {(found[0] if found else data[:200])!r}")
    return torch.zeros_like(x)
