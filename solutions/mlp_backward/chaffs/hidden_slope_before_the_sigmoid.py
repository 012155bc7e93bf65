"""Takes z·(1 − z) for the slope, of what goes into the sigmoid.
用 sigmoid 的输入 z 去算斜率 z·(1 − z)。

Notes: S1 §44–45, backpropagation | S1 第 44–45 节，反向传播
"""

import torch


def mlp_backward(x, W1, b1, W2, b2, t):
    n = x.shape[0]
    z = x @ W1.T + b1
    h = torch.sigmoid(z)
    o = torch.sigmoid(h @ W2.T + b2)
    d2 = (o - t) * o * (1 - o) / n
    d1 = d2 @ W2 * z * (1 - z)
    return {"W1": d1.T @ x, "b1": d1.sum(0), "W2": d2.T @ h, "b2": d2.sum(0)}
