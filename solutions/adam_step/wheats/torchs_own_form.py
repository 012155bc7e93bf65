"""Corrects the root and the rate instead of the moments, as torch does.
像 torch 那样，修正的是平方根和学习率，而不是两个矩。
"""

import math

import torch


def adam_step(p, g, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    state["step"] = state.get("step", 0) + 1
    m = state.get("exp_avg", torch.zeros_like(p)) * betas[0] + g * (1 - betas[0])
    v = state.get("exp_avg_sq", torch.zeros_like(p)) * betas[1] + g * g * (1 - betas[1])
    state["exp_avg"], state["exp_avg_sq"] = m, v
    size = lr / (1 - betas[0] ** state["step"])
    denominator = v.sqrt() / math.sqrt(1 - betas[1] ** state["step"]) + eps
    p.data.add_(m / denominator, alpha=-size)
