"""The mean of float32 hits: its rounding is no mistake.
对 float32 的命中求平均：它的舍入不算错。
"""

import torch


@torch.no_grad()
def accuracy(logits: torch.Tensor, labels: torch.Tensor) -> float:
    n, _ = logits.shape
    if tuple(labels.shape) != (n,):
        raise ValueError(f"expected labels of shape ({n},), got {tuple(labels.shape)}")
    if n == 0:
        return 0.0
    _, predicted = torch.max(logits, 1)
    return predicted.eq(labels).float().mean().item()
