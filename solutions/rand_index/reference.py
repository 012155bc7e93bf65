"""Reference for rand_index: two tables of "together", compared above the diagonal."""

import torch


def rand_index(a: torch.Tensor, b: torch.Tensor) -> float:
    """Return the share of pairs i < j on which the clusterings ``a`` and ``b``, both [N], agree."""
    samples = a.numel()
    if samples < 2:
        raise ValueError(f"{samples} samples make no pair")
    agree = _together(a) == _together(b)
    return int(agree.triu(diagonal=1).sum().item()) / (samples * (samples - 1) // 2)


def _together(clusters: torch.Tensor) -> torch.Tensor:
    return clusters.unsqueeze(0) == clusters.unsqueeze(1)
