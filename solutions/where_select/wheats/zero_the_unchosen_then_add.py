"""Sets what is not chosen to 0 by indexing, on copies, and adds the two.
在副本上用下标把没被选中的元素置 0，再把两边相加。
"""

import torch


def _only(mask, values):
    kept = values.clone()
    kept[~mask] = 0.0
    return kept


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError(f"expected bool, got {cond.dtype}")
    shape = torch.broadcast_shapes(cond.shape, x.shape, y.shape)
    cond, x, y = cond.expand(shape), x.expand(shape).to(torch.result_type(x, y)), y.expand(shape)
    return _only(cond, x) + _only(~cond, y.to(x.dtype))
