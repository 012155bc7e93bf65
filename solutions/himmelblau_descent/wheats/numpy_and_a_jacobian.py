"""NumPy: the two residuals and their Jacobian.
NumPy：两个残差及其雅可比矩阵。
"""

import numpy as np
import torch


class Himmelblau:
    def residuals(self, p):
        return np.array([p[0] ** 2 + p[1] - 11.0, p[0] + p[1] ** 2 - 7.0])

    def jacobian(self, p):
        return np.array([[2 * p[0], 1.0], [1.0, 2 * p[1]]])


def himmelblau_descent(start, lr=0.01, steps=1000):
    f, p = Himmelblau(), np.array(start, dtype=np.float64)
    for _ in range(steps):
        p -= lr * 2 * f.jacobian(p).T @ f.residuals(p)
    return torch.from_numpy(p)
