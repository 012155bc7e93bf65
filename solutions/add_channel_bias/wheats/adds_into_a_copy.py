"""Copies feat into the right dtype, then adds in place, image by image.
先把 feat 复制成正确的 dtype，再逐张图就地相加。
"""

import torch


def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    out = feat.to(torch.promote_types(feat.dtype, bias.dtype), copy=True)
    if not out.is_contiguous():
        out = out.contiguous()
    shift = bias.unsqueeze(-1).unsqueeze(-1)
    for i in range(len(out)):
        out[i] += shift
    return out
