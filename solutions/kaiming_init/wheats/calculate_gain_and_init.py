"""Uses nn.init.calculate_gain and the plain fillers nn.init.normal_ and nn.init.uniform_.
借助 nn.init.calculate_gain 以及 nn.init.normal_、nn.init.uniform_。
"""

import math

from torch import nn


class _Kaiming:
    def __init__(self, weight, mode):
        if weight.ndimension() < 2:
            raise ValueError("no fans")
        out_features, in_features, *kernel = weight.shape
        if mode == "fan_in":
            self.fan = in_features * math.prod(kernel)
        elif mode == "fan_out":
            self.fan = out_features * math.prod(kernel)
        else:
            raise ValueError(f"mode {mode} is neither fan_in nor fan_out")

    def std(self, slope):
        return nn.init.calculate_gain("leaky_relu", slope) / math.sqrt(self.fan)


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    std = _Kaiming(w, mode).std(a)
    match distribution:
        case "normal":
            return nn.init.normal_(w, mean=0.0, std=std, generator=generator)
        case "uniform":
            return nn.init.uniform_(w, -math.sqrt(3.0) * std, math.sqrt(3.0) * std, generator=generator)
        case _:
            raise ValueError(f"unknown distribution {distribution}")
