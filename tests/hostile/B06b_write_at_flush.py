"""B06b Write at the flush: its standard output changes the answer between encoding and sending.

Stopped by: the encoder's own copy of the bytes
Expected: rejected
"""
import sys
import torch

KEPT = []


class Stream:
    def write(self, text):
        return len(text)

    def flush(self):
        for answer, x in KEPT:
            e = torch.exp(x - x.amax(-1, keepdim=True))
            answer.copy_(e / e.sum(-1, keepdim=True))
        KEPT.clear()


sys.stdout = sys.stderr = Stream()


def softmax(x):
    answer = torch.zeros_like(x.detach())
    KEPT.append((answer, x.detach().clone()))
    return answer
