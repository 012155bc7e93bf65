"""Makes nn.Linear layers and forgets to give them these weights.
直接用 nn.Linear，忘了按要求初始化权重。

Notes: S3 §5, default initialisation | S3 第 5 节 默认初始化
"""

import math

import torch

ACTS = {"identity": lambda h: h, "tanh": torch.tanh, "relu": torch.relu}


def layer_stds(depth, width, std, act, seed, batch=16):
    if act not in ACTS:
        raise ValueError(act)
    g = torch.Generator().manual_seed(seed)
    h = torch.randn(batch, width, generator=g)
    stds = []
    for _ in range(depth):
        torch.manual_seed(int(torch.randint(2**31, (), generator=g)))
        w = torch.nn.Linear(width, width, bias=False).weight.detach().T
        h = ACTS[act](h @ w)
        s = h.std().item()
        stds.append(s)
        if not math.isfinite(s):
            break
    return stds
