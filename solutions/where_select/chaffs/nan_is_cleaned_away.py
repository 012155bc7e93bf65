"""Cleans x and y with nan_to_num before it multiplies: chosen NaN and ∞ are lost.
相乘之前用 nan_to_num 清洗 x 和 y：被选中的 NaN 和 ∞ 也丢了。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    return (cond * torch.nan_to_num(x) + ~cond * torch.nan_to_num(y)).to(dtype)
