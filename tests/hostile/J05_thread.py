"""J05 Thread: calls it in a thread of its own.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


import threading


def softmax(x):
    out = []
    worker = threading.Thread(target=lambda: out.append(getattr(torch, "soft" + "max")(x, -1)))
    worker.start()
    worker.join()
    return out[0]
