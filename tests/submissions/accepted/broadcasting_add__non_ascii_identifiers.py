"""Names its variables in Chinese, Greek and Cyrillic."""

import torch


def broadcasting_add(甲, 乙):
    """右对齐，再相加。"""
    ранг = max(甲.dim(), 乙.dim())
    σχήμα = []
    for μ, ν in zip((1,) * (ранг - 甲.dim()) + 甲.shape, (1,) * (ранг - 乙.dim()) + 乙.shape):
        if μ != ν and 1 not in (μ, ν):
            raise ValueError(f"{μ} 与 {ν} 不相容")
        σχήμα.append(ν if μ == 1 else μ)
    类型 = torch.result_type(甲, 乙)
    return 甲.to(类型).expand(σχήμα) + 乙.to(类型).expand(σχήμα)
