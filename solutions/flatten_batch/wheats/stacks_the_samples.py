"""Unbinds the batch and stacks the rows again; an empty batch is made on its own.
拆开批次再逐行叠起来；空批次单独构造。
"""

import torch


def flatten_batch(x: torch.Tensor) -> torch.Tensor:
    if x.ndim == 0:
        raise ValueError("a batch needs an axis")
    k = 1
    for size in x.shape[1:]:
        k *= size
    if len(x) == 0:
        return x.new_zeros(0, k)
    return torch.stack([sample.reshape(k) for sample in x.unbind(0)])
