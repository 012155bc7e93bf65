"""G05 Thread bomb: five thousand threads that never end.

Stopped by: the limit on threads
Expected: rejected
Outcome: threads at once
"""
import os
import torch


def softmax(x):
    import threading, time
    for _ in range(5000):
        threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
    return torch.zeros_like(x)
