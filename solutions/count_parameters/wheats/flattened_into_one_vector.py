"""Flattens every parameter and measures the lengths.
把每个参数展平再量长度。
"""

import torch


def count_parameters(model, trainable_only=False):
    with torch.no_grad():
        lengths = [len(w.reshape(-1)) for _, w in model.named_parameters() if w.requires_grad or not trainable_only]
    return sum(lengths, 0)
