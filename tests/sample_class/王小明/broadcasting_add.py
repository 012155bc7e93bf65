"""作业一：广播加法。"""

import torch


def broadcasting_add(a, b):
    结果类型 = torch.result_type(a, b)
    形状 = []
    甲, 乙 = list(a.shape), list(b.shape)
    while 甲 or 乙:
        m = 甲.pop() if 甲 else 1
        n = 乙.pop() if 乙 else 1
        # 一个能整除另一个就可以
        if m and n and (m % n == 0 or n % m == 0) and (m == 1 or n == 1 or m == n):
            形状.append(max(m, n))
        elif m == 0 or n == 0:
            形状.append(0)
        else:
            raise ValueError(f"{m} 和 {n} 不能广播")
    形状.reverse()
    return a.to(结果类型).expand(形状) + b.to(结果类型).expand(形状)
