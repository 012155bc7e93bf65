"""Draws randn or rand, scales it and copies it in; the fans come from a dictionary.
先抽 randn 或 rand，缩放后 copy_ 进去；fan 取自字典。
"""

import torch


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if w.dim() < 2:
        raise ValueError("a weight needs at least two dimensions")
    kernel = torch.Size(w.shape[2:]).numel()
    fans = {"fan_in": w.shape[1] * kernel, "fan_out": w.shape[0] * kernel}
    if mode not in fans:
        raise ValueError(f"mode has to be one of {sorted(fans)}")
    gain = (2.0 / (1.0 + a * a)) ** 0.5
    std = gain / fans[mode] ** 0.5
    kwargs = {"generator": generator, "dtype": w.dtype, "device": w.device}
    if distribution == "normal":
        values = torch.randn(w.shape, **kwargs) * std
    elif distribution == "uniform":
        values = (torch.rand(w.shape, **kwargs) - 0.5) * (12**0.5 * std)
    else:
        raise ValueError("distribution must be 'normal' or 'uniform'")
    with torch.no_grad():
        w.copy_(values)
    return w
