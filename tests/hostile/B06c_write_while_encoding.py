"""B06c Flicker: a thread swaps right and wrong numbers in the answer while facts and bytes are taken.

Stopped by: one copy of the bytes, compared as a whole; whoever is right at that moment was right
Expected: rejected
"""
import threading
import torch

STOP = threading.Event()


def flicker(answer):
    while not STOP.is_set():
        answer.zero_()
        answer.fill_(1 / answer.shape[-1])


def softmax(x):
    STOP.set()
    answer = torch.zeros_like(x.detach())
    STOP.clear()
    threading.Thread(target=flicker, args=(answer,), daemon=True).start()
    return answer
