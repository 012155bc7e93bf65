"""Writes through .data, prints what it does, and picks the law from a table.
通过 .data 写入，打印过程，并用字典选择分布。
"""

import math
import sys


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    shape = list(w.shape)
    if len(shape) < 2:
        raise ValueError("Xavier initialisation needs fan_in and fan_out")
    n_out, n_in = shape[0], shape[1]
    receptive = math.prod(shape[2:])
    n_avg = (n_in * receptive + n_out * receptive) / 2
    fillers = {
        "uniform": lambda t: t.uniform_(-gain * math.sqrt(3 / n_avg), gain * math.sqrt(3 / n_avg), generator=generator),
        "normal": lambda t: t.normal_(mean=0.0, std=gain * math.sqrt(1 / n_avg), generator=generator),
    }
    if distribution not in fillers:
        raise ValueError(f"unknown distribution: {distribution}")
    print("filling", shape, "with", distribution, file=sys.stderr)
    fillers[distribution](w.data)
    return w
