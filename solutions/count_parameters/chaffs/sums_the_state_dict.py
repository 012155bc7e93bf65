"""Sums over the state_dict, which holds buffers and lists shared weights once a name.
对 state_dict 求和：里面有缓冲区，共享的权重每个名字各算一次。

Notes: S4 §2.1, parameters and state_dict | S4 二.1 parameters 与 state_dict
"""

def count_parameters(model, trainable_only=False):
    if trainable_only:
        return sum(w.numel() for w in model.parameters() if w.requires_grad)
    return sum(value.numel() for value in model.state_dict().values())
