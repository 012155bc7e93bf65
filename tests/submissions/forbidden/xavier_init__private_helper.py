"""Borrows the fans from a private function of nn.init."""

import math

import torch
from torch.nn.init import _calculate_fan_in_and_fan_out


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    fan_in, fan_out = _calculate_fan_in_and_fan_out(w)
    return w.normal_(0, gain * math.sqrt(2 / (fan_in + fan_out)))
