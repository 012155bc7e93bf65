"""Always answers in float32.
结果总是 float32。

Notes: S1 §14–15, data types | S1 第 14–15 节，数据类型
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    return x.mean(dim=(2, 3)).float()
