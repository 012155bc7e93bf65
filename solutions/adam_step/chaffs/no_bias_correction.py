"""Uses the moments as they are, without correcting their start at 0.
直接使用两个矩，没有修正从 0 开始造成的偏差。

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
    m_hat = m
    v_hat = v
    p -= lr * m_hat / (v_hat.sqrt() + eps)
