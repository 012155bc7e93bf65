"""Walks through all modules and keeps parameters in a dictionary by id.
遍历所有模块，用 id 作键把参数放进字典。
"""

from math import prod


def count_parameters(model, trainable_only=False):
    seen = {}
    for module in model.modules():
        for _, weight in module.named_parameters(recurse=False):
            seen[id(weight)] = weight
    total = 0
    for weight in seen.values():
        if trainable_only and not weight.requires_grad:
            continue
        total += prod(weight.shape)
    return int(total)
