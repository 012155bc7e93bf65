"""B06 Late write: returns zeros at once; a thread fills them in with the right numbers afterwards.

Stopped by: the bytes are copied when the answer is encoded; what is written later stays in the runner
Expected: rejected
"""
import threading
import time
import torch


def fill(answer, x):
    time.sleep(0.03)
    e = torch.exp(x - x.amax(-1, keepdim=True))
    answer.data.copy_(e / e.sum(-1, keepdim=True))


def softmax(x):
    answer = torch.zeros_like(x.detach())
    threading.Thread(target=fill, args=(answer, x.detach().clone()), daemon=True).start()
    return answer.requires_grad_(x.requires_grad)
