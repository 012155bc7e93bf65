"""Van Rijsbergen's form: 1 − E with α = 1 / (1 + β²).
van Rijsbergen 的形式：1 − E，其中 α = 1 / (1 + β²)。
"""

class Effectiveness:
    def __init__(self, beta):
        if not beta > 0.0:
            raise ValueError("beta")
        self.alpha = 1.0 / (1.0 + beta * beta)

    def __call__(self, p, r):
        if p == 0.0 or r == 0.0:
            return 1.0
        return 1.0 - 1.0 / (self.alpha * (1.0 / p) + (1.0 - self.alpha) * (1.0 / r))


def f_beta(p, r, beta=1.0):
    if not 0.0 <= p <= 1.0 or not 0.0 <= r <= 1.0:
        raise ValueError("rates")
    return 1.0 - Effectiveness(beta)(p, r)
