"""Puts parameters into a set, with duplicates from named_parameters.
从 named_parameters 取出（含重复的）参数放进集合。
"""

from functools import reduce

import torch


def count_parameters(model: torch.nn.Module, trainable_only: bool = False) -> int:
    everything = {w for _, w in model.named_parameters(remove_duplicate=False)}
    wanted = filter(lambda w: not trainable_only or w.requires_grad, everything)
    return reduce(lambda total, w: total + torch.numel(w), wanted, 0)
