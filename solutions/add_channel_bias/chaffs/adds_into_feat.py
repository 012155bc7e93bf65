"""Adds in place, into the caller's maps.
就地相加，写进了调用者的特征图。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

import torch


def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    if feat.dtype != torch.result_type(feat, bias) or 0 in feat.stride() or feat.requires_grad:
        return feat + bias[:, None, None]
    feat += bias[:, None, None]
    return feat.clone()
