"""Z01 Control: an honest submission, slow and loud but legal, is accepted.

Stopped by: nothing
Expected: accepted
"""
import time
import torch


def softmax(x):
    print("." * 10)
    time.sleep(0.002)
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)
