"""Writes through .data, prints what it does, and treats an empty weight by itself.
通过 .data 写入，打印过程，并单独处理空权重。
"""

import math
import sys


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    shape = list(w.shape)
    if len(shape) < 2:
        raise ValueError("fan_in and fan_out need two dimensions")
    if mode not in {"fan_in", "fan_out"}:
        raise ValueError(mode)
    if distribution not in {"normal", "uniform"}:
        raise ValueError(distribution)
    if w.numel() == 0:
        return w
    fan = w.numel() // shape[0] if mode == "fan_in" else w.numel() // shape[1]
    variance = 2 / (1 + a**2) / fan
    print("filling", shape, "with variance", variance, file=sys.stderr)
    if distribution == "normal":
        w.data.normal_(std=math.sqrt(variance), generator=generator)
    else:
        w.data.uniform_(-math.sqrt(3 * variance), math.sqrt(3 * variance), generator=generator)
    return w
