"""Counts modules without submodules only, and misses parameters beside a submodule.
只数没有子模块的模块，漏掉与子模块并列的参数。

Notes: S2, building modules: children and modules | S2 构建模块：children 与 modules
"""

def count_parameters(model, trainable_only=False):
    leaves = [m for m in model.modules() if not list(m.children())]
    weights = list({id(w): w for m in leaves for w in m.parameters()}.values())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in weights)
