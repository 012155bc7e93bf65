"""Leaves eps out: a gradient of 0 gives 0/0.
漏掉 eps：梯度为 0 时出现 0/0。

Notes: S3 §21, Adam | S3 第 21 节，Adam
"""

import torch


@torch.no_grad()
def adam_step(p, g, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    if not state:
        state["t"] = 0
        state["m"] = torch.zeros_like(p)
        state["v"] = torch.zeros_like(p)
    state["t"] += 1
    t, m, v = state["t"], state["m"], state["v"]
    m.mul_(b1).add_(g, alpha=1 - b1)
    v.mul_(b2).addcmul_(g, g, value=1 - b2)
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    p -= lr * m_hat / v_hat.sqrt()
