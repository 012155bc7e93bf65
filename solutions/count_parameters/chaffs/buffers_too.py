"""Adds the buffers, as if running statistics were trained.
把缓冲区也加了进去，好像滑动统计量也会被训练。

Notes: S4 §2.1, parameters and state_dict | S4 二.1 parameters 与 state_dict
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in weights) + sum(b.numel() for b in model.buffers())
