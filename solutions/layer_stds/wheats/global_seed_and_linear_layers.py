"""Seeds globally, builds nn.Linear layers first and runs them afterwards; gradients are recorded.
设全局种子，先建好 nn.Linear 再前向；会记录梯度。
"""

import torch
from torch import nn


def layer_stds(depth, width, std, act, seed, batch=16):
    if act == "identity":
        f = nn.Identity()
    elif act == "tanh":
        f = nn.Tanh()
    elif act == "relu":
        f = nn.ReLU(inplace=True)
    else:
        raise ValueError(f"act={act}")
    torch.manual_seed(seed)
    layers = [nn.Linear(width, width, bias=False) for _ in range(depth)]
    for layer in layers:
        nn.init.normal_(layer.weight, 0.0, std)
    x, result = torch.randn(batch, width), []
    for layer in layers:
        x = f(layer(x))
        result.append(x.std().item())
        if torch.isnan(x.std()) or torch.isinf(x.std()):
            return result
    return result
