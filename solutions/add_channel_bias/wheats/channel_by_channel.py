"""Loops over the channels and stacks the sums again.
逐个通道相加，再叠起来。
"""

import torch


def add_channel_bias(feat: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    if bias.dim() != 1 or len(bias) != feat.shape[1]:
        raise ValueError("one bias per channel")
    if len(bias) == 0:
        return feat.to(torch.result_type(feat, bias), copy=True)
    return torch.stack([feat[:, c] + bias[c : c + 1] for c in range(len(bias))], dim=1)
