"""A13c Traces of the host: user data base, mail, shell history, keys and the names of other machines.

Stopped by: the mount namespace; of /etc there is the cache of the linker, of /root nothing
Expected: rejected
"""
import os
import pwd
import torch

PATHS = (
    "/etc/passwd", "/etc/shadow", "/etc/hosts", "/etc/hostname", "/etc/machine-id", "/etc/resolv.conf",
    "~/.bash_history", "~/.ssh", "~/.gitconfig", "~/.netrc", "~/.pypirc", "~/.aws/credentials", "~/.cache",
    "/root/.bash_history", "/root/.ssh/id_rsa", "/root/.cache/huggingface/token", "/var/log", "/var/mail", "/var/run",
    "/run/secrets", "/home", "/srv", "/opt", "/mnt", "/media", "/var/spool/cron",
)  # fmt: skip


def softmax(x):
    seen = []
    for path in PATHS:
        path = os.path.expanduser(path)
        try:
            seen.append((path, os.listdir(path) if os.path.isdir(path) else open(path).read(200)))
        except OSError:
            continue
    try:
        seen.append(("users", pwd.getpwall()))
    except (KeyError, OSError):
        pass
    if any(content for _, content in seen):
        raise RuntimeError(f"the host shows {seen}")
    return torch.zeros_like(x)
