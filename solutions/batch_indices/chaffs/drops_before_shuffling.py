"""Cuts the last samples off first and shuffles the rest: the same ones are always left out.
先去掉末尾的样本再打乱其余部分：舍去的总是同样那几个。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    end = n - n % batch_size if drop_last else n
    order = torch.randperm(end, generator=generator) if shuffle else torch.arange(end)
    return [order[i : i + batch_size] for i in range(0, end, batch_size)]
