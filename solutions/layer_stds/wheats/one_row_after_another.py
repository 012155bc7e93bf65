"""A recursive version that keeps columns for rows and forks the global RNG.
递归实现，行列互换，并用 fork_rng 保护全局随机状态。
"""

import torch


def _go(h, depth, std, act):
    if depth == 0:
        return []
    h = torch.mm(torch.empty(h.shape[0], h.shape[0]).normal_(0, std), h)
    if act == "tanh":
        h.tanh_()
    if act == "relu":
        h.relu_()
    value = torch.std_mean(h)[0].tolist()
    if value != value or value in (float("inf"), float("-inf")):
        return [value]
    return [value] + _go(h, depth - 1, std, act)


@torch.no_grad()
def layer_stds(depth, width, std, act, seed, batch=16):
    if act not in ("identity", "tanh", "relu"):
        raise ValueError("act must be identity, tanh or relu")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return _go(torch.randn(width, batch), depth, std, act)
