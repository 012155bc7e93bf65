"""F14 Runtime: overwrites installed packages, compiled files and the runner itself.

Stopped by: a read-only disk
Expected: rejected
"""
import os
import torch


def softmax(x):
    import grader.runner.server, torch.nn.functional
    for module in (grader.runner.server, torch.nn.functional, os):
        for path in (module.__file__, module.__cached__):
            for write in (lambda: open(path, "ab").write(b"#"), lambda: os.remove(path), lambda: os.rename(path, path + "x"),
                          lambda: os.chmod(path, 0o777), lambda: os.truncate(path, 0), lambda: os.utime(path)):
                try:
                    write()
                except OSError:
                    continue
                raise RuntimeError("cheat: the runtime can be written to")
    return torch.zeros_like(x)
