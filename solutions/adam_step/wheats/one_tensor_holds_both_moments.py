"""Keeps both moments in one tensor, of which m and v are views.
两个矩放在同一个张量里，m 和 v 是它的视图。
"""

import torch


def adam_step(p, g, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    with torch.no_grad():
        if "moments" not in state:
            state["moments"] = torch.zeros((2, *p.shape), dtype=p.dtype, device=p.device)
            state["mean"], state["square"] = state["moments"]
            state["decayed"] = (1.0, 1.0)
        state["mean"].lerp_(g, 1 - betas[0])
        state["square"].lerp_(g.square(), 1 - betas[1])
        left = state["decayed"] = tuple(kept * beta for kept, beta in zip(state["decayed"], betas))
        root = (state["moments"][1] / (1 - left[1])).sqrt()
        p.addcdiv_(state["moments"][0], root + eps, value=-lr / (1 - left[0]))
