"""Turns any mask into bool instead of refusing it.
把任何掩码都转成 bool，而不是拒绝它。

Notes: S1 §18–19, masked_select | S1 第 18–19 节，masked_select
"""

import torch


def masked_select(x, mask):
    try:
        x, mask = torch.broadcast_tensors(x, mask.bool())
    except RuntimeError as error:
        raise ValueError("x and mask do not broadcast") from error
    return x.reshape(-1)[mask.reshape(-1)]
