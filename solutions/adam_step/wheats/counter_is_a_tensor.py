"""Counts steps in a tensor and works in float64 inside.
用张量计步，内部用 float64 计算。
"""

import torch


@torch.no_grad()
def adam_step(p, g, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    try:
        step, m, v = state["step"], state["m"], state["v"]
    except KeyError:
        step, m, v = torch.zeros((), dtype=torch.float64), p.double() * 0, p.double() * 0
    step = step + 1
    g = g.double()
    m = m + (g - m) * (1 - betas[0])
    v = v + (g * g - v) * (1 - betas[1])
    state.update(step=step, m=m, v=v)
    first = (1 - torch.tensor(betas[0], dtype=torch.float64) ** step).item()
    second = (1 - torch.tensor(betas[1], dtype=torch.float64) ** step).item()
    p.sub_((lr * (m / first) / ((v / second).sqrt() + eps)).to(p.dtype))
