"""Goes through plain lists for the copy and returns a list of two.
副本由普通列表构造，返回两个元素的列表。
"""

import numpy as np
import torch


def numpy_roundtrip(a):
    shared = torch.from_numpy(a)
    copy = torch.tensor(a.tolist(), dtype=shared.dtype).reshape(a.shape)
    assert not np.shares_memory(copy.numpy(), a)
    return [shared, copy]
