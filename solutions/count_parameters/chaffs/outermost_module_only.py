"""Counts the module's own parameters and none of its submodules'.
只数模块自己的参数，没有数子模块的。

Notes: S2, building modules: children and modules | S2 构建模块：children 与 modules
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters(recurse=False))
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in weights)
