"""as_tensor looks at the memory; clone makes the copy.
as_tensor 直接看内存；clone 负责复制。
"""

import torch


def numpy_roundtrip(a):
    shared = torch.as_tensor(a)
    return shared, shared.clone()
