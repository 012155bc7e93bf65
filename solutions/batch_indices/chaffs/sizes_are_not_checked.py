"""Checks nothing: a negative n is a RuntimeError of torch, a negative batch_size gives an empty list.
什么都不检查：n 为负时是 torch 的 RuntimeError，batch_size 为负时得到空列表。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    if drop_last and batches and len(batches[-1]) < batch_size:
        batches.pop()
    return batches
