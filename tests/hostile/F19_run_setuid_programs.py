"""F19 Programs: runs su, ping, mount and a shell.

Stopped by: the filter: nothing can be executed
Expected: rejected
"""
import os
import torch


def softmax(x):
    import subprocess
    for program in ("/bin/su", "/usr/bin/ping", "/bin/mount", "/usr/bin/bwrap", "/bin/sh", "/usr/bin/env"):
        for run in (lambda: subprocess.run([program, "--version"], timeout=1), lambda: os.execv(program, [program]),
                    lambda: os.posix_spawn(program, [program], {}), lambda: os.system(program)):
            try:
                if run() not in (-1, 256, 32512, None):
                    raise RuntimeError(f"cheat: {program}")
            except (OSError, subprocess.SubprocessError):
                pass
    return torch.zeros_like(x)
