"""Makes a new dict in each step: what was kept is lost.
每一步都新建一个 dict：保存的东西都丢了。

Notes: S1, in-place operations | S1 原地操作
"""

import torch


@torch.no_grad()
def adam_step(p, g, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    state = dict(state) or {"t": 0, "m": torch.zeros_like(p), "v": torch.zeros_like(p)}
    state["t"] += 1
    t, m, v = state["t"], state["m"], state["v"]
    m.mul_(b1).add_(g, alpha=1 - b1)
    v.mul_(b2).addcmul_(g, g, value=1 - b2)
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    p -= lr * m_hat / (v_hat.sqrt() + eps)
