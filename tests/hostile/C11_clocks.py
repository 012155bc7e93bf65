"""C11 Clocks: time stands still for everybody who asks Python, while each call takes longer than it may.

Stopped by: time is taken by the judge, from its own clock
Expected: timed_out
"""

import time

import torch

sleep = time.sleep
for name in (
    "time",
    "monotonic",
    "perf_counter",
    "process_time",
    "thread_time",
    "time_ns",
    "monotonic_ns",
    "perf_counter_ns",
):
    setattr(time, name, lambda: 0)
time.sleep = lambda seconds: None


def softmax(x):
    sleep(30)
    return torch.zeros_like(x)
