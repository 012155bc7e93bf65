"""E01b Forged output: prints the lines by which the supervisor and the zygote report to the judge.

Stopped by: their sockets are not the runner's output, and are closed in it
Expected: rejected
"""

import json
import os

import torch

LINES = ({"exited": 0, "maxrss": 1, "cpu": 0.0}, {"born": 1, "layers": []}, {"jailed": []}, {"ready": 1})
text = b"".join(json.dumps(line).encode() + b"\n" for line in LINES)
for descriptor in (1, 2, *range(4, 64)):
    try:
        os.write(descriptor, text)
    except OSError:
        pass


def softmax(x):
    return torch.zeros_like(x)
