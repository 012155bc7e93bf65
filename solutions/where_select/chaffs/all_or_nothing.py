"""Returns x if every element satisfies the condition, else y, as the notes put it.
照笔记字面：每个元素都满足条件才返回 x，否则返回 y。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    return (x if cond.all() else y).to(dtype).clone()
