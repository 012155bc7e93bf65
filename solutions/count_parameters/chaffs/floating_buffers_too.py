"""Adds the floating-point buffers: everything of the state_dict but num_batches_tracked.
加上了浮点缓冲区：state_dict 里除 num_batches_tracked 外全都算。

Notes: S4 §2.1, parameters and state_dict | S4 二.1 parameters 与 state_dict
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in weights) + sum(b.numel() for b in model.buffers() if b.is_floating_point())
