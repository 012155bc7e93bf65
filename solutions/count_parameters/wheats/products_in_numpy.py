"""Asks the list of parameters for size products in NumPy, and converts to int.
用 NumPy 计算各参数尺寸的乘积，最后转成 int。
"""

import numpy as np


def count_parameters(model, trainable_only=False):
    shapes = [tuple(w.size()) for w in model.parameters() if not (trainable_only and not w.requires_grad)]
    return int(np.sum([np.prod(shape, dtype=np.int64) for shape in shapes], dtype=np.int64))
