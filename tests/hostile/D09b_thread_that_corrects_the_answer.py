"""D09b Left threads: returns a wrong tensor at once and has a thread fill in the answer while it is compared.

Stopped by: bytes are copied when the call returns; the judge compares what it received
Expected: rejected
"""

import threading
import time

import torch


def late(answer, x):
    time.sleep(0.005)
    e = torch.exp(x - x.amax(-1, keepdim=True))
    answer.copy_(e / e.sum(-1, keepdim=True))


def softmax(x):
    answer = torch.zeros_like(x)
    threading.Thread(target=late, args=(answer, x.detach()), daemon=True).start()
    return answer
